using System.Globalization;

namespace CourseKit.Notebooks.Running.Results;

/// <summary>Lines that GitHub Actions turns into notes at the lines of a notebook.</summary>
public static class GitHubAnnotations
{
    /// <summary>One line for each cell that did not pass, and for each notebook that could not be read or has nothing to run.</summary>
    /// <param name="results">The notebooks of one run.</param>
    /// <param name="root">The checkout (GITHUB_WORKSPACE), against which paths are given; null for paths as they are.</param>
    public static IEnumerable<string> Of(IEnumerable<NotebookResult> results, string? root)
    {
        ArgumentNullException.ThrowIfNull(results);
        return results.SelectMany(result => Of(result, Relative(result.Path, root)));
    }

    private static IEnumerable<string> Of(NotebookResult notebook, string path)
    {
        var name = Path.GetFileName(path);
        if (notebook.Unreadable is { } reason)
            yield return Line("error", path, null, name, reason);
        else if (notebook.Cells.Count == 0)
            yield return Line("error", path, null, name, "Nothing ran: it has no cell of code.");
        foreach (var cell in notebook.Cells.Where(cell => cell.Verdict != Verdict.Passed))
            yield return Line(
                cell.Verdict switch { Verdict.Skipped => "notice", Verdict.Unavailable or Verdict.NotRun => "warning", _ => "error" },
                path, cell, string.Create(CultureInfo.InvariantCulture, $"{name}, cell {cell.Number}: {Words.Of(cell.Verdict)}"), cell.Message ?? "");
    }

    private static string Line(string kind, string path, CellResult? cell, string title, string message)
    {
        var line = cell?.Position is { FileLine: > 0 } position
            ? string.Create(CultureInfo.InvariantCulture, $",line={position.FileLine}{(position.Column > 0 ? $",col={position.Column}" : "")}")
            : "";
        return $"::{kind} file={Property(path)}{line},title={Property(title)}::{Data(message)}";
    }

    private static string Relative(string path, string? root) =>
        (root is null ? path : Path.GetRelativePath(root, Path.GetFullPath(path))).Replace('\\', '/');

    /// <summary>GitHub's escapes for what follows the two colons.</summary>
    private static string Data(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    /// <summary>GitHub's escapes for a value between commas.</summary>
    private static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
