namespace CourseKit.Notebooks.Running;

/// <summary>What the process says when it ends. The worst of several counts, in the order 4, 3, 1, 5, 0.</summary>
public static class ExitCode
{
    /// <summary>Every notebook passed.</summary>
    public const int Passed = 0;

    /// <summary>A cell failed.</summary>
    public const int CellFailed = 1;

    /// <summary>The command line, or the folder to write to, cannot be used.</summary>
    public const int Usage = 2;

    /// <summary>A notebook could not be read.</summary>
    public const int Unreadable = 3;

    /// <summary>A cell ran out of time, or its session died.</summary>
    public const int TimedOutOrDied = 4;

    /// <summary>Nothing ran: no notebook, or none with a cell of code.</summary>
    public const int NothingRan = 5;

    private static readonly int[] WorstFirst = [TimedOutOrDied, Unreadable, CellFailed, NothingRan, Passed];

    /// <summary>The exit code of a whole run.</summary>
    public static int Of(IEnumerable<NotebookResult> results)
    {
        var codes = results.Select(Of).ToHashSet();
        return codes.Count == 0 ? NothingRan : WorstFirst.First(codes.Contains);
    }

    private static int Of(NotebookResult result) => result.Verdict switch
    {
        Verdict.Passed => Passed,
        Verdict.Failed => CellFailed,
        Verdict.Unreadable => Unreadable,
        Verdict.TimedOut or Verdict.Died => TimedOutOrDied,
        // The notebook's time was used up between two cells.
        Verdict.NotRun when result.Count(Verdict.NotRun) > 0 => TimedOutOrDied,
        _ => NothingRan,
    };
}
