using System.Globalization;
using CourseKit.Notebooks.Running;

namespace CourseKit.Cli.Run;

/// <summary>What is said of a notebook, and of the whole run, at the end.</summary>
internal static class Summary
{
    private const int MostCells = 5;

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
            : result.IsUnchanged ? $"{sign} {result.Path}: not run again, for nothing has changed since it passed: {Words.Counts(result)}"
            : $"{sign} {result.Path}: {Words.Counts(result)} in {Duration.Text(result.Elapsed)}{Memory(result)}";
        if (result.HtmlPath is { } page)
            yield return $"  {page}";
        if (result.ApprovedPath is { } approved)
            yield return $"  approved: {approved}";
    }

    /// <summary>The run in a line; before it the notebooks that did not pass, each with its bad cells.</summary>
    public static void Write(TextWriter writer, IReadOnlyList<NotebookResult> results)
    {
        foreach (var result in results.Where(result => result.Verdict != Verdict.Passed && (results.Count > 1 || result.Cells.Count > 0)))
        {
            writer.WriteLine($"✗ {result.Path}");
            foreach (var line in Reasons(result))
                writer.WriteLine($"    {line}");
        }
        if (results.Any(result => result.Differs))
            writer.WriteLine("Where what came is right, approve it: the same command with --approve. It is in the output folder, in NAME.received.txt, to be compared.");
        writer.WriteLine($"{Words.Notebooks(results.Count(result => result.Verdict == Verdict.Passed), results.Count)} passed in {Duration.Text(Elapsed(results))}" +
            LeftOut(results));
    }

    private static string Memory(NotebookResult result) =>
        result.PeakMemory is { } peak ? string.Create(CultureInfo.InvariantCulture, $", {peak >> 20} MB") : "";

    /// <summary>From the first beginning to the last end; notebooks may have run at the same time.</summary>
    private static TimeSpan Elapsed(IReadOnlyList<NotebookResult> results) =>
        results.Count == 0 ? TimeSpan.Zero : results.Max(result => result.Started + result.Elapsed) - results.Min(result => result.Started);

    private static IEnumerable<string> Reasons(NotebookResult result)
    {
        if (result.Unreadable is { } reason)
            return [reason];
        CellResult[] bad = [.. result.Cells.Where(cell => cell.Verdict is Verdict.Failed or Verdict.TimedOut or Verdict.Died)];
        if (bad.Length == 0)
            return [result.Cells.Count == 0 ? "nothing ran, for it has no cell of code" : $"nothing passed: {Words.Counts(result)}"];
        var lines = bad.Take(MostCells).SelectMany(cell =>
            cell.Position is null ? [string.Create(CultureInfo.InvariantCulture, $"cell {cell.Number}: {cell.Message}")] : CellText.Verdict(cell));
        return bad.Length <= MostCells
            ? lines
            : [.. lines, string.Create(CultureInfo.InvariantCulture, $"… and {bad.Length - MostCells} more cells{(result.HtmlPath is { } page ? $", all of them in {page}" : "")}")];
    }

    /// <summary>What nobody has checked must not go unsaid.</summary>
    private static string LeftOut(IReadOnlyList<NotebookResult> results)
    {
        string[] parts = [.. new[] { Verdict.Skipped, Verdict.Unavailable }
            .Select(verdict => (verdict, Count: results.Sum(result => result.Count(verdict))))
            .Where(left => left.Count > 0)
            .Select(left => string.Create(CultureInfo.InvariantCulture, $"{left.Count} {(left.Count == 1 ? "cell" : "cells")} {Words.Of(left.verdict)}"))];
        var unchanged = results.Count(result => result.IsUnchanged);
        if (unchanged > 0)
            parts = [.. parts, string.Create(CultureInfo.InvariantCulture, $"{unchanged} {(unchanged == 1 ? "notebook" : "notebooks")} unchanged and not run again")];
        return parts.Length == 0 ? "" : $"; {string.Join(", ", parts)}";
    }
}
