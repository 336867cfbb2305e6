using CourseKit.Notebooks.Documents;

namespace CourseKit.Notebooks.Pages;

/// <summary>What a notebook calls itself.</summary>
public static class NotebookTitle
{
    /// <summary>The first heading of the first level; null without one.</summary>
    public static string? Of(NotebookDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var markdown = new MarkdownText();
        foreach (var cell in document.Cells.Where(cell => cell.Kind == CellKind.Markdown))
        {
            markdown.ToHtml(cell.Source);
            if (markdown.Headings.FirstOrDefault(heading => heading.Level == 1) is { } title)
                return title.Text;
        }
        return null;
    }
}
