using CourseKit.Plotting.Drawing;
using CourseKit.Plotting.Plotly;

namespace CourseKit.Plotting;

/// <summary>A figure in words.</summary>
internal static class FigureText
{
    private const string Bars = "▁▂▃▄▅▆▇█";
    private const int SparkWidth = 40;

    public static string? TitleOf(Figure figure)
    {
        var title = figure.Layout.Title;
        if (title?.Text is not { Length: > 0 } text)
            return null;
        return title.Subtitle?.Text is { Length: > 0 } more ? $"{PlotlyText.OneLine(text)} ({PlotlyText.OneLine(more)})"
            : PlotlyText.OneLine(text);
    }

    /// <summary>What a screen reader says in the picture's place.</summary>
    public static string Alternative(Figure figure) => TitleOf(figure) is { } title ? $"{title}. {figure.Description}" : figure.Description;

    /// <summary>Title, description, and each curve as a row of little bars.</summary>
    public static string Text(Figure figure)
    {
        var lines = new List<string> { $"[figure] {TitleOf(figure) ?? "Figure"}" };
        lines.Add($"  {figure.Description}");
        var curves = figure.Traces.OfType<Scatter>().Where(scatter => scatter.Mode != ScatterMode.Text
            && scatter.Y.Numbers is { Count: >= 8 } && scatter.ShowLegend != false && IsEven(scatter.X?.Numbers)
            && scatter.Mode is ScatterMode.Lines or ScatterMode.LinesMarkers).Take(8).ToArray();
        var width = curves.Select(curve => PlotlyText.OneLine(curve.Name ?? "").Length).DefaultIfEmpty(0).Max();
        lines.AddRange(curves.Select(curve =>
            $"  {PlotlyText.OneLine(curve.Name ?? "").PadRight(width)} {Spark(curve.Y.Numbers!, IsLog(figure, curve))}".TrimEnd()));
        return string.Join('\n', lines);
    }

    /// <summary>For a figure that nobody has described: what its traces are.</summary>
    public static string Describe(Figure figure) =>
        figure.Traces.Count == 0 ? "An empty figure." : $"{string.Join("; ", figure.Traces.Select(Describe))}.";

    private static string Describe(Trace trace)
    {
        var name = trace.Name is { Length: > 0 } text ? $"{trace.Type} “{PlotlyText.OneLine(text)}”" : trace.Type;
        var numbers = trace switch
        {
            Scatter scatter => scatter.Y.Numbers,
            Bar bar => (bar.Orientation == "h" ? bar.X : bar.Y)?.Numbers,
            Histogram histogram => histogram.X.Numbers,
            Box box => box.Y.Numbers,
            Heatmap map => [.. map.Z.Cast<double>()],
            _ => null,
        };
        var finite = (numbers ?? []).Where(double.IsFinite).ToArray();
        return finite.Length == 0 ? name : string.Create(CultureInfo.InvariantCulture,
            $"{name}, {finite.Length} values from {TypesetNumber.Short(finite.Min())} to {TypesetNumber.Short(finite.Max())}");
    }

    /// <summary>Whether the points stand at equal distances, so that a row of bars is a true picture of them.</summary>
    private static bool IsEven(IReadOnlyList<double>? x) =>
        x is null || Enumerable.Range(1, x.Count - 1).All(i => Math.Abs(x[i] - x[i - 1] - (x[1] - x[0])) <= 0.01 * Math.Abs(x[1] - x[0]));

    private static bool IsLog(Figure figure, Trace trace) => figure.Layout.AxisOf(trace.YAxis ?? "y").Type == AxisType.Log;

    /// <summary>The highest value of each stretch as one of eight bars; a space where there is none.</summary>
    private static string Spark(IReadOnlyList<double> values, bool log)
    {
        var heights = values.Select(value => !double.IsFinite(value) ? double.NaN : !log ? value : value > 0 ? Math.Log10(value)
            : double.NaN).ToArray();
        var (low, high) = (heights.Where(double.IsFinite).DefaultIfEmpty(0).Min(), heights.Where(double.IsFinite).DefaultIfEmpty(0).Max());
        var columns = Math.Min(SparkWidth, heights.Length);
        return string.Concat(Enumerable.Range(0, columns).Select(column =>
        {
            var stretch = heights[(column * heights.Length / columns)..((column + 1) * heights.Length / columns)].Where(double.IsFinite)
                .ToArray();
            return stretch.Length == 0 ? ' ' : Bars[high > low ? (int)Math.Min(7, 8 * (stretch.Max() - low) / (high - low)) : 3];
        }));
    }
}
