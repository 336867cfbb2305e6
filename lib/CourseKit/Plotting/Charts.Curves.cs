using CourseKit.Plotting.Drawing;
using CourseKit.Plotting.Plotly;

namespace CourseKit.Plotting;

/// <summary>The charts of the course: arrays and delegates in, a figure out.</summary>
public static partial class Charts
{
    private const double SpanForLog = 100;
    private const int FewEpochs = 15;

    /// <summary>The loss after each epoch.</summary>
    /// <param name="losses">One a epoch, from the first; NaN and infinities are gaps.</param>
    /// <param name="options">Titles, log scale, size.</param>
    /// <exception cref="ArgumentException">There is no loss.</exception>
    public static Figure LossCurve(IReadOnlyList<double> losses, CurveOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(losses);
        ChartParts.RequireSome(nameof(LossCurve), losses.Count, "loss");
        options ??= new CurveOptions();
        var curve = Curve(losses, options.YTitle, 0, options.XTitle) with { Line = ChartParts.Line(0, 2.2) };
        return ChartParts.Figure([curve], ChartParts.Layout(options, "Loss curve",
            $"{CurveInWords(Capital(options.YTitle), losses, options.XTitle)}.",
            ("xaxis", new Axis { Title = PlotlyText.Encode(options.XTitle), TickFormat = "d", DTick = WholeStep(losses.Count) }),
            ("yaxis", new Axis { Title = PlotlyText.Encode(options.YTitle), Type = options.LogScale == true ? AxisType.Log : null })));
    }

    /// <summary>Loss, and if given accuracy, in training and in validation; the epoch of the lowest validation loss is marked.</summary>
    /// <param name="trainLoss">One an epoch.</param>
    /// <param name="validationLoss">One an epoch; null where there was no validation.</param>
    /// <param name="trainAccuracy">One an epoch, or null.</param>
    /// <param name="validationAccuracy">One an epoch, or null.</param>
    /// <param name="options">Titles, log scale of the loss, the epoch to mark.</param>
    /// <exception cref="ArgumentException">There is no loss, or the curves are not of one length.</exception>
    public static Figure LearningCurves(IReadOnlyList<double> trainLoss, IReadOnlyList<double>? validationLoss = null,
        IReadOnlyList<double>? trainAccuracy = null, IReadOnlyList<double>? validationAccuracy = null, CurveOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(trainLoss);
        ChartParts.RequireSome(nameof(LearningCurves), trainLoss.Count, "loss");
        foreach (var (curve, name) in new[] { (validationLoss, "validation loss"), (trainAccuracy, "training accuracy"),
            (validationAccuracy, "validation accuracy") })
            if (curve is not null)
                ChartParts.RequireSame(nameof(LearningCurves), (trainLoss.Count, "training loss"), (curve.Count, name));
        options ??= new CurveOptions();

        var best = options.BestEpoch ?? (validationLoss is null ? null : ArgMin(validationLoss) + 1);
        var two = trainAccuracy is not null || validationAccuracy is not null;
        var traces = new List<Trace>();
        AddPair(traces, trainLoss, validationLoss, options, two ? ("x", "y") : (null, null));
        if (two)
            AddPair(traces, trainAccuracy, validationAccuracy, options with { YTitle = "accuracy" }, ("x2", "y2"));
        var layout = ChartParts.Layout(options, "Learning curves", LearningInWords(trainLoss, validationLoss,
            validationAccuracy ?? trainAccuracy, best, options),
            LearningAxes(options, two, trainLoss.Count)) with
        {
            Shapes = best is null ? null : two ? [BestLine("y", best.Value), BestLine("y2", best.Value)] : [BestLine("y", best.Value)],
            Annotations = best is null ? null : [BestNote(best.Value, trainLoss.Count, options.XTitle)],
        };
        return ChartParts.Figure(traces, layout with { Height = options.Height ?? (two ? 470 : null) });
    }

    /// <summary>Runs over each other: which learns fastest, which diverges.</summary>
    /// <param name="runs">Name and one value an epoch of each; they may be of different length.</param>
    /// <param name="options">
    /// Titles and scale. Without a choice the scale is logarithmic where the largest value is more than a hundred times the smallest.
    /// </param>
    /// <exception cref="ArgumentException">There is no run, or one without a value.</exception>
    public static Figure Runs(IEnumerable<(string Name, IReadOnlyList<double> Values)> runs, CurveOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(runs);
        var all = runs.ToArray();
        ChartParts.RequireSome(nameof(Runs), all.Length, "run");
        foreach (var (name, values) in all)
            if (values.Count == 0)
                throw new ArgumentException($"Charts.Runs: at least one value a run is required; run \"{name}\" has none.");
        options ??= new CurveOptions();
        var positive = all.SelectMany(run => run.Values).Where(value => value > 0 && double.IsFinite(value)).ToArray();
        var log = options.LogScale ?? (positive.Length > 0 && positive.Max() / positive.Min() > SpanForLog
            && all.All(run => run.Values.All(value => !(value <= 0))));

        var mode = all.Max(run => run.Values.Count) <= FewEpochs ? ScatterMode.LinesMarkers : ScatterMode.Lines;
        var traces = all.Select((run, i) => Curve(run.Values, run.Name, i, options.XTitle) with { Mode = mode });
        var words = string.Join("; ", all.Select(run => CurveInWords(run.Name, run.Values, options.XTitle)));
        return ChartParts.Figure(traces, ChartParts.Layout(options, "Runs compared", $"{words}.",
            ("xaxis", new Axis
            {
                Title = PlotlyText.Encode(options.XTitle),
                TickFormat = "d",
                DTick = WholeStep(all.Max(run => run.Values.Count))
            }),
            ("yaxis", new Axis
            {
                Title = PlotlyText.Encode(log ? $"{options.YTitle} (log scale)" : options.YTitle),
                Type = log
                ? AxisType.Log : null
            })));
    }

