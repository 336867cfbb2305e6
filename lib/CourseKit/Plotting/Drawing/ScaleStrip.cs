using CourseKit.Plotting.Plotly;

namespace CourseKit.Plotting.Drawing;

/// <summary>The strip of colours beside a plot, with its numbers.</summary>
internal sealed class ScaleStrip
{
    private const double Thickness = 12;
    private const int Steps = 64;

    private readonly ColorScale _colors;
    private readonly Scale _scale;
    private readonly Tick[] _ticks;
    private readonly TextBlock? _title;

    private ScaleStrip(ColorScale colors, double low, double high, ColorBar? bar, double height)
    {
        (_colors, _scale) = (colors, new Scale(AxisType.Linear, low, high, []));
        _scale.Place(height, 0);
        var largest = Math.Max(Math.Abs(low), Math.Abs(high));
        _ticks = bar?.TickVals is { } values
            ? [.. values.Select((value, i) => new Tick(value, bar.TickText is { } texts && i < texts.Length ? texts[i]
                : TypesetNumber.Short(value)))]
            : Ticks.Linear(low, high, (int)Math.Clamp(height / 36, 2, 8), whole: false, (value, step) => TypesetNumber.Tick(value, step,
                largest), _ => true);
        _title = bar?.Title?.Text is { Length: > 0 } title ? TextBlock.Of(title) : null;
    }

    public double Width => Thickness + 5 + (_ticks.Length == 0 ? 0 : _ticks.Max(tick => TextBlock.Of(tick.Label).Width)) +
        (_title is null ? 0 : _title.Height + 4);

    /// <summary>The strip that a trace asks for, or null.</summary>
    public static ScaleStrip? For(Trace trace, double height) => trace switch
    {
        Heatmap { ShowScale: not false, Z.Length: > 0 } map => new(HeatmapPainter.ColorsOf(map), HeatmapPainter.RangeOf(map).Low,
            HeatmapPainter.RangeOf(map).High, map.ColorBar, height),
        Contour { ShowScale: not false, Contours.Coloring: "heatmap" or "fill", Z.Length: > 0 } surface => For(HeatmapPainter.Of(surface),
            height),
        ParallelCoordinates { Line: { ShowScale: true, Color: { Length: > 0 } color } line } =>
            new(line.ColorScale ?? ColorScale.Viridis, line.CMin ?? color.Min(), line.CMax ?? color.Max(), line.ColorBar, height),
        _ => null,
    };

    public void Draw(Canvas canvas, double left, Rect plot)
    {
        var pixels = new byte[Steps * 3];
        for (var i = 0; i < Steps; i++)
            (pixels[3 * i], pixels[3 * i + 1], pixels[3 * i + 2]) = _colors.At(1 - (i + 0.5) / Steps);
        var box = new Rect(left, plot.Y, Thickness, plot.Height);
        canvas.Add(new ImageMark(box, Png.Uri(Png.Rgb(pixels, 1)), Sharp: false));
        canvas.Rect(box, new Ink(Stroke: Ink.Text, Opacity: 0.3));
        _scale.Place(plot.Bottom, plot.Y);
        var right = left + Thickness + 5;
        foreach (var (at, label) in _ticks)
        {
            var y = Math.Clamp(_scale.OfUnits(at), plot.Y + 4, plot.Bottom - 4);
            canvas.Line(left + Thickness, _scale.OfUnits(at), left + Thickness + 3, _scale.OfUnits(at), Ink.Axis);
            canvas.Add(new TextMark(right, y, PlotlyText.OneLine(label), TextRole.Scale));
        }
        if (_title is not null)
            canvas.Add(new TextMark(left + Width - _title.Height / 2, plot.MiddleY, _title.Lines[0].Text,
                TextRole.AxisTitle)
            { Anchor = Anchor.Middle, Angle = -90 });
    }
}
