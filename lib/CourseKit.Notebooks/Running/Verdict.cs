namespace CourseKit.Notebooks.Running;

/// <summary>How a cell, or a whole notebook, ended.</summary>
public enum Verdict
{
    /// <summary>It ran to its end.</summary>
    Passed,

    /// <summary>It was left out on purpose, and its reason is known.</summary>
    Skipped,

    /// <summary>It was never started, because the session had ended before. Never counted as passed.</summary>
    NotRun,

    /// <summary>It did not compile, threw an exception, or could not be run at all.</summary>
    Failed,

    /// <summary>It took longer than its budget and was stopped.</summary>
    TimedOut,

    /// <summary>Its session ended under it: a crash, <c>Environment.Exit</c>, or memory without bound.</summary>
    Died,

    /// <summary>The file could not be read as a notebook.</summary>
    Unreadable,
}
