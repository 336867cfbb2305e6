using System.Globalization;

namespace CourseKit.Notebooks.Running;

/// <summary>Words for how things ended.</summary>
public static class Words
{
    /// <summary>A verdict as it stands in a sentence: <c>not run</c>.</summary>
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.NotRun => "not run",
        Verdict.TimedOut => "timed out",
        _ => verdict.ToString().ToLowerInvariant(),
    };

    /// <summary><c>3 of 5 notebooks</c>.</summary>
    public static string Notebooks(int some, int all) => string.Create(CultureInfo.InvariantCulture, $"{some} of {all} {(all == 1 ? "notebook" : "notebooks")}");

    /// <summary><c>24 cells passed</c>, or <c>3 passed, 2 not run, 1 failed</c>.</summary>
    public static string Counts(NotebookResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (result.Cells.Count > 0 && result.Count(Verdict.Passed) == result.Cells.Count)
            return string.Create(CultureInfo.InvariantCulture, $"{result.Cells.Count} {(result.Cells.Count == 1 ? "cell" : "cells")} passed");
        var counts = Enum.GetValues<Verdict>()
            .Where(verdict => result.Count(verdict) > 0)
            .Select(verdict => string.Create(CultureInfo.InvariantCulture, $"{result.Count(verdict)} {Of(verdict)}"));
        return string.Join(", ", counts.DefaultIfEmpty("no cell of code"));
    }
}
