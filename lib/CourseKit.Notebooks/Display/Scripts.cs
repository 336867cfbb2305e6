using CourseKit.Notebooks.Documents;

namespace CourseKit.Notebooks.Display;

/// <summary>Scripts for the page that shows a notebook.</summary>
internal static class Scripts
{
    public static MimeBundle Script(string code) => MimeBundle.Of(("text/html", $"<script type=\"text/javascript\">{code}</script>"));

    /// <summary>A style sheet, which goes into the page's head: not every front end keeps one among a cell's outputs.</summary>
    public static MimeBundle Stylesheet(string css)
    {
        var text = css.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("`", "\\`", StringComparison.Ordinal).Replace("${", "\\${", StringComparison.Ordinal)
            .Replace("</", "<\\/", StringComparison.Ordinal);
        return Script($"var css = `{text}`; document.head.appendChild(Object.assign(document.createElement('style'), {{ textContent: css }}));");
    }

    /// <summary>A diagram: front ends that know the language draw it, others show the source.</summary>
    public static MimeBundle Mermaid(string source) => MimeBundle.Of(
        ("text/vnd.mermaid", source),
        ("text/html", $"<pre class=\"mermaid\">{System.Net.WebUtility.HtmlEncode(source)}</pre>"),
        ("text/plain", source));
}
