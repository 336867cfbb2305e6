using CourseKit.Plotting.Drawing;
using CourseKit.Plotting.Plotly;

namespace CourseKit.Plotting;

public static partial class Charts
{
    private const double LayerHeight = 120;
    private const int MostBins = 60;

    /// <summary>How much each unit varies from example to example, layer by layer; units that never vary (dead ones) stand out.</summary>
    /// <param name="layers">Name and activations (examples, units) of each layer.</param>
    /// <param name="options">Titles.</param>
    /// <exception cref="ArgumentException">There is no layer, or one without two examples.</exception>
    public static Figure LayerActivations(IEnumerable<(string Name, double[,] Activations)> layers, ChartOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(layers);
        var all = layers.ToArray();
        ChartParts.RequireSome(nameof(LayerActivations), all.Length, "layer");
        foreach (var (name, activations) in all)
            if (activations.GetLength(0) < 2 || activations.GetLength(1) == 0)
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                    $"Charts.LayerActivations: activations (examples, units) of two examples or more are required; \"{name}\" is " +
                    $"({activations.GetLength(0)}, {activations.GetLength(1)})."));

        var spreads = Array.ConvertAll(all, layer => Spreads(layer.Activations));
        var dead = Array.ConvertAll(spreads, spread => Enumerable.Range(0, spread.Length).Where(unit => spread[unit] == 0).ToArray());
        var traces = all.SelectMany((layer, i) => UnitBars(spreads[i], dead[i], AxisNumber(i)));
        var names = all.Select((layer, i) => string.Create(CultureInfo.InvariantCulture,
            $"{layer.Name}: {dead[i].Length} of {spreads[i].Length} units dead")).ToArray();
        return Stacked(traces, options, "How much each unit varies", $"{string.Join("; ", names)}.", names,
            i => new Axis { Title = i == all.Length - 1 ? "unit" : null, TickFormat = "d", ShowGrid = false },
            // Of a layer that is dead as a whole the zero line belongs at the bottom too.
            i => new Axis { Title = "standard deviation", Range = dead[i].Length == spreads[i].Length ? [0, 1] : null });
    }

    /// <summary>How the weights of each layer are distributed.</summary>
    /// <param name="layers">Name and weights of each layer.</param>
    /// <param name="options">Titles.</param>
    /// <exception cref="ArgumentException">There is no layer, or one without a finite weight.</exception>
    public static Figure WeightHistogram(IEnumerable<(string Name, IReadOnlyList<double> Weights)> layers, ChartOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(layers);
        var all = layers.ToArray();
        ChartParts.RequireSome(nameof(WeightHistogram), all.Length, "layer");
        foreach (var (name, weights) in all)
            ChartParts.RequireSome(nameof(WeightHistogram), weights.Count(double.IsFinite), $"finite weight of \"{name}\"");

        // Counted here: a layer has a hundred thousand weights, the figure needs sixty numbers.
        var bins = HistogramPainter.Choose([.. all.SelectMany(layer => layer.Weights)], MostBins);
        var traces = all.Select((layer, i) => Counted(layer.Weights, bins, i));
        var names = all.Select(layer => string.Create(CultureInfo.InvariantCulture,
            $"{layer.Name}: {layer.Weights.Count} weights, mean {TypesetNumber.Short(layer.Weights.Where(double.IsFinite).Average())}, " +
            $"deviation {TypesetNumber.Short(Deviation([.. layer.Weights.Where(double.IsFinite)]))}")).ToArray();
        return Stacked(traces, options, "Weights by layer", $"{string.Join("; ", names)}.", names,
            i => new Axis
            {
                Title = i == all.Length - 1 ? "weight" : null,
                ShowTickLabels = i == all.Length - 1,
                Matches = i == all.Length - 1 ? null : $"x{AxisNumber(all.Length - 1)}"
            }, _ => new Axis { Title = "share" });
    }

    private static IEnumerable<Trace> UnitBars(double[] spread, int[] dead, string axis)
    {
        yield return new Bar
        {
            X = Enumerable.Range(0, spread.Length).ToArray(),
            Y = Array.ConvertAll(spread, value => ChartParts.Rounded(value, 4)),
            Marker = new Marker { Color = Palette.Color(0) },
            XAxis = $"x{axis}",
            YAxis = $"y{axis}",
            HoverTemplate = "unit %{x}: %{y}<extra></extra>",
        };
        if (dead.Length > 0)
            yield return new Scatter
            {
                Name = "dead unit",
                X = dead,
                // A little above the axis, which would hide half of the sign.
                Y = Array.ConvertAll(dead, _ => ChartParts.Rounded(0.06 * (dead.Length == spread.Length ? 1 : spread.Max()), 3)),
                Mode = ScatterMode.Markers,
                Marker = new Marker
                {
                    Color = Palette.Alarm,
                    Symbol = "x",
                    Size = spread.Length > 120 ? 6 : 9,
                    Line = new Line { Color = Palette.Alarm, Width = 2 }
                },
                XAxis = $"x{axis}",
                YAxis = $"y{axis}",
            };
    }

    private static double[] Spreads(double[,] activations)
    {
        var (examples, units) = (activations.GetLength(0), activations.GetLength(1));
        return [.. Enumerable.Range(0, units).Select(unit =>
        {
            var values = Enumerable.Range(0, examples).Select(i => activations[i, unit]).ToArray();
            // The rounding of a mean must not bring a constant unit to life.
            return values.All(value => value == values[0]) ? 0 : Deviation(values);
        })];
    }

    private static Bar Counted(IReadOnlyList<double> weights, Bins bins, int layer)
    {
        var (edges, shares) = HistogramPainter.Count(new Histogram { X = weights.ToArray(), XBins = bins, HistNorm = "probability" });
        return new Bar
        {
            X = [.. edges.SkipLast(1).Select(edge => ChartParts.Rounded(edge + bins.Size / 2, 6))],
            Y = Array.ConvertAll(shares, share => ChartParts.Rounded(share, 4)),
            Width = ChartParts.Rounded(bins.Size, 6),
            Marker = new Marker { Color = Palette.Color(0), Line = new Line { Color = "#ffffff", Width = 0.5 } },
            XAxis = $"x{AxisNumber(layer)}",
            YAxis = $"y{AxisNumber(layer)}",
            HoverTemplate = "about %{x}: %{y:.1%}<extra></extra>",
        };
    }

    /// <summary>Plots below each other, each with its name above it.</summary>
    private static Figure Stacked(IEnumerable<Trace> traces, ChartOptions? options, string title, string words, string[] names,
        Func<int, Axis> xAxis, Func<int, Axis> yAxis)
    {
        // Plotly needs the gaps in its shares; this library measures its own.
        const double Gap = 0.35;
        var count = names.Length;
        var band = 1.0 / (count + (count - 1) * Gap);
        var axes = new List<(string, Axis)>();
        for (var i = 0; i < count; i++)
        {
            var top = 1 - i * band * (1 + Gap);
            axes.Add(($"xaxis{AxisNumber(i)}", xAxis(i) with { Anchor = $"y{AxisNumber(i)}" }));
            axes.Add(($"yaxis{AxisNumber(i)}", yAxis(i) with
            {
                Domain = [Math.Max(0, Math.Round(top - band, 4)), Math.Round(top, 4)],
                Anchor = $"x{AxisNumber(i)}",
            }));
        }
        return ChartParts.Figure(traces, ChartParts.Layout(options, title, words, [.. axes]) with
        {
            Height = options?.Height ?? 90 + count * (LayerHeight + 40),
            ShowLegend = false,
            Annotations = [.. names.Select((name, i) => PanelTitle(name, AxisNumber(i)))],
        });
    }

    /// <summary>Plotly's number of the i-th axis: none, 2, 3, ….</summary>
    private static string AxisNumber(int i) => i == 0 ? "" : (i + 1).ToString(CultureInfo.InvariantCulture);
}
