using CourseKit.Plotting.Drawing;
using CourseKit.Plotting.Plotly;

namespace CourseKit.Plotting;

public static partial class Charts
{
    private const int StripColumns = 90;
    private const double DotRise = 5.5;

    /// <summary>How results scatter over seeds: a dot a seed, equal ones on top of each other, and the median of each strip.</summary>
    /// <param name="results">Name and one outcome a seed of each setting.</param>
    /// <param name="options">Measure and titles.</param>
    /// <exception cref="ArgumentException">There is no setting, or one without an outcome.</exception>
    public static Figure SeedStrip(IEnumerable<(string Name, IReadOnlyList<double> Outcomes)> results, ComparisonOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(results);
        options ??= new ComparisonOptions();
        var all = CheckScores(nameof(SeedStrip), results);
        var (low, high) = (all.Min(strip => strip.Scores.Min()), all.Max(strip => strip.Scores.Max()));
        var highest = 1;
        var stacks = Array.ConvertAll(all, strip => Stack(strip.Scores, low, high, ref highest));
        // Strips stand one unit apart; the highest pile fills seven tenths of that.
        var step = Math.Min(0.09, 0.7 / highest);
        var stripHeight = Math.Clamp(DotRise * highest / 0.7, 95, 280);

        var traces = all.SelectMany((strip, i) => new Trace[]
        {
            Dots(strip.Name, stacks[i], all.Length - 1 - i, step, i),
            Median(strip.Scores, all.Length - 1 - i),
        });
        var words = string.Join("; ", all.Select(strip => string.Create(CultureInfo.InvariantCulture,
            $"{strip.Name}: {strip.Scores.Count} seeds from {TypesetNumber.Short(strip.Scores.Min(), 4)} to {TypesetNumber.Short(strip.Scores.Max(), 4)}, median {TypesetNumber.Short(MedianOf(strip.Scores), 4)}")));
        return ChartParts.Figure(traces, ChartParts.Layout(options, "Outcomes over seeds", $"{words}.",
            ("xaxis", new Axis { Title = PlotlyText.Encode($"{options.Measure} (a dot a seed, a line at the median)") }),
            ("yaxis", new Axis
            {
                TickVals = [.. Enumerable.Range(0, all.Length).Select(i => (double)i)],
                TickText = [.. ChartParts.Encode(all.Select(strip => strip.Name)).Reverse()],
                Range = [-0.3, all.Length - 0.1],
                ShowGrid = false,
                ZeroLine = false,
            })) with
        {
            Height = options.Height ?? 110 + stripHeight * all.Length,
            ShowLegend = false,
        });
    }

    /// <summary>Each outcome with its height in the pile of those that would cover each other.</summary>
    private static (double Value, int Height)[] Stack(IReadOnlyList<double> outcomes, double low, double high, ref int highest)
    {
        var piles = new Dictionary<int, int>();
        var stacked = new (double, int)[outcomes.Count];
        var sorted = outcomes.Order().ToArray();
        for (var i = 0; i < sorted.Length; i++)
        {
            var column = high > low ? (int)Math.Round((sorted[i] - low) / (high - low) * StripColumns) : 0;
            // Dots are wider than a column: the pile of the neighbour at the left counts too.
            var height = Math.Max(piles.GetValueOrDefault(column), piles.GetValueOrDefault(column - 1));
            piles[column] = height + 1;
            stacked[i] = (sorted[i], height);
            highest = Math.Max(highest, height + 1);
        }
        return stacked;
    }

    private static Scatter Dots(string name, (double Value, int Height)[] stack, int row, double step, int series) => new()
    {
        Name = PlotlyText.Encode(name),
        X = Array.ConvertAll(stack, dot => ChartParts.Rounded(dot.Value)),
        Y = Array.ConvertAll(stack, dot => Math.Round(row + dot.Height * step, 4)),
        Mode = ScatterMode.Markers,
        Marker = new Marker { Color = Palette.Color(series), Symbol = "circle", Size = 8, Line = new Line { Color = "#ffffff", Width = 0.8 } },
        HoverTemplate = $"{PlotlyText.Encode(name)}: %{{x}}<extra></extra>",
    };

    private static Scatter Median(IReadOnlyList<double> outcomes, int row)
    {
        var median = ChartParts.Rounded(MedianOf(outcomes));
        return new Scatter
        {
            X = [median, median],
            Y = [row - 0.2, row - 0.06],
            Line = new Line { Color = Palette.Muted, Width = 3 },
            ShowLegend = false,
            HoverTemplate = "median %{x}<extra></extra>",
        };
    }

    private static double MedianOf(IReadOnlyList<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
