using CourseKit.Plotting.Plotly;

namespace CourseKit.Plotting.Drawing;

/// <summary>Bars side by side or on top of each other.</summary>
internal static class BarPainter
{
    public static Ink InkOf(Trace trace)
    {
        var marker = trace switch
        {
            Bar bar => bar.Marker,
            Histogram histogram => histogram.Marker,
            Box box =>
            new Marker { Color = box.FillColor ?? box.Line?.Color },
            _ => null
        };
        var width = marker?.Line?.Width ?? 0;
        return new Ink(marker?.Color ?? Palette.Color(0), width > 0 ? marker!.Line!.Color ?? Ink.Text : null, width,
            Opacity: (marker?.Opacity ?? 1) * (trace.Opacity ?? 1));
    }

    public static void Draw(Canvas canvas, Bar bar, Panel panel, Layout layout)
    {
        var lying = bar.Orientation == "h";
        var (places, lengths) = lying ? (panel.Y.Scale, panel.X.Scale) : (panel.X.Scale, panel.Y.Scale);
        var values = (lying ? bar.X : bar.Y)?.Numbers ?? [];
        var (offset, thickness) = Share(bar, panel, layout);
        var errors = new PathText();
        for (var i = 0; i < values.Count; i++)
        {
            var place = places.Units(lying ? bar.Y : bar.X, i) + offset;
            var bottom = Below(bar, panel, layout, lying, i);
            var (from, to) = (lengths.Type == AxisType.Log ? lengths.Start : lengths.Of(bottom), lengths.Of(bottom + values[i]));
            var (near, far) = (places.OfUnits(place - thickness / 2), places.OfUnits(place + thickness / 2));
            if (!double.IsFinite(from + to + near + far))
                continue;
            canvas.Rect(lying ? Rect.Around(from, near, to, far) : Rect.Around(near, from, far, to), InkOf(bar));
            var end = to;
            if ((lying ? bar.ErrorX : bar.ErrorY)?.Array is { } error && i < error.Length && double.IsFinite(error[i]))
            {
                var (low, high) = (lengths.Of(bottom + values[i] - error[i]), lengths.Of(bottom + values[i] + error[i]));
                end = high;
                if (lying)
                    ErrorMarks.Lying(errors, (near + far) / 2, low, high);
                else
                    ErrorMarks.Upright(errors, (near + far) / 2, low, high);
            }
            if (bar.Text is { } texts && i < texts.Length && bar.TextPosition != "none")
                canvas.Add(lying
                    ? new TextMark(end + 6, (near + far) / 2, PlotlyText.OneLine(texts[i]), TextRole.Data) { Size = 11 }
                    : new TextMark((near + far) / 2, end - 9, PlotlyText.OneLine(texts[i]), TextRole.Data)
                    {
                        Size = 11,
                        Anchor = Anchor.Middle
                    });
        }
        canvas.Path(errors, new Ink(Stroke: (lying ? bar.ErrorX : bar.ErrorY)?.Color ?? Ink.Text, Width: 1.4));
    }

    /// <summary>Middle and thickness of a bar within its place, in units of the axis.</summary>
    private static (double Offset, double Thickness) Share(Bar bar, Panel panel, Layout layout)
    {
        var all = panel.Traces.OfType<Bar>().ToList();
        var room = bar.Width ?? 1 - (layout.BarGap ?? 0.2);
        if (layout.BarMode is "stack" or "overlay" || bar.Width is not null || all.Count == 1)
            return (0, room);
        var each = room / all.Count;
        return ((all.IndexOf(bar) - (all.Count - 1) / 2.0) * each, each * 0.94);
    }

    private static double Below(Bar bar, Panel panel, Layout layout, bool lying, int i) =>
        layout.BarMode != "stack" ? 0 : panel.Traces.OfType<Bar>().TakeWhile(other => other != bar)
            .Select(other => (lying ? other.X : other.Y)?.Numbers is { } numbers && i < numbers.Count && double.IsFinite(numbers[i])
                ? numbers[i] : 0).Sum();
}
