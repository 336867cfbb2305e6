using CourseKit.Plotting.Plotly;

namespace CourseKit.Plotting;

/// <summary>What a drawing of a network may be told.</summary>
public sealed record NetworkOptions : ChartOptions
{
    /// <summary>The layers' names; <c>input</c>, <c>hidden 1</c>, … and <c>output</c> if null.</summary>
    public IReadOnlyList<string>? LayerNames { get; init; }

    /// <summary>
    /// Weights (inputs, outputs) between neighbouring layers, which give the lines their colour and width; all alike if null.
    /// </summary>
    public IReadOnlyList<double[,]>? Weights { get; init; }

    /// <summary>Units drawn of a layer before the rest become three dots. Range ≥ 3, default 10.</summary>
    public int MostUnits { get; init; } = 10;
}

public static partial class Charts
{
    private static readonly double[] WeightWidths = [0.6, 1.4, 2.6];

    /// <summary>A network as circles and lines.</summary>
    /// <param name="sizes">Units of each layer, from the input to the output.</param>
    /// <param name="options">Names, weights, titles.</param>
    /// <exception cref="ArgumentException">There are fewer than two layers, an empty one, or names or weights that do not fit.</exception>
    public static Figure Network(IReadOnlyList<int> sizes, NetworkOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(sizes);
        options ??= new NetworkOptions();
        CheckNetwork(sizes, options);
        var layers = sizes.Select((size, layer) => Layer(layer, size, options.MostUnits)).ToArray();
        var names = ChartParts.Encode(options.LayerNames ?? [.. sizes.Select((_, i) => LayerName(i, sizes.Count))]);
        var traces = Edges(layers, options.Weights).Append(Nodes(layers)).Concat(Dots(layers));
        var hidden = new Axis { Visible = false };
        var parameters = Enumerable.Range(1, sizes.Count - 1).Sum(i => (long)(sizes[i - 1] + 1) * sizes[i]);
        return ChartParts.Figure(traces, ChartParts.Layout(options,
            string.Join("-", sizes.Select(size => size.ToString(CultureInfo.InvariantCulture))),
            string.Create(CultureInfo.InvariantCulture,
                $"A network of {sizes.Count} layers with {string.Join(", ", sizes)} units and {parameters} weights and biases."),
            ("xaxis", hidden with { Range = [-0.5, sizes.Count - 0.5] }), ("yaxis", hidden with { Range = [-0.22, 1.22] })) with
        {
            Height = options.Height ?? 360,
            ShowLegend = options.Weights is not null,
            Annotations = [.. sizes.SelectMany((size, i) => new[] { Caption(i, 1.14, $"<b>{names[i]}</b>"), Caption(i, -0.14, size == 1
                ? "1 unit" : string.Create(CultureInfo.InvariantCulture, $"{size} units")) })],
        });
    }

