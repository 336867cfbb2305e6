using CourseKit.Notebooks.Parameters;

namespace CourseKit.Notebooks.Sessions;

/// <summary>One cell to run, and where it stands, so that errors can say so.</summary>
/// <param name="CellId">The cell's id; every event the cell causes carries it.</param>
/// <param name="Code">C# code, lines ended by <c>\n</c>.</param>
/// <param name="Path">The notebook's file, for messages; null without a file.</param>
/// <param name="CellNumber">One-based, in the notebook's own numbering.</param>
/// <param name="FirstLine">The file's line (one-based) on which the code begins; 0 where the format has no lines, as in <c>.ipynb</c>.</param>
public sealed record CellRequest(string CellId, string Code, string? Path, int CellNumber, int FirstLine)
{
    /// <summary>Values for variables that the cell declares, in place of those that it sets them to; null for none.</summary>
    public IReadOnlyDictionary<string, ParameterValue>? Parameters { get; init; }

    /// <summary>What the code is for: <c>csharp</c>, or <c>html</c> and so on.</summary>
    public string Kernel { get; init; } = "csharp";
}
