using CourseKit.Plotting.Drawing;
using CourseKit.Plotting.Plotly;

namespace CourseKit.Plotting;

/// <summary>What a picture of functions may be told.</summary>
public sealed record FunctionOptions : ChartOptions
{
    /// <summary>Where the functions begin. Default −5.</summary>
    public double From { get; init; } = -5;

    /// <summary>Where they end. Default 5.</summary>
    public double To { get; init; } = 5;
}

public static partial class Charts
{
    private const int FunctionPoints = 201;

    /// <summary>Activation functions on the left, their slopes on the right: where a slope is near zero, nothing is learnt.</summary>
    /// <param name="functions">Name, function and slope of each.</param>
    /// <param name="options">Range and titles.</param>
    /// <exception cref="ArgumentException">There is no function, or the range is empty.</exception>
    public static Figure ActivationFunctions(IEnumerable<(string Name, Func<double, double> Function, Func<double,
        double> Slope)> functions, FunctionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(functions);
        options ??= new FunctionOptions();
        var all = functions.ToArray();
        ChartParts.RequireSome(nameof(ActivationFunctions), all.Length, "function");
        if (!(options.From < options.To) || !double.IsFinite(options.To - options.From))
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"Charts.ActivationFunctions: From < To, both finite, is required; received {options.From} and {options.To}."));

        var x = Enumerable.Range(0, FunctionPoints)
            .Select(i => Math.Round(options.From + i * (options.To - options.From) / (FunctionPoints - 1), 6)).ToArray();
        var traces = all.Select((f, i) => Sampled(f.Name, f.Function, x, i, "x", "y"))
            .Concat(all.Select((f, i) => Sampled(f.Name, f.Slope, x, i, "x2", "y2") with { ShowLegend = false }));
        var words = string.Join("; ",
            all.Select(f => $"{f.Name}: {TypesetNumber.Short(f.Function(options.From))} to " +
                $"{TypesetNumber.Short(f.Function(options.To))}, slope at 0 {TypesetNumber.Short(f.Slope(0))}"));
        return ChartParts.Figure(traces, ChartParts.Layout(options, all.Length == 1 ? $"{all[0].Name} and its slope"
            : "Activation functions and their slopes", $"{words}.",
            ("xaxis", new Axis { Title = "z", Domain = [0, 0.46], Anchor = "y" }), ("yaxis", new Axis { Anchor = "x" }),
            ("xaxis2", new Axis { Title = "z", Domain = [0.54, 1], Anchor = "y2" }), ("yaxis2", new Axis { Anchor = "x2" })) with
        {
            Width = options.Width ?? 640,
            Height = options.Height ?? 340,
            Annotations = [PanelTitle("value", ""), PanelTitle("slope", "2")],
        });
    }

    private static Scatter Sampled(string name, Func<double, double> function, double[] x, int series, string xAxis, string yAxis) => new()
    {
        Name = PlotlyText.Encode(name),
        X = x,
        Y = Array.ConvertAll(x, z => ChartParts.Rounded(function(z))),
        Line = ChartParts.Line(series, 2.2),
        LegendGroup = PlotlyText.Encode(name),
        XAxis = xAxis,
        YAxis = yAxis,
    };

    /// <summary>The name of one of several plots, above it at the left.</summary>
    private static Annotation PanelTitle(string text, string axis) => new()
    {
        Text = $"<b>{PlotlyText.Encode(text)}</b>",
        X = 0.0,
        Y = 1.0,
        XRef = $"x{axis} domain",
        YRef = $"y{axis} domain",
        XAnchor = "left",
        YAnchor = "bottom",
        Font = new Font { Size = 12 },
    };
}
