using CourseKit.Plotting.Plotly;

namespace CourseKit.Plotting.Drawing;

/// <summary>Lines of text of one size, measured.</summary>
internal sealed class TextBlock
{
    private TextBlock((string Text, bool Bold)[] lines, double size) => (Lines, Size) = (lines, size);

    public (string Text, bool Bold)[] Lines { get; }

    public double Size { get; }

    public double LineHeight => TextSize.Line * Size;

    public double Width => Lines.Max(line => TextWidths.Of(line.Text, Size, line.Bold));

    public double Height => Lines.Length * LineHeight;

    /// <summary>Plotly's text as it breaks its lines itself.</summary>
    public static TextBlock Of(string text, double size = TextSize.Normal) => new(PlotlyText.Lines(text), size);

    /// <summary>The same with lines broken between words to fit <paramref name="width"/>; a longer word stays whole.</summary>
    public static TextBlock Wrap(string text, double width, double size = TextSize.Normal, bool bold = false) =>
        new([.. PlotlyText.Lines(text).SelectMany(line => Break(line.Text, width, size, line.Bold || bold))], size);

    /// <summary>Draws the lines below each other around an anchor.</summary>
    /// <param name="canvas">Where to.</param>
    /// <param name="x">The anchor.</param>
    /// <param name="top">Upper end of the first line.</param>
    /// <param name="anchor">What of the lines stands at the anchor.</param>
    /// <param name="role">What the text is.</param>
    /// <param name="color">Its colour; the page's if null.</param>
    public void Draw(Canvas canvas, double x, double top, Anchor anchor, TextRole role, string? color = null)
    {
        for (var i = 0; i < Lines.Length; i++)
        {
            var y = top + (i + 0.5) * LineHeight;
            canvas.Add(new TextMark(x, y, Lines[i].Text, role) { Anchor = anchor, Size = Size, Bold = Lines[i].Bold, Color = color });
        }
    }

    private static IEnumerable<(string, bool)> Break(string text, double width, double size, bool bold)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && TextWidths.Of(longer, size, bold) > width)
            {
                yield return (line, bold);
                line = word;
            }
            else
            {
                line = longer;
            }
        }
        yield return (line, bold);
    }
}
