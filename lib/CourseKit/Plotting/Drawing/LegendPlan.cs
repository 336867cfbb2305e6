using CourseKit.Plotting.Plotly;

namespace CourseKit.Plotting.Drawing;

/// <summary>The names of the traces with their signs: in rows above the plot, or in a column at its right.</summary>
internal sealed class LegendPlan
{
    private const double Sign = 30;
    private const double SignGap = 7;
    private const double EntryGap = 20;
    private const double RowHeight = 19;

    private readonly List<(Trace Trace, string Text, double X, double Y)> _entries = [];

    private LegendPlan(bool isBeside) => IsBeside = isBeside;

    /// <summary>Whether it stands at the right.</summary>
    public bool IsBeside { get; }

    public double Width { get; private set; }

    public double Height { get; private set; }

    /// <summary>Arranges the entries in a width.</summary>
    public static LegendPlan For(Figure figure, double width)
    {
        var named = figure.Traces.Where(trace => trace is
        {
            ShowLegend: not false,
            Name.Length: > 0
        } and not (OtherTrace or Heatmap or Image or Contour)).ToArray();
        var shown = figure.Layout.ShowLegend ?? named.Length > 1;
        var plan = new LegendPlan(figure.Layout.Legend?.Orientation != "h");
        if (shown)
            plan.Arrange(named, width);
        return plan;
    }

    private void Arrange(Trace[] traces, double width)
    {
        double x = 0, y = 0;
        foreach (var trace in traces)
        {
            var text = PlotlyText.OneLine(trace.Name!);
            var entry = Sign + SignGap + TextWidths.Of(text);
            if (x > 0 && (IsBeside || x + entry > width))
                (x, y) = (0, y + RowHeight);
            _entries.Add((trace, text, x, y));
            Width = Math.Max(Width, x + entry);
            x += entry + EntryGap;
        }
        Height = _entries.Count == 0 ? 0 : y + RowHeight;
    }

    public void Draw(Canvas canvas, double left, double top)
    {
        foreach (var (trace, text, x, y) in _entries)
        {
            DrawSign(canvas, trace, left + x, top + y + RowHeight / 2);
            canvas.Add(new TextMark(left + x + Sign + SignGap, top + y + RowHeight / 2, text, TextRole.Legend));
        }
    }

    private static void DrawSign(Canvas canvas, Trace trace, double x, double y)
    {
        switch (trace)
        {
            case Scatter { Fill: not null, Mode: ScatterMode.Lines } area:
                canvas.Rect(new Rect(x + 4, y - 6, Sign - 8, 12), new Ink(area.FillColor ?? area.Line?.Color ?? Palette.Color(0),
                    Opacity: 0.5));
                DrawLine(area);
                break;
            case Scatter scatter:
                if (scatter.Mode is ScatterMode.Lines or ScatterMode.LinesMarkers)
                    DrawLine(scatter);
                if (scatter.Mode is ScatterMode.Markers or ScatterMode.LinesMarkers or ScatterMode.MarkersText)
                    Markers.Draw(canvas, [(x + Sign / 2, y)], scatter.Marker, scatter.Line?.Color);
                break;
            default:
                canvas.Rect(new Rect(x + 9, y - 6, 12, 12), BarPainter.InkOf(trace));
                break;
        }

        void DrawLine(Scatter scatter) => canvas.Line(x, y, x + Sign, y, ScatterPainter.LineInk(scatter));
    }
}
