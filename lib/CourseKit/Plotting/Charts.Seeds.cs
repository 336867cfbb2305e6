using CourseKit.Plotting.Drawing;
using CourseKit.Plotting.Plotly;

namespace CourseKit.Plotting;

public static partial class Charts
{
    private const int StripColumns = 90;
    private const int OutcomesInRow = 25;

    /// <summary>Light where it went right, dark where not: they differ in grey too.</summary>
    private static readonly ColorScale WrongRight = new((0, "#b8500a"), (0.5, "#b8500a"), (0.5, "#a9cdef"), (1, "#a9cdef"));

    /// <summary>Which seeds went right: a square a seed, twenty-five in a row, from the first.</summary>
    /// <param name="outcomes">Whether each seed went right.</param>
    /// <param name="options">Titles.</param>
    /// <exception cref="ArgumentException">There is no outcome.</exception>
    public static Figure OutcomeStrip(IReadOnlyList<bool> outcomes, ChartOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        ChartParts.RequireSome(nameof(OutcomeStrip), outcomes.Count, "outcome");
        var columns = Math.Min(OutcomesInRow, outcomes.Count);
        var rows = (outcomes.Count + columns - 1) / columns;
        var (z, texts) = (new double[rows, columns], new string[rows, columns]);
        for (var i = 0; i < rows * columns; i++)
            (z[i / columns, i % columns], texts[i / columns, i % columns]) = i >= outcomes.Count ? (double.NaN, "") : outcomes[i] ? (1, "")
                : (0, "✗");
        var map = new Heatmap
        {
            Z = z,
            Text = texts,
            TextTemplate = "%{text}",
            TextFont = new Font { Size = 9 },
            ColorScale = WrongRight,
            ZMin = 0,
            ZMax = 1,
            ShowScale = false,
            XGap = 1,
            YGap = 1,
            HoverInfo = "skip",
        };
        var wrong = Enumerable.Range(0, outcomes.Count).Where(i => !outcomes[i]).ToArray();
        var words = string.Create(CultureInfo.InvariantCulture,
            $"{outcomes.Count - wrong.Length} of {outcomes.Count} seeds went right " +
            $"({TypesetNumber.Percent(1 - (double)wrong.Length / outcomes.Count)})") +
            (wrong.Length == 0 ? "." : $"; wrong: {ChartParts.FirstOf(wrong.Select(i => i.ToString(CultureInfo.InvariantCulture)), 20)}.");
        return ChartParts.Figure([map], ChartParts.Layout(options, "Outcomes over seeds", words,
            ("xaxis", new Axis { Title = "seed (dark ✗: went wrong)", ShowGrid = false, ZeroLine = false, Constrain = "domain" }),
            ("yaxis", new Axis
            {
                AutoRange = "reversed",
                TickVals = [.. Enumerable.Range(0, rows).Select(row => (double)row)],
                TickText = [.. Enumerable.Range(0, rows).Select(row => string.Create(CultureInfo.InvariantCulture, $"{row * columns} +"))],
                ShowGrid = false,
                ZeroLine = false,
                ScaleAnchor = "x",
                Constrain = "domain",
            })) with
        {
            Height = options?.Height ?? 115 + rows * Math.Min(40, 540 / columns) + (options?.Data is null ? 0 : 16),
        });
    }

    private const double DotRise = 5.5;

    /// <summary>Where outcomes are few numbers, a pile grows no higher than this: then it grows wider.</summary>
    private const int HighestPile = 10;

    /// <summary>Width of a dot as a share of the axis.</summary>
    private const double DotWidth = 0.019;

