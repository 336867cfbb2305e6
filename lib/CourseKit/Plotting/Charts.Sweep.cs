using CourseKit.Plotting.Drawing;
using CourseKit.Plotting.Plotly;

namespace CourseKit.Plotting;

/// <summary>What a picture of a sweep may be told.</summary>
public sealed record SweepOptions : ChartOptions
{
    /// <summary>What the columns vary.</summary>
    public string? XTitle { get; init; }

    /// <summary>What the rows vary.</summary>
    public string? YTitle { get; init; }

    /// <summary>What is measured. Default <c>test accuracy</c>.</summary>
    public string Measure { get; init; } = "test accuracy";

    /// <summary>Whether the highest score is the best one (default) or the lowest.</summary>
    public bool LowerIsBetter { get; init; }
}

/// <summary>One axis of <see cref="Charts.ParallelCoordinates"/>.</summary>
/// <param name="Name">What it varies or measures.</param>
/// <param name="Values">A number or a name for each run.</param>
public sealed record ParallelAxis(string Name, Values Values)
{
    /// <summary>Whether equal ratios have equal height, as learning rates want.</summary>
    public bool LogScale { get; init; }
}

public static partial class Charts
{
    private const int FewValues = 8;

    /// <summary>Two settings against each other; the best pair is framed.</summary>
    /// <param name="scores">(rows, columns); NaN where a run failed.</param>
    /// <param name="rowNames">What each row was set to.</param>
    /// <param name="columnNames">What each column was set to.</param>
    /// <param name="options">Titles, measure.</param>
    /// <exception cref="ArgumentException">There is no score, or the names are not as many as rows and columns.</exception>
    public static Figure SweepHeatmap(double[,] scores, IReadOnlyList<string> rowNames, IReadOnlyList<string> columnNames,
        SweepOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(scores);
        options ??= new SweepOptions();
        var (rows, columns) = (scores.GetLength(0), scores.GetLength(1));
        ChartParts.RequireSome(nameof(SweepHeatmap), scores.Cast<double>().Count(double.IsFinite), "finite score");
        ChartParts.RequireSame(nameof(SweepHeatmap), (rows, "row"), (rowNames.Count, "row name"));
        ChartParts.RequireSame(nameof(SweepHeatmap), (columns, "column"), (columnNames.Count, "column name"));

        var cells = (from i in Enumerable.Range(0, rows)
                     from j in Enumerable.Range(0, columns)
                     where double.IsFinite(scores[i,
            j])
                     select (Row: i, Column: j)).ToArray();
        var best = options.LowerIsBetter ? cells.MinBy(cell => scores[cell.Row, cell.Column])
            : cells.MaxBy(cell => scores[cell.Row, cell.Column]);
        var (z, texts) = (new double[rows, columns], new string[rows, columns]);
        for (var i = 0; i < rows; i++)
            for (var j = 0; j < columns; j++)
                (z[i, j], texts[i, j]) = (ChartParts.Rounded(scores[i, j]), double.IsFinite(scores[i, j]) ? scores[i, j]
                    .ToString("0.###", CultureInfo.InvariantCulture) : "failed");
        var map = new Heatmap
        {
            X = ChartParts.Encode(columnNames),
            Y = ChartParts.Encode(rowNames),
            Z = z,
            Text = texts,
            TextTemplate = "%{text}",
            TextFont = new Font { Size = 12 },
            ColorScale = ColorScale.Viridis,
            ColorBar = new ColorBar { Title = PlotlyText.Encode(options.Measure) },
            XGap = 2,
            YGap = 2,
        };
        var words = string.Create(CultureInfo.InvariantCulture,
            $"{rows} × {columns} runs; best {options.Measure} {TypesetNumber.Short(scores[best.Row, best.Column], 4)} with ") +
            $"{rowNames[best.Row]} and {columnNames[best.Column]}.";
        return ChartParts.Figure([map], ChartParts.Layout(options, $"Sweep: {options.Measure}", words,
            ("xaxis", new Axis
            {
                Title = options.XTitle is { } x ? PlotlyText.Encode(x) : null,
                Type = AxisType.Category,
                ShowGrid = false
            }),
            ("yaxis", new Axis
            {
                Title = options.YTitle is { } y ? PlotlyText.Encode(y) : null,
                Type = AxisType.Category,
                AutoRange = "reversed",
                ShowGrid = false
            })) with
        {
            Height = options.Height ?? Math.Clamp(130 + 52 * rows, 220, 620),
            Shapes = [Cell(best.Column - 0.5, best.Row - 0.5, best.Column + 0.5, best.Row +
                0.5) with { Line = new Line { Color = Palette.Alarm, Width = 3 } }],
        });
    }