    private static Scatter Curve(IReadOnlyList<double> values, string name, int series, string step) => new()
    {
        Name = PlotlyText.Encode(name),
        X = ChartParts.Epochs(values.Count),
        Y = values.Select(value => ChartParts.Rounded(value, 7)).ToArray(),
        // A single epoch is a point, not a line.
        Mode = values.Count <= FewEpochs ? ScatterMode.LinesMarkers : ScatterMode.Lines,
        Line = ChartParts.Line(series),
        Marker = new Marker { Color = Palette.Color(series), Symbol = Palette.Symbol(series), Size = 7 },
        HoverTemplate = $"{PlotlyText.Encode(name)}<br>{PlotlyText.Encode(step)} %{{x}}: %{{y}}<extra></extra>",
    };

    private static void AddPair(List<Trace> traces, IReadOnlyList<double>? train, IReadOnlyList<double>? validation, CurveOptions options,
        (string? X, string? Y) axes)
    {
        var isFirst = traces.Count == 0;
        if (train is not null)
            traces.Add(Curve(train, "training", 0, options.XTitle) with
            {
                XAxis = axes.X,
                YAxis = axes.Y,
                LegendGroup = "training",
                ShowLegend = isFirst
            });
        if (validation is not null)
            traces.Add(Curve(validation, "validation", 1, options.XTitle) with
            {
                XAxis = axes.X,
                YAxis = axes.Y,
                LegendGroup = "validation",
                ShowLegend = isFirst
            });
    }

    private static (string, Axis)[] LearningAxes(CurveOptions options, bool two, int epochs)
    {
        var epoch = new Axis { Title = PlotlyText.Encode(options.XTitle), TickFormat = "d", DTick = WholeStep(epochs) };
        var loss = new Axis { Title = PlotlyText.Encode(options.YTitle), Type = options.LogScale == true ? AxisType.Log : null };
        return !two
            ? [("xaxis", epoch), ("yaxis", loss)]
            : [("xaxis", epoch with { Title = null, TickFormat = null, ShowTickLabels = false, Matches = "x2", Anchor = "y" }),
                ("yaxis", loss with { Domain = [0.54, 1], Anchor = "x" }),
                ("xaxis2", epoch with { Anchor = "y2" }), ("yaxis2", new Axis { Title = "accuracy", Domain = [0, 0.46], Anchor = "x2" })];
    }

    private static Shape BestLine(string yAxis, int epoch) => new()
    {
        XRef = yAxis.Replace('y', 'x'),
        YRef = $"{yAxis} domain",
        X0 = epoch,
        X1 = epoch,
        Y0 = 0.0,
        Y1 = 1.0,
        Line = new Line { Color = Palette.Muted, Width = 1.5, Dash = "dot" },
        Layer = "below",
    };

    private static Annotation BestNote(int epoch, int epochs, string step)
    {
        var toTheLeft = epoch > 0.65 * epochs;
        return new Annotation
        {
            Text = PlotlyText.Encode(string.Create(CultureInfo.InvariantCulture, $"best: {step} {epoch}")),
            X = epoch,
            Y = 1.0,
            XRef = "x",
            YRef = "y domain",
            XAnchor = toTheLeft ? "right" : "left",
            YAnchor = "top",
            XShift = toTheLeft ? -5 : 5,
            Font = new Font { Size = 11 },
        };
    }

    /// <summary>Few epochs: a label at each, where Plotly would write halves.</summary>
    private static double? WholeStep(int epochs) => epochs <= 10 ? 1 : null;

    private static string LearningInWords(IReadOnlyList<double> train, IReadOnlyList<double>? validation, IReadOnlyList<double>? accuracy,
        int? best, CurveOptions options)
    {
        var words = $"{CurveInWords($"Training {options.YTitle}", train, options.XTitle)}";
        if (validation is not null)
            words += $"; {CurveInWords("validation", validation, options.XTitle)}";
        if (best is { } epoch && epoch >= 1 && epoch <= train.Count)
            words += string.Create(CultureInfo.InvariantCulture, $"; best {options.XTitle} {epoch}") +
                (accuracy is null ? "" : $" (accuracy {TypesetNumber.Short(accuracy[epoch - 1], 4)})");
        return words + ".";
    }

    private static string CurveInWords(string name, IReadOnlyList<double> values, string step)
    {
        var lowest = ArgMin(values);
        return string.Create(CultureInfo.InvariantCulture,
            $"{name} over {values.Count} {step}{(values.Count == 1 ? "" : "s")}: {TypesetNumber.Short(values[0])} → " +
            $"{TypesetNumber.Short(values[^1])}") +
            (lowest is > 0 && lowest < values.Count - 1 ? string.Create(CultureInfo.InvariantCulture,
                $", lowest {TypesetNumber.Short(values[lowest.Value])} at {lowest + 1}") : "");
    }

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>Index of the smallest finite value; null where there is none.</summary>
    private static int? ArgMin(IReadOnlyList<double> values)
    {
        int? best = null;
        for (var i = 0; i < values.Count; i++)
            if (double.IsFinite(values[i]) && (best is null || values[i] < values[best.Value]))
                best = i;
        return best;
    }
}