    /// <summary>
    /// How results scatter over seeds: a dot a seed, equal ones on top of each other (ten high, then side by side), and the median of each
    /// strip.
    /// </summary>
    /// <param name="results">Name and one outcome a seed of each setting.</param>
    /// <param name="options">Measure and titles.</param>
    /// <exception cref="ArgumentException">There is no setting, or one without an outcome.</exception>
    public static Figure SeedStrip(IEnumerable<(string Name, IReadOnlyList<double> Outcomes)> results, ComparisonOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(results);
        options ??= new ComparisonOptions();
        var all = CheckScores(nameof(SeedStrip), results);
        var (low, high) = (all.Min(strip => strip.Scores.Min()), all.Max(strip => strip.Scores.Max()));
        var stacks = Array.ConvertAll(all, strip => Blocks(strip.Scores, high - low) ?? Stack(strip.Scores, low, high));
        var highest = 1 + stacks.Max(stack => stack.Max(dot => dot.Height));
        // Strips stand one unit apart; the highest pile fills seven tenths of that.
        var step = Math.Min(0.09, 0.7 / highest);
        var stripHeight = Math.Clamp(DotRise * highest / 0.7, 95, 280);

        var traces = all.SelectMany((strip, i) => new Trace[]
        {
            Dots(strip.Name, stacks[i], all.Length - 1 - i, step, i),
            Median(strip.Scores, all.Length - 1 - i),
        });
        var words = string.Join("; ", all.Select(strip => string.Create(CultureInfo.InvariantCulture,
            $"{strip.Name}: {strip.Scores.Count} seeds from {TypesetNumber.Short(strip.Scores.Min(), 4)} to " +
            $"{TypesetNumber.Short(strip.Scores.Max(), 4)}, median {TypesetNumber.Short(MedianOf(strip.Scores), 4)}")));
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

    /// <summary>
    /// Equal outcomes as a block of dots around their number; null where there are no high piles, or where blocks would cover each other.
    /// </summary>
    private static Dot[]? Blocks(IReadOnlyList<double> outcomes, double range)
    {
        var piles = outcomes.Order().GroupBy(outcome => outcome).Select(pile => (Value: pile.Key, Count: pile.Count())).ToArray();
        var dot = DotWidth * (range > 0 ? range : 1);
        double Half((double Value, int Count) pile) => dot * ((pile.Count - 1) / HighestPile + 1) / 2;
        if (piles.Max(pile => pile.Count) <= HighestPile
            || piles.Zip(piles.Skip(1)).Any(pair => pair.First.Value + Half(pair.First) > pair.Second.Value - Half(pair.Second)))
            return null;
        return [.. piles.SelectMany(pile => Enumerable.Range(0, pile.Count).Select(i =>
            new Dot(pile.Value, pile.Value - Half(pile) + dot * (i / HighestPile + 0.5), i % HighestPile)))];
    }

    /// <summary>Each outcome with its height in the pile of those that would cover each other.</summary>
    private static Dot[] Stack(IReadOnlyList<double> outcomes, double low, double high)
    {
        var piles = new Dictionary<int, int>();
        var stacked = new Dot[outcomes.Count];
        var sorted = outcomes.Order().ToArray();
        for (var i = 0; i < sorted.Length; i++)
        {
            var column = high > low ? (int)Math.Round((sorted[i] - low) / (high - low) * StripColumns) : 0;
            // Dots are wider than a column: the pile of the neighbour at the left counts too.
            var height = Math.Max(piles.GetValueOrDefault(column), piles.GetValueOrDefault(column - 1));
            piles[column] = height + 1;
            stacked[i] = new Dot(sorted[i], sorted[i], height);
        }
        return stacked;
    }

    /// <summary>An outcome, where it is drawn from left to right, and how many dots lie below it.</summary>
    private readonly record struct Dot(double Value, double X, int Height);

    private static Scatter Dots(string name, Dot[] stack, int row, double step, int series) => new()
    {
        Name = PlotlyText.Encode(name),
        X = Array.ConvertAll(stack, dot => ChartParts.Rounded(dot.X)),
        Y = Array.ConvertAll(stack, dot => Math.Round(row + dot.Height * step, 4)),
        Mode = ScatterMode.Markers,
        Marker = new Marker
        {
            Color = Palette.Color(series),
            Symbol = "circle",
            Size = 8,
            Line = new Line
            {
                Color = "#ffffff",
                Width = 0.8
            }
        },
        Text = Array.ConvertAll(stack, dot => TypesetNumber.Short(dot.Value, 4)),
        HoverTemplate = $"{PlotlyText.Encode(name)}: %{{text}}<extra></extra>",
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
