namespace CourseKit.Notebooks.Running;

/// <summary>How one notebook ended.</summary>
/// <param name="Path">The file, as it was given.</param>
/// <param name="Cells">Its cells of code, in order; empty where it could not be read.</param>
/// <param name="Elapsed">From the first byte read to the last file written.</param>
public sealed record NotebookResult(string Path, IReadOnlyList<CellResult> Cells, TimeSpan Elapsed)
{
    private static readonly Verdict[] WorstFirst = [Verdict.Died, Verdict.TimedOut, Verdict.Failed, Verdict.NotRun, Verdict.Passed];

    /// <summary>What the notebook calls itself: its first heading; null without one.</summary>
    public string? Title { get; init; }

    /// <summary>When it began.</summary>
    public DateTimeOffset Started { get; init; }

    /// <summary>Why the file could not be read, or null.</summary>
    public string? Unreadable { get; init; }

    /// <summary>Whether it did not run again, for nothing had changed since it passed; its cells are those of that run.</summary>
    public bool IsUnchanged { get; init; }

    /// <summary>Whether a cell failed because its outputs are not the approved ones.</summary>
    public bool Differs { get; init; }

    /// <summary>The file in which its outputs were approved by this run, or null.</summary>
    public string? ApprovedPath { get; init; }

    /// <summary>The most memory that its session's process used, in bytes; null where that is not known.</summary>
    public long? PeakMemory { get; init; }

    /// <summary>The page for people, or null where none was written.</summary>
    public string? HtmlPath { get; init; }

    /// <summary>The worst of its cells: a notebook without a single cell that ran is <see cref="Verdict.NotRun"/>, never passed.</summary>
    public Verdict Verdict
    {
        get
        {
            if (Unreadable is not null)
                return Verdict.Unreadable;
            var verdicts = Cells.Select(cell => cell.Verdict).ToHashSet();
            return WorstFirst.Where(verdicts.Contains).DefaultIfEmpty(Verdict.NotRun).First();
        }
    }

    /// <summary>How many cells ended so.</summary>
    public int Count(Verdict verdict) => Cells.Count(cell => cell.Verdict == verdict);
}
