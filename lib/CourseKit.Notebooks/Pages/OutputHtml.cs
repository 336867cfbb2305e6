using System.Net;
using CourseKit.Notebooks.Documents;

namespace CourseKit.Notebooks.Pages;

/// <summary>One output of a cell as HTML; of several representations the richest that a page can show.</summary>
internal static class OutputHtml
{
    private const string Plotly = "application/vnd.plotly.v1+json";
    private const string PlainText = "text/plain";

    /// <summary>The class of the element that holds a chart's JSON and its still picture; plotly.js is for these.</summary>
    public const string FigureClass = "coursekit-figure";

    public static string Of(CellOutput output) => output switch
    {
        StreamOutput text => $"<pre class=\"{text.Name}\" tabindex=\"0\">{Encode(text.Text.TrimEnd('\n'))}</pre>",
        DisplayOutput shown => OfBundle(shown.Data),
        ResultOutput result => OfBundle(result.Data),
        _ => $"<pre class=\"error\" tabindex=\"0\">{Encode(ErrorText((ErrorOutput)output))}</pre>",
    };

    private static string OfBundle(MimeBundle data)
    {
        if (data.TryGetValue(Plotly, out var figure) && !(data.GetValueOrDefault("text/html")?.Contains(FigureClass, StringComparison.Ordinal) ?? false))
            return Value(Figure(figure, data));
        return Richest(data, Forms) is { } html ? Value(html) : $"<pre class=\"note\">[{Encode(string.Join(", ", data.Keys))}]</pre>";
    }

    /// <summary>What may be wider than the page scrolls by itself, and with the keyboard too.</summary>
    private static string Value(string html) =>
        Wide.Any(tag => html.Contains(tag, StringComparison.Ordinal))
            ? $"<div class=\"value\" role=\"group\" aria-label=\"Output\" tabindex=\"0\">{html}</div>"
            : $"<div class=\"value\">{html}</div>";

    private static readonly string[] Wide = ["<table", "<svg", "<pre"];

    /// <summary>Another library's chart: its JSON for plotly.js, and the best that it has to show until then.</summary>
    private static string Figure(string json, MimeBundle data) =>
        $"<div class=\"{FigureClass}\"><script type=\"application/json\" class=\"coursekit-plotly\">{json.Replace("<", "\\u003c", StringComparison.Ordinal)}</script>" +
        $"{Richest(data, Pictures) ?? "<p class=\"still note\">[a chart; it needs plotly.js]</p>"}</div>";

    private static string? Richest(MimeBundle data, (string Mime, Func<string, MimeBundle, string> Write)[] forms)
    {
        foreach (var (mime, write) in forms)
            if (data.TryGetValue(mime, out var text))
                return write(text, data);
        return null;
    }

    private static readonly (string Mime, Func<string, MimeBundle, string> Write)[] Pictures =
    [
        ("image/svg+xml", (svg, _) => svg),
        ("image/png", (bytes, data) => Image("png", bytes, data)),
        ("image/jpeg", (bytes, data) => Image("jpeg", bytes, data)),
    ];

    /// <summary>Best first.</summary>
    private static readonly (string Mime, Func<string, MimeBundle, string> Write)[] Forms =
    [
        ("text/html", (html, _) => html),
        .. Pictures,
        ("text/markdown", (text, _) => new MarkdownText().ToHtml(text)),
        (PlainText, (text, _) => $"<pre>{Encode(text)}</pre>"),
        ("application/json", (json, _) => $"<pre>{Encode(json)}</pre>"),
    ];

    /// <summary>The plain text of the same value says what the picture shows.</summary>
    private static string Image(string format, string bytes, MimeBundle data) =>
        $"<img alt=\"{Encode(data.GetValueOrDefault(PlainText) ?? "Picture")}\" src=\"data:image/{format};base64,{Encode(bytes)}\">";

    private static string ErrorText(ErrorOutput error)
    {
        var lines = error.Traceback.Count > 0 ? string.Join('\n', error.Traceback) : error.Value;
        return lines.Contains(error.Value, StringComparison.Ordinal) ? lines : $"{error.Name}: {error.Value}\n{lines}";
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(TerminalColours.Remove(text));
}
