using System.Globalization;
using System.Net;
using System.Text;
using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Running;

namespace CourseKit.Notebooks.Pages;

/// <summary>
/// Writes a notebook that was run as one HTML file that needs nothing else: no network, no font. Charts are still pictures that become
/// interactive where plotly.js can be had.
/// </summary>
public static class NotebookPage
{
    /// <summary>Writes the page.</summary>
    /// <param name="document">The notebook with its outputs.</param>
    /// <param name="result">How its cells ended.</param>
    /// <param name="plotly">Where plotly.js comes from; matters only to a notebook with charts.</param>
    /// <exception cref="RunException">A local copy of plotly.js is asked for, and there is none or another one.</exception>
    public static string Write(NotebookDocument document, NotebookResult result, PlotlySource plotly = PlotlySource.None)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(result);
        return Write(document, result.Path, result, plotly);
    }

    /// <summary>Writes the page of a notebook as it is in its file: with the outputs that it has there, and no word on how its cells ended.</summary>
    /// <param name="document">The notebook.</param>
    /// <param name="path">Its file; the page's title where it has no heading.</param>
    /// <param name="plotly">Where plotly.js comes from.</param>
    /// <exception cref="RunException">A local copy of plotly.js is asked for, and there is none or another one.</exception>
    public static string Write(NotebookDocument document, string path, PlotlySource plotly = PlotlySource.None)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Write(document, path, null, plotly);
    }

    private static string Write(NotebookDocument document, string path, NotebookResult? result, PlotlySource plotly)
    {
        var markdown = new MarkdownText();
        var cells = new StringBuilder();
        for (var index = 0; index < document.Cells.Count; index++)
            WriteCell(cells, document.Cells[index], index + 1, result, markdown);
        var title = markdown.Headings.FirstOrDefault(heading => heading.Level == 1)?.Text ?? Path.GetFileNameWithoutExtension(path);

        var page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.Append("<meta name=\"color-scheme\" content=\"light dark\">\n");
        page.Append(CultureInfo.InvariantCulture, $"<title>{Encode(title)}</title>\n<style>\n{Stylesheet.Text}</style>\n</head>\n<body>\n");
        page.Append("<a class=\"skip\" href=\"#content\">Skip to the content</a>\n");
        page.Append(result is null ? "" : VerdictHtml.Banner(result));
        page.Append(Contents(markdown.Headings));
        page.Append("<main id=\"content\">\n").Append(cells).Append("</main>\n");
        if (cells.ToString().Contains(OutputHtml.FigureClass, StringComparison.Ordinal))
            page.Append(PlotlyScript.Of(plotly));
        return page.Append("</body>\n</html>\n").ToString();
    }

    private static void WriteCell(StringBuilder page, NotebookCell cell, int number, NotebookResult? result, MarkdownText markdown)
    {
        switch (cell.Kind)
        {
            case CellKind.Markdown:
                page.Append(CultureInfo.InvariantCulture, $"<section class=\"text\" id=\"cell-{number}\">\n{markdown.ToHtml(cell.Source)}</section>\n");
                break;
            case CellKind.Code:
                WriteCode(page, cell, number, result is null ? "" : null, result?.Cells.FirstOrDefault(ran => ran.Number == number));
                break;
        }
    }

    private static void WriteCode(StringBuilder page, NotebookCell cell, int number, string? kind, CellResult? result)
    {
        kind ??= $" {(result?.Verdict ?? Verdict.NotRun).ToString().ToLowerInvariant()}";
        page.Append(CultureInfo.InvariantCulture, $"<section class=\"code{kind}\" id=\"cell-{number}\">\n");
        page.Append(CultureInfo.InvariantCulture, $"<div class=\"label\">cell {number}{VerdictHtml.Label(result)}</div>\n");
        page.Append(CultureInfo.InvariantCulture, $"<pre class=\"source\" tabindex=\"0\"><code>{CSharpHighlighter.ToHtml(cell.Source)}</code></pre>\n");
        if (result is { Verdict: Verdict.Skipped or Verdict.Unavailable or Verdict.NotRun, Message: { } reason })
            page.Append(CultureInfo.InvariantCulture, $"<p class=\"note\">{Encode(reason)}</p>\n");
        if (cell.Outputs.Count > 0)
        {
            page.Append("<div class=\"outputs\">\n");
            foreach (var output in cell.Outputs)
                page.Append(OutputHtml.Of(output)).Append('\n');
            page.Append("</div>\n");
        }
        page.Append("</section>\n");
    }

    private static string Contents(IReadOnlyList<Heading> headings)
    {
        var sections = headings.Where(heading => heading.Level is 2 or 3).ToArray();
        if (sections.Length < 3)
            return "";
        var items = sections.Select(heading =>
            string.Create(CultureInfo.InvariantCulture, $"<li class=\"level{heading.Level}\"><a href=\"#{heading.Id}\">{Encode(heading.Text)}</a></li>\n"));
        return $"<nav aria-label=\"Contents\">\n<ol>\n{string.Concat(items)}</ol>\n</nav>\n";
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
