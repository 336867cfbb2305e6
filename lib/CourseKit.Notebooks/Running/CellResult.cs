using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Sessions;

namespace CourseKit.Notebooks.Running;

/// <summary>How one cell of code ended.</summary>
/// <param name="Number">One-based position among all cells of the notebook, Markdown included.</param>
/// <param name="Verdict">How it ended.</param>
/// <param name="Elapsed">From the moment it was given to the session.</param>
public sealed record CellResult(int Number, Verdict Verdict, TimeSpan Elapsed)
{
    /// <summary>Why it failed; null unless it did, and null where time ran out or nothing is known of why the session died.</summary>
    public CellError? Error { get; init; }

    /// <summary>The failure that the cell says it will have, and had; null for all other cells.</summary>
    public CellError? Expected { get; init; }

    /// <summary>One sentence for people: the error and its place, the reason of a skip, what ran out. Null for a passed cell.</summary>
    public string? Message { get; init; }

    /// <summary>Where it failed, as people find it; null where that is unknown.</summary>
    public CellPosition? Position { get; init; }

    /// <summary>The compiler's warnings. They fail nothing.</summary>
    public IReadOnlyList<CellDiagnostic> Warnings { get; init; } = [];

    /// <summary>What it put out, in order.</summary>
    public IReadOnlyList<CellOutput> Outputs { get; init; } = [];
}
