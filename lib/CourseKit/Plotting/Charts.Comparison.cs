using CourseKit.Plotting.Drawing;
using CourseKit.Plotting.Plotly;

namespace CourseKit.Plotting;

/// <summary>What a comparison may be told.</summary>
public sealed record ComparisonOptions : ChartOptions
{
    /// <summary>What is measured. Default <c>test accuracy</c>.</summary>
    public string Measure { get; init; } = "test accuracy";

    /// <summary>
    /// Where the axis begins. Default: bars from zero. With another start points are drawn, because a bar that does not begin at zero
    /// misleads.
    /// </summary>
    public double? From { get; init; }
}

public static partial class Charts
{
    /// <summary>For shares of one: an axis with room for text must not promise more than all.</summary>
    private static readonly double[] Fifths = [0, 0.2, 0.4, 0.6, 0.8, 1];

    /// <summary>Settings side by side: the mean over the seeds, its standard deviation, and every seed as a point.</summary>
    /// <param name="results">Name and one score a seed of each setting.</param>
    /// <param name="options">Measure, start of the axis, titles.</param>
    /// <exception cref="ArgumentException">There is no setting, or one without a score.</exception>
    public static Figure Comparison(IEnumerable<(string Name, IReadOnlyList<double> Scores)> results, ComparisonOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(results);
        options ??= new ComparisonOptions();
        var all = CheckScores(nameof(Comparison), results);
        var names = ChartParts.Encode(all.Select(result => result.Name));
        var means = Array.ConvertAll(all, result => ChartParts.Rounded(result.Scores.Average(), 6));
        var spreads = Array.ConvertAll(all, result => ChartParts.Rounded(Deviation(result.Scores), 4));
        var texts = means.Zip(spreads, (mean, spread) => spread > 0
            ? $"{WithDecimalsOf(spread, mean)} ± {WithDecimalsOf(spread, spread)}" : TypesetNumber.Short(mean, 4)).ToArray();
        var seeds = all.Max(result => result.Scores.Count);

        var traces = new List<Trace> { options.From is null ? Bars(names, means, spreads, texts, seeds) : Means(names, means, spreads) };
        if (seeds > 1)
            traces.Add(EverySeed(all, names));
        var title = seeds > 1 ? string.Create(CultureInfo.InvariantCulture,
            $"{options.Measure} (mean ± standard deviation, {seeds} seeds)") : options.Measure;
        var words = string.Join("; ", names.Select((name, i) => $"{PlotlyText.OneLine(name)} {texts[i]}"));
        return ChartParts.Figure(traces, ChartParts.Layout(options, "Comparison", $"{title}: {words}.",
            ("xaxis", new Axis
            {
                Title = PlotlyText.Encode(title),
                Range = options.From is { } from ? [from, Ceiling(all, from)]
                : BarRange(all, texts),
                TickVals = options.From is null
                && all.All(result => result.Scores.All(score => score is >= 0 and <= 1)) ? Fifths : null
            }),
            ("yaxis", new Axis { Type = AxisType.Category, AutoRange = "reversed", ShowGrid = false })) with
        {
            Height = options.Height ?? 120 + 40 * all.Length,
            ShowLegend = false,
        });
    }

    /// <summary>A mean is worth no more digits than its spread, of which two count.</summary>
    private static string WithDecimalsOf(double spread, double value) => value.ToString(
        string.Create(CultureInfo.InvariantCulture, $"F{Math.Clamp(1 - (int)Math.Floor(Math.Log10(spread)), 0, 6)}"), CultureInfo.InvariantCulture);

    private static Bar Bars(string[] names, double[] means, double[] spreads, string[] texts, int seeds) => new()
    {
        X = means,
        Y = names,
        Orientation = "h",
        Marker = new Marker { Color = "#8fb8de", Line = new Line { Color = Palette.Color(0), Width = 1 } },
        ErrorX = seeds > 1 ? new ErrorBars { Array = spreads, Color = Palette.Alarm } : null,
        Text = texts,
        TextPosition = "outside",
    };

    private static Scatter Means(string[] names, double[] means, double[] spreads) => new()
    {
        X = means,
        Y = names,
        Mode = ScatterMode.Markers,
        Marker = new Marker { Color = Palette.Color(0), Symbol = "diamond", Size = 10 },
        ErrorX = new ErrorBars { Array = spreads, Color = Palette.Color(0) },
    };

    private static Scatter EverySeed((string Name, IReadOnlyList<double> Scores)[] all, string[] names) => new()
    {
        Name = "one seed",
        X = all.SelectMany(result => result.Scores).Select(score => ChartParts.Rounded(score)).ToArray(),
        Y = all.SelectMany((result, i) => Enumerable.Repeat(names[i], result.Scores.Count)).ToArray(),
        Mode = ScatterMode.Markers,
        Marker = new Marker { Color = "#6b6b6b", Symbol = "circle-open", Size = 5, Line = new Line { Color = "#6b6b6b", Width = 1.2 } },
        HoverTemplate = "%{y}: %{x}<extra></extra>",
    };

    /// <summary>From zero to where the longest text after a bar ends; left to the data where scores are negative.</summary>
    private static double[]? BarRange((string Name, IReadOnlyList<double> Scores)[] all, string[] texts)
    {
        const double Plot = 400;
        if (all.Any(result => result.Scores.Min() < 0))
            return null;
        var longest = texts.Max(text => TextBlock.Of(text, 11).Width) + 14;
        return [0, ChartParts.Rounded(Ceiling(all, 0) * Plot / (Plot - longest), 3)];
    }

    private static double Ceiling((string Name, IReadOnlyList<double> Scores)[] all, double from)
    {
        var highest = all.Max(result => Math.Max(result.Scores.Max(), result.Scores.Average() + Deviation(result.Scores)));
        return highest > from ? highest + 0.05 * (highest - from) : from + 1;
    }

    private static (string Name, IReadOnlyList<double> Scores)[] CheckScores(string chart, IEnumerable<(string Name,
        IReadOnlyList<double> Scores)> results)
    {
        var all = results.ToArray();
        ChartParts.RequireSome(chart, all.Length, "setting");
        foreach (var (name, scores) in all)
            if (scores.Count == 0 || !scores.All(double.IsFinite))
                throw new ArgumentException(
                    $"Charts.{chart}: finite scores, at least one a setting, are required; \"{name}\" has " +
                    $"{(scores.Count == 0 ? "none" : "NaN or infinity among them")}.");
        return all;
    }

    /// <summary>Of a sample, with n − 1; 0 for a single value.</summary>
    private static double Deviation(IReadOnlyList<double> values)
    {
        var mean = values.Average();
        return values.Count < 2 ? 0 : Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1));
    }
}
