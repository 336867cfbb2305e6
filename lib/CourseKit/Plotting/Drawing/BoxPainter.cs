using CourseKit.Plotting.Plotly;

namespace CourseKit.Plotting.Drawing;

/// <summary>Boxes from quartile to quartile with whiskers, and the values beyond.</summary>
internal static class BoxPainter
{
    private const double HalfWidth = 0.22;

    public static void Draw(Canvas canvas, Box box, Scale x, Scale y)
    {
        var values = box.Y.Numbers ?? [];
        var places = box.X ?? new[] { PlotlyText.OneLine(box.Name ?? "") };
        var groups = values.Select((value, i) => (Value: value, Place: x.Units(places, box.X is null ? 0 : i)))
            .Where(pair => double.IsFinite(pair.Value + pair.Place)).GroupBy(pair => pair.Place, pair => pair.Value);
        foreach (var group in groups)
            Draw(canvas, box, [.. group.Order()], group.Key, x, y);
    }

    private static void Draw(Canvas canvas, Box box, double[] sorted, double place, Scale x, Scale y)
    {
        var (q1, median, q3) = (Quantile(sorted, 0.25), Quantile(sorted, 0.5), Quantile(sorted, 0.75));
        var reach = 1.5 * (q3 - q1);
        var (low, high) = (sorted.First(value => value >= q1 - reach), sorted.Last(value => value <= q3 + reach));
        var color = box.Line?.Color ?? box.Marker?.Color ?? Palette.Color(0);
        var ink = new Ink(Stroke: color, Width: box.Line?.Width ?? 1.5);
        var (left, right, middle) = (x.OfUnits(place - HalfWidth), x.OfUnits(place + HalfWidth), x.OfUnits(place));
        canvas.Rect(Rect.Around(left, y.Of(q1), right, y.Of(q3)), new Ink(box.FillColor ?? color, Opacity: box.FillColor is null ? 0.2
            : 1));
        canvas.Rect(Rect.Around(left, y.Of(q1), right, y.Of(q3)), ink);
        canvas.Path(new PathText().Move(middle, y.Of(q3)).Line(middle, y.Of(high)).Move(middle, y.Of(q1)).Line(middle, y.Of(low))
            .Move((left + middle) / 2, y.Of(high)).Line((right + middle) / 2, y.Of(high)).Move((left + middle) / 2, y.Of(low))
                .Line((right + middle) / 2, y.Of(low)), ink);
        canvas.Line(left, y.Of(median), right, y.Of(median), ink with { Width = 3 });
        var single = sorted.Where(value => box.BoxPoints == "all" || value < low || value > high).Select(value => (middle, y.Of(value)))
            .ToArray();
        Markers.Draw(canvas, single, box.Marker, color);
    }

    /// <summary>Between the sorted values, of which the i-th stands at (i + ½) / n: Plotly's "linear" method.</summary>
    public static double Quantile(double[] sorted, double share)
    {
        var at = Math.Clamp(share * sorted.Length - 0.5, 0, sorted.Length - 1);
        var below = (int)Math.Floor(at);
        return sorted[below] + (at - below) * (sorted[Math.Min(below + 1, sorted.Length - 1)] - sorted[below]);
    }
}
