using CourseKit.Plotting.Drawing;
using CourseKit.Plotting.Plotly;

namespace CourseKit.Plotting;

/// <summary>What the charts have in common.</summary>
internal static class ChartParts
{
    private const double TitleRoom = 50;
    private const double SubtitleRoom = 20;
    private const double PanelTitleRoom = 20;
    private const double LegendGap = 12;

    /// <summary>Share of the width that Plotly fills with a legend before it begins a new row: its entries are wider than ours.</summary>
    private const double PlotlyLegend = 0.7;

    private static readonly Legend Above = new() { Orientation = "h", X = 0, XAnchor = "left", Y = 1.02, YAnchor = "bottom" };

    /// <summary>
    /// The figure, with a legend above the plot where more than one trace has a name; without what Plotly's validation calls superfluous:
    /// the
    /// markers of bare lines, the place of a legend that is not there.
    /// </summary>
    public static Figure Figure(IEnumerable<Trace> traces, Layout layout)
    {
        Trace[] all = [.. traces.Select(trace => trace is Scatter { Mode: ScatterMode.Lines } line ? line with { Marker = null } : trace)];
        var shows = layout.ShowLegend ?? all.Count(trace => trace is { Name.Length: > 0, ShowLegend: not false }) > 1;
        var room = PanelTitleRoom * (layout.Annotations?.Any(note => note is { YAnchor: "bottom", Y.Number: 1 }) == true ? 1 : 0) +
            (shows ? LegendPlan.For(new Figure(all, layout with { ShowLegend = true, Legend = Above }),
                PlotlyLegend * (layout.Width ?? FigureDrawing.DefaultWidth)).Height + LegendGap : 0);
        return new Figure(all, layout with
        {
            ShowLegend = shows,
            Margin = layout.Margin! with { T = layout.Margin.T + room },
            Legend = shows ? Above : null,
        });
    }

    /// <summary>The layout of a chart: titles, size, margins, axes.</summary>
    /// <param name="options">What the user asked for.</param>
    /// <param name="title">The title if the user gave none.</param>
    /// <param name="description">The chart in words, with its essential numbers.</param>
    /// <param name="axes">Plotly's names and the axes.</param>
    public static Layout Layout(ChartOptions? options, string title, string description, params (string Name, Axis Axis)[] axes)
    {
        var data = options?.Data;
        return new Layout
        {
            Title = new Title
            {
                Text = PlotlyText.Encode(options?.Title ?? title),
                Subtitle = data is null ? null
                : PlotlyText.Encode(data),
                X = 0.02,
                Y = 1,
                YAnchor = "top",
                Pad = new Margin(T: 12)
            },
            Width = options?.Width,
            Height = options?.Height,
            Margin = new Margin(T: TitleRoom + (data is null ? 0 : SubtitleRoom), R: 30, B: 40),
            Axes = axes.ToDictionary(axis => axis.Name, axis => axis.Axis.Visible == false ? axis.Axis
                : axis.Axis with { AutoMargin = true }),
            Meta = new Meta { Description = description },
        };
    }

    /// <summary>A series' line: its colour and, for print, its dash.</summary>
    public static Line Line(int series, double width = 2) => new()
    {
        Color = Palette.Color(series),
        Width = width,
        Dash = Palette.Dash(series)
    };

    /// <summary>1, 2, 3, … as epochs are counted.</summary>
    public static double[] Epochs(int count) => [.. Enumerable.Range(1, count).Select(epoch => (double)epoch)];

    /// <summary>The texts of a list, encoded.</summary>
    public static string[] Encode(IEnumerable<string> texts) => [.. texts.Select(PlotlyText.Encode)];

    /// <summary>The first texts of a list with commas, and a sign where there are more.</summary>
    public static string FirstOf(IEnumerable<string> texts, int most) =>
        string.Join(", ", texts.Take(most + 1).Select((text, i) => i < most ? text : "…"));

    /// <summary>A number without the digits that no eye could see, so that pages stay small.</summary>
    public static double Rounded(double value, int digits = 5)
    {
        if (value == 0 || !double.IsFinite(value))
            return value;
        var unit = Math.Pow(10, digits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(value))));
        return double.IsFinite(unit) && unit > 0 ? Math.Round(value * unit) / unit : value;
    }

    /// <exception cref="ArgumentException">There is no value at all.</exception>
    public static void RequireSome(string chart, int count, string what)
    {
        if (count == 0)
            throw new ArgumentException($"Charts.{chart}: at least one {what} is required; none was given.");
    }

    /// <exception cref="ArgumentException">The two counts differ.</exception>
    public static void RequireSame(string chart, (int Count, string What) first, (int Count, string What) second)
    {
        if (first.Count != second.Count)
            throw new ArgumentException(FormattableString.Invariant(
                $"Charts.{chart}: one {second.What} for each {first.What} is required; received {second.Count} for {first.Count}."));
    }
}
