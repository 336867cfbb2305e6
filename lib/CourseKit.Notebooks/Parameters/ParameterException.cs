namespace CourseKit.Notebooks.Parameters;

/// <summary>A value for a notebook that the notebook does not ask for, or that is of another kind than it asks for.</summary>
/// <param name="message">What is required, what was received, what to do.</param>
public sealed class ParameterException(string message) : Exception(message);
