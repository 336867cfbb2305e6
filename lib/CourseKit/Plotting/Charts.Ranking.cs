using CourseKit.Plotting.Drawing;
using CourseKit.Plotting.Plotly;

namespace CourseKit.Plotting;

public static partial class Charts
{
    /// <summary>Receiver operating characteristic: how many positives are found at the price of how many false alarms.</summary>
    /// <param name="scores">(n), the higher, the more likely positive.</param>
    /// <param name="positives">(n), the truth.</param>
    /// <param name="options">Titles.</param>
    /// <exception cref="ArgumentException">The lengths differ, a score is NaN, or all are positive or none is.</exception>
    public static Figure RocCurve(IReadOnlyList<double> scores, IReadOnlyList<bool> positives, ChartOptions? options = null) =>
        RocCurve([("classifier", scores, positives)], options);

    /// <summary>The same for several classifiers, or for each class against the rest; the area stands beside each name.</summary>
    /// <param name="classifiers">Name, scores (n) and truth (n) of each.</param>
    /// <param name="options">Titles.</param>
    /// <exception cref="ArgumentException">There is no classifier, or one does not satisfy what a single one must.</exception>
    public static Figure RocCurve(IEnumerable<(string Name, IReadOnlyList<double> Scores, IReadOnlyList<bool> Positives)> classifiers,
        ChartOptions? options = null)
    {
        var all = Rankings(nameof(RocCurve), classifiers);
        var chance = new Scatter
        {
            X = [0, 1],
            Y = [0, 1],
            Name = "chance",
            Line = new Line
            {
                Color = Palette.Muted,
                Width = 1.2,
                Dash = "dot"
            },
            HoverInfo = "skip"
        };
        var traces = all.Select((item, i) => Ranked(item.Name, "area", item.Curve.Area, item.Curve.Roc(), i)).Append(chance);
        return Unit(traces, options, "ROC curve",
            $"Area under the curve: {string.Join("; ", all.Select(item => $"{item.Name} {TypesetNumber.Short(item.Curve.Area, 4)}"))}.",
            "false-positive rate", "true-positive rate");
    }

    /// <summary>Precision against recall: how clean the finds are when so many are to be found.</summary>
    /// <inheritdoc cref="RocCurve(IReadOnlyList{double}, IReadOnlyList{bool}, ChartOptions)"/>
    public static Figure PrecisionRecall(IReadOnlyList<double> scores, IReadOnlyList<bool> positives, ChartOptions? options = null) =>
        PrecisionRecall([("classifier", scores, positives)], options);

    /// <summary>
    /// The same for several classifiers, or for each class against the rest; the average precision stands beside each name.
    /// </summary>
    /// <inheritdoc cref="RocCurve(IEnumerable{ValueTuple{string, IReadOnlyList{double}, IReadOnlyList{bool}}}, ChartOptions)"/>
    public static Figure PrecisionRecall(IEnumerable<(string Name, IReadOnlyList<double> Scores,
        IReadOnlyList<bool> Positives)> classifiers, ChartOptions? options = null)
    {
        var all = Rankings(nameof(PrecisionRecall), classifiers);
        var prevalence = ChartParts.Rounded(all.Average(item => item.Curve.Prevalence));
        var chance = new Scatter
        {
            X = [0, 1],
            Y = [prevalence, prevalence],
            Name = "chance",
            Line = new Line
            {
                Color = Palette.Muted,
                Width = 1.2,
                Dash = "dot"
            },
            HoverInfo = "skip"
        };
        var traces = all.Select((item, i) => Ranked(item.Name, "AP", item.Curve.AveragePrecision, item.Curve.PrecisionRecall(), i))
            .Append(chance);
        return Unit(traces, options, "Precision and recall",
            $"Average precision: " +
            $"{string.Join("; ", all.Select(item => $"{item.Name} {TypesetNumber.Short(item.Curve.AveragePrecision, 4)}"))}.",
            "recall", "precision");
    }

    private static (string Name, RankingCurve Curve)[] Rankings(string chart, IEnumerable<(string Name, IReadOnlyList<double> Scores,
        IReadOnlyList<bool> Positives)> classifiers)
    {
        ArgumentNullException.ThrowIfNull(classifiers);
        var all = classifiers.ToArray();
        ChartParts.RequireSome(chart, all.Length, "classifier");
        foreach (var (name, scores, positives) in all)
        {
            ChartParts.RequireSame(chart, (scores.Count, "score"), (positives.Count, "truth"));
            var count = positives.Count(positive => positive);
            if (count == 0 || count == positives.Count || scores.Any(double.IsNaN))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                    $"Charts.{chart}: positives and negatives, and scores without NaN, are required; \"{name}\" has {count} positives " +
                    $"among {positives.Count} and {scores.Count(double.IsNaN)} NaN."));
        }
        return Array.ConvertAll(all, item => (item.Name, new RankingCurve(item.Scores, item.Positives)));
    }

    private static Scatter Ranked(string name, string measure, double value, (double[] X, double[] Y) curve, int series) => new()
    {
        Name = $"{PlotlyText.Encode(name)} ({measure} {TypesetNumber.Short(value)})",
        X = Array.ConvertAll(curve.X, x => Math.Round(x, 5)),
        Y = Array.ConvertAll(curve.Y, y => Math.Round(y, 5)),
        Line = ChartParts.Line(series),
    };

    /// <summary>A square plot of two rates.</summary>
    private static Figure Unit(IEnumerable<Trace> traces, ChartOptions? options, string title, string words, string x, string y) =>
        ChartParts.Figure(traces, ChartParts.Layout(options, title, words,
            ("xaxis", new Axis { Title = x, Range = [0, 1], Constrain = "domain" }),
            ("yaxis", new Axis { Title = y, Range = [0, 1.02], ScaleAnchor = "x", Constrain = "domain" })) with
        {
            Width = options?.Width ?? 480,
            Height = options?.Height ?? 500,
        });
}
