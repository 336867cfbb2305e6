using System.Net;
using CourseKit.Display;

namespace CourseKit.Keras;

/// <summary>The lines of a training.</summary>
internal sealed class FitView(IReadOnlyList<string> lines) : RichView
{
    // Set from the bottom up, so that the box stands at its end without a script.
    public override string ToHtml() =>
        "<div style=\"max-height:18em;overflow:auto;display:flex;flex-direction:column-reverse\">"
        + $"<pre style=\"margin:0\">{WebUtility.HtmlEncode(ToText())}</pre></div>";

    public override string ToText() => string.Join('\n', lines);

    public override string ToString() => lines.Count == 0 ? "" : lines[^1];
}
