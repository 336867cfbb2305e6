using CourseKit.Plotting.Plotly;

namespace CourseKit.Plotting.Drawing;

/// <summary>Counts values in equal intervals and draws the counts.</summary>
internal static class HistogramPainter
{
    public static void Draw(Canvas canvas, Histogram histogram, Scale x, Scale y)
    {
        var (edges, heights) = Count(histogram);
        for (var i = 0; i < heights.Length; i++)
            if (heights[i] > 0)
                canvas.Rect(Rect.Around(x.Of(edges[i]) + 0.4, y.Of(0), x.Of(edges[i + 1]) - 0.4, y.Of(heights[i])),
                    BarPainter.InkOf(histogram));
    }

    /// <summary>The ends of the intervals and what falls into each: from its start on, up to but not including its end.</summary>
    public static (double[] Edges, double[] Heights) Count(Histogram histogram)
    {
        var values = (histogram.X.Numbers ?? []).Where(double.IsFinite).ToArray();
        var bins = histogram.XBins ?? Choose(values);
        var count = Math.Max(1, (int)Math.Round((bins.End - bins.Start) / bins.Size));
        var heights = new double[count];
        foreach (var value in values)
            if ((int)Math.Floor((value - bins.Start) / bins.Size + 1e-9) is var index && index >= 0 && index < count)
                heights[index] += histogram.HistNorm == "probability" ? 1.0 / values.Length : 1;
        return ([.. Enumerable.Range(0, count + 1).Select(i => bins.Start + i * bins.Size)], heights);
    }

    /// <summary>Round intervals, about as many as the square root of the number of values.</summary>
    public static Bins Choose(IReadOnlyList<double> values, int most = 50)
    {
        var finite = values.Where(double.IsFinite).ToArray();
        if (finite.Length == 0)
            return new Bins { Start = 0, End = 1, Size = 1 };
        var (low, high) = (finite.Min(), finite.Max());
        if (low == high)
            return new Bins { Start = low - 0.5, End = low + 0.5, Size = 1 };
        var ticks = Ticks.Linear(low, high, (int)Math.Clamp(Math.Sqrt(finite.Length), 5, most), whole: false, (_, _) => "", _ => true);
        var size = ticks.Length > 1 ? (ticks[^1].At - ticks[0].At) / (ticks.Length - 1) : high - low;
        var start = Math.Floor(low / size + 1e-9) * size;
        return new Bins { Start = start, Size = size, End = start + (Math.Floor((high - start) / size + 1e-9) + 1) * size };
    }
}
