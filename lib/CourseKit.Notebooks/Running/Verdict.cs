namespace CourseKit.Notebooks.Running;

/// <summary>How a cell, or a whole notebook, ended.</summary>
public enum Verdict
{
    /// <summary>It ran to its end, or failed exactly as it says that it will.</summary>
    Passed,

    /// <summary>It was left out on purpose, and its reason is known.</summary>
    Skipped,

    /// <summary>It was left out because it requires a package that is not to be had here, so nobody knows whether it works.</summary>
    Unavailable,

    /// <summary>It was never started, because the session had ended before. Never counted as passed.</summary>
    NotRun,

    /// <summary>It did not compile, threw an exception, did not fail as it should, or could not be run at all.</summary>
    Failed,

    /// <summary>It took longer than its budget and was stopped.</summary>
    TimedOut,

    /// <summary>Its session ended under it, or by something that it left behind: a crash, <c>Environment.Exit</c>, or memory without bound.</summary>
    Died,

    /// <summary>The file could not be read as a notebook.</summary>
    Unreadable,
}