    private static void CheckNetwork(IReadOnlyList<int> sizes, NetworkOptions options)
    {
        if (sizes.Count < 2 || sizes.Any(size => size < 1) || options.MostUnits < 3)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"Charts.Network: two layers or more of one unit or more, and MostUnits ≥ 3, are required; received " +
                $"[{string.Join(", ", sizes)}] and {options.MostUnits}."));
        if (options.LayerNames is { } names)
            ChartParts.RequireSame(nameof(Network), (sizes.Count, "layer"), (names.Count, "layer name"));
        if (options.Weights is not { } weights)
            return;
        ChartParts.RequireSame(nameof(Network), (sizes.Count - 1, "pair of layers"), (weights.Count, "weight matrix"));
        for (var i = 0; i < weights.Count; i++)
            if (weights[i].GetLength(0) != sizes[i] || weights[i].GetLength(1) != sizes[i + 1])
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                    $"Charts.Network: weights ({sizes[i]}, {sizes[i + 1]}) between layers {i} and {i + 1} are required; received " +
                    $"({weights[i].GetLength(0)}, {weights[i].GetLength(1)})."));
    }

    private static string LayerName(int i, int count) =>
        i == 0 ? "input" : i == count - 1 ? "output" : count == 3 ? "hidden" : string.Create(CultureInfo.InvariantCulture, $"hidden {i}");

    /// <summary>
    /// Where the units of a layer stand, and which unit each is; beyond <paramref name="most"/> the middle ones are left out.
    /// </summary>
    private static (double X, double Y, int Unit)[] Layer(int layer, int size, int most)
    {
        var places = Math.Min(size, most + 1);
        var step = Math.Min(1.0 / Math.Max(1, places - 1), 0.35);
        var (upper, top) = (size <= most ? size : most - most / 2, 0.5 + (places - 1) / 2.0 * step);
        return [.. Enumerable.Range(0, places).Where(place => size <= most || place != upper)
            .Select(place => ((double)layer, Math.Round(top - place * step, 4), place < upper ? place : size - (places - place)))];
    }

    private static IEnumerable<Trace> Edges((double X, double Y, int Unit)[][] layers, IReadOnlyList<double[,]>? weights)
    {
        var lines = from layer in Enumerable.Range(0, layers.Length - 1)
                    from @from in layers[layer]
                    from to in layers[layer + 1]
                    select (From: @from, To: to, Weight: weights?[layer][@from.Unit, to.Unit] ?? 0);
        if (weights is null)
            return [Edge([.. lines.Select(line => (line.From, line.To))], new Line { Color = Palette.Muted, Width = 0.7 }, null)];
        var all = lines.ToArray();
        var largest = Math.Max(1e-12, all.Max(line => Math.Abs(line.Weight)));
        return all.GroupBy(line => (Negative: line.Weight < 0, Width: Math.Min(2, (int)(3 * Math.Abs(line.Weight) / largest))))
            .OrderBy(group => group.Key)
            .Select(group => Edge([.. group.Select(line => (line.From, line.To))],
                new Line
                {
                    Color = group.Key.Negative ? Palette.Alarm : Palette.Color(0),
                    Width = WeightWidths[group.Key.Width],
                    Dash = group.Key.Negative ? "dash" : null
                },
                group.Key.Width == all.Where(line => line.Weight < 0 == group.Key.Negative)
                    .Max(line => Math.Min(2, (int)(3 * Math.Abs(line.Weight) / largest)))
                    ? group.Key.Negative ? "negative weight" : "positive weight" : null));
    }

    private static Scatter Edge(((double X, double Y, int) From, (double X, double Y, int) To)[] lines, Line line, string? name) => new()
    {
        Name = name,
        X = lines.SelectMany(pair => new[] { pair.From.X, pair.To.X, double.NaN }).ToArray(),
        Y = lines.SelectMany(pair => new[] { pair.From.Y, pair.To.Y, double.NaN }).ToArray(),
        Line = line,
        Opacity = name is null && line.Color == Palette.Muted ? 0.6 : 0.85,
        ShowLegend = name is not null,
        HoverInfo = "skip",
    };

    private static Scatter Nodes((double X, double Y, int Unit)[][] layers) => new()
    {
        X = layers.SelectMany(layer => layer.Select(unit => unit.X)).ToArray(),
        Y = layers.SelectMany(layer => layer.Select(unit => unit.Y)).ToArray(),
        Mode = ScatterMode.Markers,
        Marker = new Marker { Color = "#dbe9f6", Symbol = "circle", Size = 18, Line = new Line { Color = "#1f5f99", Width = 1.6 } },
        ShowLegend = false,
        HoverInfo = "skip",
    };

    /// <summary>Three dots in the gap of a layer that is not drawn whole.</summary>
    private static IEnumerable<Trace> Dots((double X, double Y, int Unit)[][] layers)
    {
        var gaps = from layer in layers
                   from pair in layer.Zip(layer.Skip(1))
                   where pair.Second.Unit - pair.First.Unit > 1
                   from dot in new[] { -0.018, 0, 0.018 }
                   select (pair.First.X, Y: (pair.First.Y + pair.Second.Y) / 2 + dot);
        var dots = gaps.ToArray();
        if (dots.Length > 0)
            yield return new Scatter
            {
                X = Array.ConvertAll(dots, dot => dot.X),
                Y = Array.ConvertAll(dots, dot => Math.Round(dot.Y, 4)),
                Mode = ScatterMode.Markers,
                Marker = new Marker { Color = Palette.Muted, Size = 4 },
                ShowLegend = false,
                HoverInfo = "skip",
            };
    }

    private static Annotation Caption(int layer, double height, string text) => new()
    {
        Text = text,
        X = layer,
        Y = height,
        XRef = "x",
        YRef = "y",
        Font = new Font { Size = 12 }
    };
}
