namespace CourseKit.Plotting.Drawing;

/// <summary>Colour and line of a mark. Null is none; <see cref="Ink.Text"/> is the colour of the page's text.</summary>
internal sealed record Ink(string? Fill = null, string? Stroke = null, double Width = 1, string? Dash = null, double Opacity = 1,
    bool Round = false)
{
    public const string Text = "currentColor";

    public static Ink Grid { get; } = new(Stroke: Text, Opacity: 0.13);

    public static Ink Axis { get; } = new(Stroke: Text, Opacity: 0.55);
}

/// <summary>What a text is, so that a reader of the drawing (a test, the writer) need not guess it from its place.</summary>
internal enum TextRole
{
    Title,
    Subtitle,
    AxisTitle,
    XTick,
    YTick,
    Legend,
    Scale,
    Note,
    Data,
}

internal enum Anchor
{
    Start,
    Middle,
    End,
}

/// <summary>What a figure is drawn of.</summary>
internal abstract record Mark;

internal sealed record PathMark(string Data, Ink Ink) : Mark;

internal sealed record RectMark(Rect Box, Ink Ink) : Mark;

/// <summary>A picture; <paramref name="Sharp"/> keeps its pixels square where it is enlarged.</summary>
internal sealed record ImageMark(Rect Box, string Source, bool Sharp) : Mark;

/// <summary>Marks of which only what lies in <paramref name="Box"/> is seen.</summary>
internal sealed record ClipMark(Rect Box, IReadOnlyList<Mark> Inner) : Mark;

/// <summary>
/// One line of text. (X, Y) is the anchor on the middle of the small letters' height; the angle is in degrees clockwise around it.
/// </summary>
internal sealed record TextMark(double X, double Y, string Text, TextRole Role) : Mark
{
    public double Size { get; init; } = TextSize.Normal;

    public Anchor Anchor { get; init; }

    public bool Bold { get; init; }

    public double Angle { get; init; }

    public string? Color { get; init; }

    /// <summary>The rectangle that the text fills, as measured.</summary>
    public Rect Bounds
    {
        get
        {
            var width = TextWidths.Of(Text, Size, Bold);
            var start = Anchor switch { Anchor.Start => 0, Anchor.Middle => -width / 2, _ => -width };
            var (sin, cos) = Math.SinCos(Angle * Math.PI / 180);
            double[] xs = [start, start + width], ys = [-0.6 * Size, 0.6 * Size];
            var corners = xs.SelectMany(x => ys.Select(y => (X: X + x * cos - y * sin, Y: Y + x * sin + y * cos))).ToArray();
            return Rect.Between(corners.Min(c => c.X), corners.Min(c => c.Y), corners.Max(c => c.X), corners.Max(c => c.Y));
        }
    }
}

/// <summary>Heights of text in pixels.</summary>
internal static class TextSize
{
    public const double Title = 15;
    public const double Normal = 12;
    public const double Line = 1.3;
}

/// <summary>A finished drawing.</summary>
internal sealed record Scene(double Width, double Height, IReadOnlyList<Mark> Marks)
{
    /// <summary>All marks, those inside clips too.</summary>
    public IEnumerable<Mark> All => Flatten(Marks);

    private static IEnumerable<Mark> Flatten(IEnumerable<Mark> marks) =>
        marks.SelectMany(mark => mark is ClipMark clip ? Flatten(clip.Inner) : [mark]);
}

/// <summary>Collects marks.</summary>
internal sealed class Canvas
{
    public List<Mark> Marks { get; } = [];

    public void Add(Mark mark) => Marks.Add(mark);

    public void Line(double x1, double y1, double x2, double y2, Ink ink) => Add(new PathMark(new PathText().Move(x1, y1).Line(x2, y2)
        .ToString(), ink));

    public void Path(PathText path, Ink ink)
    {
        if (!path.IsEmpty)
            Add(new PathMark(path.ToString(), ink));
    }

    public void Rect(Rect box, Ink ink) => Add(new RectMark(box, ink));

    /// <summary>Draws on a canvas of its own and keeps what lies in <paramref name="box"/>.</summary>
    public void Clip(Rect box, Action<Canvas> draw)
    {
        var inner = new Canvas();
        draw(inner);
        if (inner.Marks.Count > 0)
            Add(new ClipMark(box, inner.Marks));
    }
}
