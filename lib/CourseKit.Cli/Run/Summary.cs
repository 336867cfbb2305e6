using System.Globalization;
using CourseKit.Notebooks.Running;

namespace CourseKit.Cli.Run;

/// <summary>What is said of a notebook, and of the whole run, at the end.</summary>
internal static class Summary
{
    /// <summary>How one notebook ended, and where its page is.</summary>
    public static IEnumerable<string> Lines(NotebookResult result)
    {
        if (result.Unreadable is { } reason)
        {
            yield return $"✗ cannot be read: {reason}";
            yield break;
        }
        var sign = result.Verdict == Verdict.Passed ? "✓" : "✗";
        yield return result.Cells.Count == 0
            ? $"{sign} {result.Path}: nothing ran, for it has no cell of code"
            : $"{sign} {result.Path}: {Words.Counts(result)} in {Duration.Text(result.Elapsed)}";
        if (result.HtmlPath is { } page)
            yield return $"  {page}";
    }

    /// <summary>The run in a line; of several notebooks, before it those that did not pass, each with its first bad cell.</summary>
    public static void Write(TextWriter writer, IReadOnlyList<NotebookResult> results)
    {
        foreach (var result in results.Where(result => results.Count > 1 && result.Verdict != Verdict.Passed))
        {
            var cell = result.Cells.FirstOrDefault(cell => cell.Verdict is Verdict.Failed or Verdict.TimedOut or Verdict.Died);
            var reason = result.Unreadable ?? (cell is null ? "nothing ran, for it has no cell of code" : string.Join("\n    ", CellText.Verdict(cell)));
            writer.WriteLine($"✗ {result.Path}\n    {reason}");
        }
        var passed = results.Count(result => result.Verdict == Verdict.Passed);
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{passed} of {results.Count} {(results.Count == 1 ? "notebook" : "notebooks")} passed"));
    }
}
