using System.Net;
using CourseKit.Notebooks.Documents;

namespace CourseKit.Notebooks.Pages;

/// <summary>One output of a cell as HTML; of several representations the richest that a page can show.</summary>
internal static class OutputHtml
{
    public static string Of(CellOutput output) => output switch
    {
        StreamOutput text => $"<pre class=\"{text.Name}\" tabindex=\"0\">{Encode(text.Text.TrimEnd('\n'))}</pre>",
        DisplayOutput shown => OfBundle(shown.Data),
        ResultOutput result => OfBundle(result.Data),
        _ => $"<pre class=\"error\" tabindex=\"0\">{Encode(ErrorText((ErrorOutput)output))}</pre>",
    };

    private static string OfBundle(MimeBundle data)
    {
        foreach (var (mime, write) in Forms)
            if (data.TryGetValue(mime, out var text))
                return $"<div class=\"value\">{write(text)}</div>";
        return $"<pre class=\"note\">[{Encode(string.Join(", ", data.Keys))}]</pre>";
    }

    /// <summary>Best first.</summary>
    private static readonly (string Mime, Func<string, string> Write)[] Forms =
    [
        ("text/html", html => html),
        ("image/svg+xml", svg => svg),
        ("image/png", data => $"<img alt=\"\" src=\"data:image/png;base64,{Encode(data)}\">"),
        ("image/jpeg", data => $"<img alt=\"\" src=\"data:image/jpeg;base64,{Encode(data)}\">"),
        ("text/markdown", text => new MarkdownText().ToHtml(text)),
        ("text/plain", text => $"<pre tabindex=\"0\">{Encode(text)}</pre>"),
        ("application/json", json => $"<pre tabindex=\"0\">{Encode(json)}</pre>"),
    ];

    private static string ErrorText(ErrorOutput error)
    {
        var lines = error.Traceback.Count > 0 ? string.Join('\n', error.Traceback) : error.Value;
        return lines.Contains(error.Value, StringComparison.Ordinal) ? lines : $"{error.Name}: {error.Value}\n{lines}";
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(TerminalColours.Remove(text));
}
