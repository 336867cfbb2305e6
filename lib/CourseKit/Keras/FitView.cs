using System.Net;
using CourseKit.Display;

namespace CourseKit.Keras;

/// <summary>The epochs of a training, each with a title and how far it is: all of them in HTML, a few in plain text.</summary>
/// <param name="epochs">So far.</param>
/// <param name="stride">In text there are the first one, the last one, and each of which the number is a multiple of this.</param>
internal sealed class FitView(IReadOnlyList<(string Title, string Line)> epochs, int stride) : RichView
{
    // Set from the bottom up, so that the box stands at its end without a script; 14 lines high. Small letters hold a line with validation.
    public override string ToHtml() =>
        "<div style=\"max-height:252px;overflow:auto;display:flex;flex-direction:column-reverse\">"
        + $"<pre style=\"margin:0;white-space:pre-wrap;font-size:12px;line-height:18px\">{WebUtility.HtmlEncode(Text(epochs))}</pre></div>";

    public override string ToText() => Text(epochs.Where((_, i) => i == 0 || i == epochs.Count - 1 || (i + 1) % stride == 0));

    public override string ToString() => epochs.Count == 0 ? "" : epochs[^1].Line;

    private static string Text(IEnumerable<(string Title, string Line)> epochs) =>
        string.Join('\n', epochs.Select(epoch => $"{epoch.Title}\n{epoch.Line}".TrimEnd('\n')));
}
