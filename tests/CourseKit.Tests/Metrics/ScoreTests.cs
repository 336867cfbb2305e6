using System.Text.Json;
using CourseKit.Metrics;
using FsCheck;
using FsCheck.Fluent;

namespace CourseKit.Tests.Metrics;

/// <summary>Accuracy, Precision, Recall and F1 against scikit-learn (Golden/) and by hand.</summary>
public class ScoreTests
{
    private static readonly JsonElement[] Reports = GoldenFile.Read("Metrics", "Golden", "reports.json");
    private static readonly JsonElement[] Binaries =
        [.. GoldenFile.Read("Metrics", "Golden", "scores.json").Where(c => c.Text("kind") == "binary")];

    private static readonly int[] True = [0, 1, 2, 2, 2];
    private static readonly int[] Predicted = [0, 0, 2, 2, 1];

    public static TheoryData<string> ReportCases { get; } =
        GoldenFile.Names(Reports.Where(c => !c.GetProperty("y_true").IsText()));

    public static TheoryData<string> BinaryCases { get; } = GoldenFile.Names(Binaries);

    [Theory]
    [MemberData(nameof(ReportCases))]
    public void Averages_and_classes_equal_scikit_learns(string name)
    {
        var golden = Reports.Named(name);
        var (yTrue, yPred) = (golden.GetProperty("y_true").Ints(), golden.GetProperty("y_pred").Ints());
        var labels = golden.IsNull("labels") ? null : golden.GetProperty("labels").Ints();
        var zero = ClassificationReportTests.Zero(golden);

        foreach (var average in Enum.GetValues<Average>())
        {
            double[] scores =
            [
                Precision.Of(yTrue, yPred, average, labels, zero),
                Recall.Of(yTrue, yPred, average, labels, zero),
                F1.Of(yTrue, yPred, average, labels, zero),
            ];
            Assert.Equal(golden.GetProperty("averages").GetProperty(average.ToString().ToLowerInvariant()).Doubles(), scores);
        }
        var rows = golden.GetProperty("rows").EnumerateArray().ToArray();
        Assert.Equal(rows.Select(row => row[0].GetDouble()), Precision.PerClass(yTrue, yPred, labels, zero));
        Assert.Equal(rows.Select(row => row[1].GetDouble()), Recall.PerClass(yTrue, yPred, labels, zero));
        Assert.Equal(rows.Select(row => row[2].GetDouble()), F1.PerClass(yTrue, yPred, labels, zero));
        Assert.Equal(golden.Double("accuracy"), Accuracy.Of(yTrue, yPred));
    }

    [Theory]
    [MemberData(nameof(BinaryCases))]
    public void Scores_of_the_positive_class_equal_scikit_learns(string name)
    {
        var golden = Binaries.Named(name);
        var (yTrue, yPred) = (golden.GetProperty("y_true").Ints(), golden.GetProperty("y_pred").Ints());
        var (positive, zero) = (golden.Int("positive"), ClassificationReportTests.Zero(golden));

        double[] scores =
        [
            Precision.Binary(yTrue, yPred, positive, zero),
            Recall.Binary(yTrue, yPred, positive, zero),
            F1.Binary(yTrue, yPred, positive, zero),
        ];

        Assert.Equal(golden.GetProperty("value").Doubles(), scores);
    }

    [Fact]
    public void Averages_of_a_small_case_are_those_worked_by_hand()
    {
        // Precision: class 0 is predicted twice, once rightly; class 1 once, wrongly; class 2 twice, both rightly.
        Assert.Equal([0.5, 0, 1], Precision.PerClass(True, Predicted));
        Assert.Equal(1.5 / 3, Precision.Of(True, Predicted, Average.Macro));
        Assert.Equal((0.5 * 1 + 0 * 1 + 1 * 3) / 5, Precision.Of(True, Predicted, Average.Weighted));
        Assert.Equal(3 / 5.0, Precision.Of(True, Predicted, Average.Micro));
        Assert.Equal(2 / 3.0, Recall.PerClass(True, Predicted, labels: [2])[0]);
    }

    [Fact]
    public void Strings_are_labels_too() =>
        Assert.Equal(0.5, Recall.Binary(["ham", "spam", "spam", "ham"], ["ham", "spam", "ham", "spam"], positive: "spam"));

    [Fact]
    public void Micro_averages_over_all_classes_are_the_accuracy() => Check.One(
        Config.QuickThrowOnFailure.WithReplay(1, 1), Prop.ForAll(Pairs(), pairs =>
        {
            var (yTrue, yPred) = (pairs.Select(pair => pair.Item1).ToArray(), pairs.Select(pair => pair.Item2).ToArray());
            var accuracy = Accuracy.Of(yTrue, yPred);
            return Precision.Of(yTrue, yPred, Average.Micro) == accuracy
                && Recall.Of(yTrue, yPred, Average.Micro) == accuracy
                && Math.Abs(F1.Of(yTrue, yPred, Average.Micro) - accuracy) < 1e-15;
        }));

    [Fact]
    public void Exchanging_truth_and_prediction_exchanges_precision_and_recall() => Check.One(
        Config.QuickThrowOnFailure.WithReplay(2, 1), Prop.ForAll(Pairs(), pairs =>
        {
            var (yTrue, yPred) = (pairs.Select(pair => pair.Item1).ToArray(), pairs.Select(pair => pair.Item2).ToArray());
            return Precision.PerClass(yTrue, yPred).SequenceEqual(Recall.PerClass(yPred, yTrue));
        }));

    [ErrorCases]
    internal static IEnumerable<(string, Action)> Errors() =>
    [
        ("Accuracy: lengths", () => Accuracy.Of([1, 2, 3], [1, 2])),
        ("Precision.Of: an average that does not exist", () => Precision.Of(True, Predicted, (Average)7)),
        ("Recall.PerClass: no label", () => Recall.PerClass(True, Predicted, labels: [])),
        ("F1.Binary: more than two classes", () => F1.Binary(True, Predicted, positive: 1)),
        ("Precision.Binary: two other classes", () => Precision.Binary([1, 2], [2, 2], positive: 3)),
    ];

    private static Arbitrary<(int, int)[]> Pairs()
    {
        var label = Gen.Choose(0, 4);
        return Arb.From(label.Zip(label).Select(pair => (pair.Item1, pair.Item2)).NonEmptyListOf().Select(list => list.ToArray()));
    }
}
