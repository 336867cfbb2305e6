using CourseKit.Plotting.Plotly;

namespace CourseKit.Plotting.Drawing;

/// <summary>Finds the plots of a figure and the range of each axis.</summary>
internal static class PanelMaker
{
    private const double Room = 0.05;

    public static List<Panel> Panels(Figure figure)
    {
        var drawn = figure.Traces.Where(trace => trace is not (OtherTrace or ParallelCoordinates)).ToArray();
        var pairs = drawn.Select(trace => (X: trace.XAxis ?? "x", Y: trace.YAxis ?? "y")).Distinct().ToArray();
        var ranges = pairs.SelectMany(pair => new[] { pair.X, pair.Y }).Distinct().ToDictionary(id => id, id =>
            new AxisRange(figure.Layout.AxisOf(id), id));
        foreach (var (x, y) in pairs)
        {
            var traces = drawn.Where(trace => (trace.XAxis ?? "x", trace.YAxis ?? "y") == (x, y)).ToArray();
            foreach (var trace in traces)
                Gather(trace, ranges[x], ranges[y]);
            StackBars(traces, figure.Layout, ranges[x], ranges[y]);
        }
        foreach (var range in ranges.Values)
            if (range.Axis.Matches is { } other && ranges.TryGetValue(other, out var matched) && other != range.Id)
            {
                matched.Include(range);
                range.Include(matched);
            }
        return [.. pairs.Select(pair => new Panel
        {
            XId = pair.X,
            YId = pair.Y,
            XRange = ranges[pair.X],
            YRange = ranges[pair.Y],
            Traces = [.. drawn.Where(trace => (trace.XAxis ?? "x", trace.YAxis ?? "y") == pair)],
        })];
    }

    private static void Gather(Trace trace, AxisRange x, AxisRange y)
    {
        switch (trace)
        {
            case Scatter scatter:
                Gather(scatter, x, y);
                break;
            case Bar bar:
                Gather(bar, x, y);
                break;
            case Histogram histogram:
                var (edges, heights) = HistogramPainter.Count(histogram);
                Array.ForEach(edges, x.AddEdge);
                Array.ForEach(heights, y.Add);
                y.AddZero();
                y.Padding = Room;
                break;
            case Box box:
                x.Add(box.X ?? new[] { PlotlyText.OneLine(box.Name ?? "") }, 1);
                y.Add(box.Y, 0);
                y.Padding = Room;
                break;
            case Heatmap map:
                Cells(map.X, map.Z.GetLength(1), x, 0.5);
                Cells(map.Y, map.Z.GetLength(0), y, 0.5);
                break;
            case Contour contour:
                Cells(contour.X, contour.Z.GetLength(1), x, 0);
                Cells(contour.Y, contour.Z.GetLength(0), y, 0);
                break;
            case Image image:
                Gather(image, x, y);
                break;
        }
    }

    private static void Gather(Scatter scatter, AxisRange x, AxisRange y)
    {
        x.Add(scatter.X, scatter.Y.Count);
        y.Add(scatter.Y, scatter.Y.Count);
        var isLine = scatter.Mode == ScatterMode.Lines;
        x.Padding = Math.Max(x.Padding, isLine ? 0.01 : Room);
        y.Padding = Math.Max(y.Padding, Room);
        if (scatter.Fill == "tozeroy")
            y.AddZero();
        if (scatter.ErrorY?.Array is { } errors && scatter.Y.Numbers is { } values)
            for (var i = 0; i < Math.Min(errors.Length, values.Count); i++)
            {
                y.Add(values[i] - errors[i]);
                y.Add(values[i] + errors[i]);
            }
    }

    private static void Gather(Bar bar, AxisRange x, AxisRange y)
    {
        var lying = bar.Orientation == "h";
        var (places, lengths) = lying ? (y, x) : (x, y);
        places.Add(lying ? bar.Y : bar.X, lying ? bar.X!.Count : bar.Y.Count);
        if (places.Type != AxisType.Category)
            places.Padding = 0.5 / Math.Max(1, bar.Y.Count - 1);
        var values = (lying ? bar.X : bar.Y) ?? Values.None;
        lengths.Add(values, 0);
        lengths.AddZero();
        lengths.Padding = bar.Text is null ? Room : 0.12;
        if ((lying ? bar.ErrorX : bar.ErrorY)?.Array is { } errors && values.Numbers is { } numbers)
            for (var i = 0; i < Math.Min(errors.Length, numbers.Count); i++)
                lengths.Add(numbers[i] + errors[i]);
    }

    /// <summary>Bars on top of each other reach as high as their sum.</summary>
    private static void StackBars(Trace[] traces, Layout layout, AxisRange x, AxisRange y)
    {
        if (layout.BarMode != "stack")
            return;
        foreach (var bars in traces.OfType<Bar>().GroupBy(bar => bar.Orientation == "h"))
        {
            var numbers = bars.Select(bar => (bars.Key ? bar.X : bar.Y)?.Numbers).OfType<IReadOnlyList<double>>().ToArray();
            for (var i = 0; i < (numbers.Length == 0 ? 0 : numbers.Min(list => list.Count)); i++)
                (bars.Key ? x : y).Add(numbers.Sum(list => Math.Max(0, list[i])));
        }
    }

    private static void Gather(Image image, AxisRange x, AxisRange y)
    {
        var (width, height) = Png.SizeOf(image.Source);
        var (dx, dy) = (image.Dx ?? 1, image.Dy ?? 1);
        var (left, top) = ((image.X0 ?? 0) - dx / 2, (image.Y0 ?? 0) - dy / 2);
        x.AddEdge(left);
        x.AddEdge(left + width * dx);
        y.AddEdge(top);
        y.AddEdge(top + height * dy);
        y.PrefersReversed = true;
    }

    private static void Cells(Values? middles, int count, AxisRange axis, double half)
    {
        if (middles?.Names is not null)
        {
            axis.Add(middles, count);
            return;
        }
        var (first, last) = middles?.Numbers is { Count: > 0 } numbers ? (numbers[0], numbers[^1]) : (0, count - 1);
        var room = half * (count > 1 ? (last - first) / (count - 1) : 1);
        axis.AddEdge(first - room);
        axis.AddEdge(last + room);
    }
}
