using System.Text;
using System.Text.Json;

namespace CourseKit.Notebooks.Documents;

/// <summary>A notebook as one Markdown text, for people and for sites: code in fences, outputs below it.</summary>
public static class MarkdownFormat
{
    private const int ShortestFence = 3;

    /// <summary>Writes a notebook; line ends are <c>\n</c>. It cannot be read back: verdicts, ids and metadata are left out.</summary>
    /// <param name="document">The notebook, with its outputs if it was run.</param>
    public static string Write(NotebookDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var blocks = document.Cells.SelectMany(cell => cell.Kind switch
        {
            CellKind.Code => [Fence(cell.Source, Language(cell.Kernel)), .. cell.Outputs.Select(Output)],
            CellKind.Markdown => [WithAttachments(cell)],
            _ => new[] { cell.Source },
        });
        return string.Join("\n\n", blocks.Select(block => block.Trim('\n')).Where(block => block.Length > 0)) + "\n";
    }

    /// <summary>A fence is longer than every run of backticks in it, which would end it.</summary>
    private static string Fence(string text, string language)
    {
        var (longest, run) = (0, 0);
        foreach (var letter in text)
            longest = Math.Max(longest, run = letter == '`' ? run + 1 : 0);
        var fence = new string('`', Math.Max(ShortestFence, longest + 1));
        return text.Trim('\n').Length == 0 ? "" : $"{fence}{language}\n{text.Trim('\n')}\n{fence}";
    }

    private static string Language(string kernel) => kernel == "pwsh" ? "powershell" : kernel;

    private static string Output(CellOutput output) => output switch
    {
        StreamOutput stream => Fence(TerminalColours.Remove(stream.Text), "text"),
        DisplayOutput shown => Value(shown.Data),
        ResultOutput result => Value(result.Data),
        ErrorOutput error => Fence(TerminalColours.Remove(error.Traceback.Count > 0 ? string.Join('\n', error.Traceback) : $"{error.Name}: {error.Value}"), "text"),
        _ => "",
    };

    /// <summary>The first form that Markdown can show.</summary>
    private static string Value(MimeBundle data)
    {
        if (data.GetValueOrDefault("text/markdown") is { } markdown)
            return markdown;
        if (data.GetValueOrDefault("image/svg+xml") is { } svg)
            return $"![](data:image/svg+xml;base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(svg))})";
        foreach (var mime in new[] { "image/png", "image/jpeg", "image/gif" })
            if (data.GetValueOrDefault(mime) is { } picture)
                return $"![](data:{mime};base64,{picture.ReplaceLineEndings("")})";
        // A blank line would end the HTML.
        if (data.GetValueOrDefault("text/html") is { } html && (data.GetValueOrDefault("text/plain") is null || html.Contains("<table", StringComparison.Ordinal)))
            return $"<div>\n{string.Join('\n', html.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line)))}\n</div>";
        return Fence(data.GetValueOrDefault("text/plain") ?? $"[{string.Join(", ", data.Keys)}]", "text");
    }

    /// <summary>The pictures of a cell inside its text.</summary>
    private static string WithAttachments(NotebookCell cell)
    {
        var text = cell.Source;
        foreach (var name in cell.Attachments.Keys)
            if (cell.Attachments.Find(name) is { ValueKind: JsonValueKind.Object } bundle && bundle.EnumerateObject().FirstOrDefault() is { Value.ValueKind: JsonValueKind.String } data)
                text = text.Replace($"attachment:{name}", $"data:{data.Name};base64,{data.Value.GetString()!.ReplaceLineEndings("")}", StringComparison.Ordinal);
        return text;
    }
}
