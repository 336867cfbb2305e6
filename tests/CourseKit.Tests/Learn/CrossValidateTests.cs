using System.Text.Json;
using CourseKit.Learn;
using CourseKit.Tests.Metrics;

namespace CourseKit.Tests.Learn;

public class CrossValidateTests
{
    private static readonly JsonElement[] Golden = GoldenFile.Read("Learn", "Golden", "splits.json");
    private static readonly JsonElement[] Classifiers = [.. Golden.Where(c => c.Text("kind") == "classifier")];

    [Theory]
    [InlineData("default")]
    [InlineData("shuffled")]
    [InlineData("plain")]
    public void Scores_of_a_classifier_equal_scikit_learns(string name)
    {
        var golden = Classifiers.Named(name);
        var (x, y) = (golden.GetProperty("x").Matrix(), golden.GetProperty("y").Ints());
        var folds = name switch
        {
            "shuffled" => new StratifiedKFold(4, shuffle: true, randomState: 1).Split(y),
            "plain" => new KFold(3).Split(y.Length),
            _ => null,
        };

        var scores = CrossValidate.Of(() => new NearestCentroid(), x, y, folds, trainScores: true);

        Assert.Equal(golden.GetProperty("test").Doubles(), scores.TestScores);
        Assert.Equal(golden.GetProperty("train").Doubles(), scores.TrainScores!);
        Assert.Equal(golden.Double("mean"), scores.Mean);
        Assert.Equal(golden.Double("std"), scores.StandardDeviation);
    }

    [Fact]
    public void Scores_of_a_regressor_equal_scikit_learns()
    {
        var golden = Golden.Single(c => c.Text("kind") == "regressor");

        var scores = CrossValidate.Of(() => new MeanOfAll(), golden.GetProperty("x").Matrix(), golden.GetProperty("y").Doubles());

        Assert.Equal(golden.GetProperty("test").Doubles(), scores.TestScores, (a, b) => Math.Abs(a - b) < 1e-14);
        Assert.Null(scores.TrainScores);
    }

    [Fact]
    public void Every_fold_has_an_estimator_of_its_own()
    {
        var made = new List<NearestCentroid>();
        double[,] x = { { 0 }, { 1 }, { 0 }, { 1 } };

        CrossValidate.Of(() => Made(new NearestCentroid()), x, [0, 1, 0, 1], new KFold(2).Split(4));

        Assert.Equal(2, made.Distinct().Count());

        NearestCentroid Made(NearestCentroid estimator)
        {
            made.Add(estimator);
            return estimator;
        }
    }

    [Fact]
    public void Warnings_of_the_folds_are_handed_on()
    {
        double[,] x = { { 0 }, { 0 }, { 1 }, { 0 } };
        int[] y = [0, 0, 1, 0];

        var scores = CrossValidate.Of(() => new NearestCentroid(), x, y, new StratifiedKFold(2).Split(y));

        Assert.Equal(["The least populated class in y has only 1 members, which is less than splitCount=2."], scores.Warnings);
    }

    [Fact]
    public void Scores_show_as_a_table_with_mean_and_deviation()
    {
        double[,] x = { { 0 }, { 0 }, { 1 }, { 1 } };

        var scores = CrossValidate.Of(() => new NearestCentroid(), x, [0, 1, 1, 0], new KFold(2).Split(4), trainScores: true);

        Assert.Equal(
            """
            2 folds, mean 0.5 ± 0
            fold    test   train
            ────  ──────  ──────
               1  0.5000  0.5000
               2  0.5000  0.5000
            """.ReplaceLineEndings("\n"), scores.ToText());
        Assert.Contains(">2 folds", scores.ToHtml(), StringComparison.Ordinal);
    }

    [ErrorCases]
    internal static IEnumerable<(string, Action)> Errors() =>
    [
        ("CrossValidate: rows and entries", () => CrossValidate.Of(() => new NearestCentroid(), new double[3, 1], [1, 2])),
        ("CrossValidate: folds of other samples",
            () => CrossValidate.Of(() => new NearestCentroid(), new double[4, 1], [1, 1, 2, 2], new KFold(2).Split(6))),
    ];

    /// <summary>Takes every sample for one of the class whose mean is nearest.</summary>
    private sealed class NearestCentroid : IClassifier
    {
        private Dictionary<int, double[]> _centroids = [];

        public void Fit(double[,] x, int[] y) => _centroids = y.Index().GroupBy(pair => pair.Item, pair => pair.Index).ToDictionary(
            members => members.Key,
            members => Enumerable.Range(0, x.GetLength(1)).Select(j => members.Average(i => x[i, j])).ToArray());

        public int[] Predict(double[,] x) => [.. Enumerable.Range(0, x.GetLength(0)).Select(i =>
            _centroids.MinBy(centroid => centroid.Value.Select((value, j) => (x[i, j] - value) * (x[i, j] - value)).Sum()).Key)];
    }

    /// <summary>Says the mean of what it has seen, whatever comes.</summary>
    private sealed class MeanOfAll : IRegressor
    {
        private double _mean;

        public void Fit(double[,] x, double[] y) => _mean = y.Average();

        public double[] Predict(double[,] x) => [.. Enumerable.Repeat(_mean, x.GetLength(0))];
    }
}
