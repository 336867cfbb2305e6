using System.Net;
using CourseKit.Display;

namespace CourseKit.Keras;

/// <summary>The epochs of a training, each with a title and how far it is: all of them in HTML, a few in plain text.</summary>
internal sealed class FitView(IReadOnlyList<(string Title, string Line)> epochs) : RichView
{
    private const int MostInText = 9;

    // Set from the bottom up, so that the box stands at its end without a script.
    public override string ToHtml() =>
        "<div style=\"max-height:18em;overflow:auto;display:flex;flex-direction:column-reverse\">"
        + $"<pre style=\"margin:0\">{WebUtility.HtmlEncode(Text(epochs))}</pre></div>";

    public override string ToText() => Text(epochs.Where((_, i) => IsShown(i)));

    public override string ToString() => epochs.Count == 0 ? "" : epochs[^1].Line;

    // The first one, the last one and every so many between them.
    private bool IsShown(int index)
    {
        var stride = (epochs.Count + MostInText - 3) / (MostInText - 2);
        return epochs.Count <= MostInText || index == 0 || index == epochs.Count - 1 || (index + 1) % stride == 0;
    }

    private static string Text(IEnumerable<(string Title, string Line)> epochs) => string.Join('\n', epochs.Select(epoch => $"{epoch.Title}\n{epoch.Line}"));
}