    /// <summary>Many runs at once: a line a run through all its settings to its score, coloured by the score.</summary>
    /// <param name="axes">Settings, and last the score; one value a run each.</param>
    /// <param name="options">Titles.</param>
    /// <exception cref="ArgumentException">There are fewer than two axes, no run, unequal numbers of values, or scores that are
    /// names.</exception>
    public static Figure ParallelCoordinates(IReadOnlyList<ParallelAxis> axes, ChartOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(axes);
        if (axes.Count < 2 || axes[^1].Values.Numbers is not { } scores)
            throw new ArgumentException(
                $"Charts.ParallelCoordinates: one setting or more and, as the last axis, a score in numbers are required; received " +
                $"{axes.Count.ToString(CultureInfo.InvariantCulture)} axes.");
        ChartParts.RequireSome(nameof(ParallelCoordinates), scores.Count, "run");
        foreach (var axis in axes)
            ChartParts.RequireSame(nameof(ParallelCoordinates), (scores.Count, "score"), (axis.Values.Count, $"value of \"{axis.Name}\""));

        var best = Enumerable.Range(0, scores.Count).MaxBy(i => scores[i]);
        var setting = string.Join(", ", axes.SkipLast(1)
            .Select(axis => $"{axis.Name} = {axis.Values.Names?[best] ?? TypesetNumber.Short(axis.Values.Numbers![best])}"));
        var trace = new ParallelCoordinates
        {
            Dimensions = [.. axes.Select(Dimension)],
            Line = new ScaledLine
            {
                Color = [.. scores.Select(score => ChartParts.Rounded(score))],
                ColorScale = ColorScale.Lines,
                ShowScale = false,
            },
        };
        var layout = ChartParts.Layout(options, "Sweep, run by run", string.Create(CultureInfo.InvariantCulture,
            $"{scores.Count} runs; best {axes[^1].Name} {TypesetNumber.Short(scores[best], 4)} with {setting}."));
        return ChartParts.Figure([trace], layout with { Margin = layout.Margin! with { T = layout.Margin.T + 40, L = 60, R = 60 } });
    }

    /// <summary>Names become 0, 1, 2, …; log axes exponents; few values are named one by one.</summary>
    private static Dimension Dimension(ParallelAxis axis)
    {
        if (axis.Values.Names is { } names)
        {
            var distinct = names.Distinct().ToArray();
            return new Dimension
            {
                Label = PlotlyText.Encode(axis.Name),
                Values = [.. names.Select(name => (double)Array.IndexOf(distinct, name))],
                TickVals = [.. Enumerable.Range(0, distinct.Length).Select(i => (double)i)],
                TickText = ChartParts.Encode(distinct),
            };
        }
        double Height(double value) => ChartParts.Rounded(axis.LogScale ? Math.Log10(value) : value);
        var values = axis.Values.Numbers!.Distinct().Order().ToArray();
        var few = values.Length <= FewValues || axis.LogScale;
        return new Dimension
        {
            Label = PlotlyText.Encode(axis.Name),
            Values = [.. axis.Values.Numbers!.Select(Height)],
            TickVals = few ? [.. values.Take(2 * FewValues).Select(Height)] : null,
            TickText = few ? [.. values.Take(2 * FewValues).Select(value => TypesetNumber.Short(value))] : null,
        };
    }

    /// <summary>What accuracy costs: accuracy against the seconds of training it took.</summary>
    /// <param name="runs">Name, seconds since the start and accuracy at these moments of each; a single moment is a point.</param>
    /// <param name="options">Titles.</param>
    /// <exception cref="ArgumentException">There is no run, or one whose two lists differ in length or are empty.</exception>
    public static Figure AccuracyAgainstTime(IEnumerable<(string Name, IReadOnlyList<double> Seconds,
        IReadOnlyList<double> Accuracy)> runs, CurveOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(runs);
        options ??= new CurveOptions();
        var defaults = new CurveOptions();
        options = options with
        {
            XTitle = options.XTitle == defaults.XTitle ? "seconds of training" : options.XTitle,
            YTitle = options.YTitle == defaults.YTitle ? "accuracy" : options.YTitle,
        };
        var all = runs.ToArray();
        ChartParts.RequireSome(nameof(AccuracyAgainstTime), all.Length, "run");
        foreach (var (name, seconds, accuracy) in all)
        {
            ChartParts.RequireSome(nameof(AccuracyAgainstTime), seconds.Count, $"moment of \"{name}\"");
            ChartParts.RequireSame(nameof(AccuracyAgainstTime), (seconds.Count, $"moment of \"{name}\""), (accuracy.Count, "accuracy"));
        }
        var traces = all.Select((run, i) => Curve(run.Accuracy, run.Name, i, "epoch") with
        {
            X = run.Seconds.Select(second => ChartParts.Rounded(second)).ToArray(),
            Mode = run.Seconds.Count <= FewEpochs ? ScatterMode.LinesMarkers : ScatterMode.Lines,
            HoverTemplate = $"{PlotlyText.Encode(run.Name)}<br>%{{x}} s: %{{y}}<extra></extra>",
        });
        var words = string.Join("; ",
            all.Select(run => $"{run.Name} {TypesetNumber.Short(run.Accuracy[^1], 4)} after {TypesetNumber.Short(run.Seconds[^1])} s"));
        return ChartParts.Figure(traces, ChartParts.Layout(options, "Accuracy against training time", $"{words}.",
            ("xaxis", new Axis { Title = PlotlyText.Encode(options.XTitle), Type = options.LogScale == true ? AxisType.Log : null }),
                ("yaxis", new Axis { Title = PlotlyText.Encode(options.YTitle) })));
    }
}
