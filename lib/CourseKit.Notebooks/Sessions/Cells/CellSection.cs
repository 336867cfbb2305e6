using CourseKit.Notebooks.Sessions.Magics;

namespace CourseKit.Notebooks.Sessions.Cells;

/// <summary>A part of a cell in one language.</summary>
/// <param name="Kernel">The language.</param>
/// <param name="Steps">What is done, in order.</param>
/// <param name="Text">Its lines without commands.</param>
internal sealed record CellSection(string Kernel, IReadOnlyList<CellStep> Steps, string Text)
{
    /// <summary>The packages that it asks for, which are there before its first step.</summary>
    public IReadOnlyList<PackageLine> Packages { get; init; } = [];
}

/// <summary>One thing that a section does.</summary>
internal abstract record CellStep
{
    /// <summary>Code between commands.</summary>
    /// <param name="Text">It has all lines of the cell, those that are not its own empty, so that its lines and columns are the cell's.</param>
    public sealed record Code(string Text) : CellStep;

    /// <summary>A magic command.</summary>
    public sealed record Command(Magic Magic, MagicLine Line) : CellStep;
}
