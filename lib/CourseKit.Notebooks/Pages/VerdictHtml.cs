using System.Globalization;
using System.Net;
using CourseKit.Notebooks.Running;

namespace CourseKit.Notebooks.Pages;

/// <summary>How things ended, on a page.</summary>
internal static class VerdictHtml
{
    /// <summary>The line at the head: how many cells ended how, and the first that failed with its reason.</summary>
    public static string Banner(NotebookResult result)
    {
        var kind = result.Verdict.ToString().ToLowerInvariant();
        var name = WebUtility.HtmlEncode(Path.GetFileName(result.Path));
        var worst = result.Cells.FirstOrDefault(cell => cell.Verdict is Verdict.Failed or Verdict.TimedOut or Verdict.Died);
        var reason = worst is null ? "" : string.Create(CultureInfo.InvariantCulture,
            $" · <a href=\"#cell-{worst.Number}\">cell {worst.Number}</a>: {WebUtility.HtmlEncode(worst.Message?.Split('\n')[0])}");
        return $"<header class=\"verdict {kind}\"><span>{name} · {Words.Counts(result)} in {Duration.Text(result.Elapsed)}{reason}</span></header>\n";
    }

    /// <summary>What stands beside a cell's number: its time, or how it ended if not well.</summary>
    public static string Label(CellResult? result) => result switch
    {
        null => "",
        { Expected: not null } => $" · {Duration.Text(result.Elapsed)} · fails as expected",
        { Verdict: Verdict.Passed } => $" · {Duration.Text(result.Elapsed)}",
        _ => $" · {Words.Of(result.Verdict)}",
    };
}
