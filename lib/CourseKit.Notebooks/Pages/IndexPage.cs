using System.Globalization;
using System.Net;
using System.Text;
using CourseKit.Notebooks.Running;

namespace CourseKit.Notebooks.Pages;

/// <summary>Writes the page that leads to all pages of a run: for each notebook a card with its title, first picture, verdict and time.</summary>
public static class IndexPage
{
    private const string Style = """
        ul.cards { list-style: none; margin: 1.25rem 0; padding: 0; display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(min(16rem, 100%), 1fr)); }
        ul.cards li { border: 1px solid var(--line); border-radius: .5rem; overflow: hidden; display: flex; flex-direction: column; background: var(--panel); }
        ul.cards .picture { display: block; height: 10rem; background: #ffffff; border-bottom: 1px solid var(--line); }
        ul.cards .picture img { width: 100%; height: 100%; object-fit: contain; padding: .5rem; }
        ul.cards .picture.none { background: none; color: var(--soft); display: grid; place-items: center; text-decoration: none; font-size: .85rem; }
        ul.cards .words { padding: .75rem .9rem .9rem; display: flex; flex-direction: column; gap: .3rem; flex: 1; }
        ul.cards h2 { font-size: 1.05rem; margin: 0; overflow-wrap: anywhere; } ul.cards h2 a { text-decoration: none; }
        ul.cards p { margin: 0; font-size: .85rem; overflow-wrap: anywhere; } ul.cards .file { color: var(--soft); }
        ul.cards .how { margin-top: auto; padding-top: .3rem; font-weight: 600; color: var(--bad); } ul.cards .passed .how { color: var(--good); }
        ul.cards .why { color: var(--bad); display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 4; overflow: hidden; }

        """;

    /// <summary>Writes the page.</summary>
    /// <param name="results">The notebooks of one run, in order; their pages lie in the same folder.</param>
    public static string Write(IReadOnlyList<NotebookResult> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        var passed = results.Count(result => result.Verdict == Verdict.Passed);
        var elapsed = Duration.Text(TimeSpan.FromTicks(results.Sum(result => result.Elapsed.Ticks)));
        var kind = passed == results.Count ? "passed" : "failed";

        var page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n");
        page.Append(CultureInfo.InvariantCulture, $"<title>Notebooks: {passed} of {results.Count} passed</title>\n<style>\n{Stylesheet.Text}{Style}</style>\n</head>\n<body>\n");
        page.Append(CultureInfo.InvariantCulture, $"<header class=\"verdict {kind}\"><span>{Words.Notebooks(passed, results.Count)} passed in {elapsed}</span></header>\n");
        page.Append("<main>\n<h1>Notebooks</h1>\n<ul class=\"cards\">\n");
        foreach (var result in results)
            WriteCard(page, result);
        return page.Append("</ul>\n</main>\n</body>\n</html>\n").ToString();
    }

    private static void WriteCard(StringBuilder page, NotebookResult result)
    {
        var file = Path.GetFileName(result.Path);
        var title = Encode(result.Title ?? Path.GetFileNameWithoutExtension(file));
        var link = result.HtmlPath is { } path ? $" href=\"{Uri.EscapeDataString(Path.GetFileName(path))}\"" : "";
        page.Append(CultureInfo.InvariantCulture, $"<li class=\"{result.Verdict.ToString().ToLowerInvariant()}\">\n");
        page.Append(Thumbnail.Of(result) is { } picture
            ? $"<a class=\"picture\"{link} tabindex=\"-1\" aria-hidden=\"true\"><img alt=\"\" src=\"{Encode(picture)}\"></a>\n"
            : $"<a class=\"picture none\"{link} tabindex=\"-1\" aria-hidden=\"true\">no picture</a>\n");
        page.Append(CultureInfo.InvariantCulture, $"<div class=\"words\">\n<h2><a{link}>{title}</a></h2>\n<p class=\"file\">{Encode(file)}</p>\n");
        if (WhyNot(result) is { } why)
            page.Append(CultureInfo.InvariantCulture, $"<p class=\"why\">{Encode(why)}</p>\n");
        var how = result.Unreadable is null ? Words.Counts(result) : Words.Of(Verdict.Unreadable);
        page.Append(CultureInfo.InvariantCulture, $"<p class=\"how\">{Sign(result)} {how} · {Duration.Text(result.Elapsed)}</p>\n</div>\n</li>\n");
    }

    private static string Sign(NotebookResult result) => result.Verdict == Verdict.Passed ? "✓" : "✗";

    private static string? WhyNot(NotebookResult result) => result.Unreadable
        ?? (result.Cells.FirstOrDefault(cell => cell.Verdict is Verdict.Failed or Verdict.TimedOut or Verdict.Died) is { } cell
            ? string.Create(CultureInfo.InvariantCulture, $"cell {cell.Number}: {cell.Message?.Split('\n')[0]}")
            : null);

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
