namespace CourseKit.Notebooks.Sessions;

/// <summary>What is known of a name in a cell.</summary>
/// <param name="Signature">As code declares it, one line for each overload that is meant.</param>
/// <param name="Documentation">Plain text: the summary, then parameters, result, exceptions and remarks; null where none is to be had.</param>
public sealed record CodeInspection(string Signature, string? Documentation);
