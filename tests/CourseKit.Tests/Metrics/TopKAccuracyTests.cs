using System.Text.Json;
using CourseKit.Metrics;

namespace CourseKit.Tests.Metrics;

public class TopKAccuracyTests
{
    private static readonly JsonElement[] Golden =
        [.. GoldenFile.Read("Metrics", "Golden", "scores.json").Where(c => c.Text("kind") == "top_k")];

    private static readonly double[,] Scores = { { 0.5, 0.2, 0.2 }, { 0.3, 0.4, 0.2 }, { 0.2, 0.4, 0.3 }, { 0.7, 0.2, 0.1 } };

    public static TheoryData<string> Cases { get; } = GoldenFile.Names(Golden);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Share_equals_scikit_learns_with_many_equal_scores(string name)
    {
        var golden = Golden.Named(name);
        var (yTrue, labels) = (golden.GetProperty("y_true").Ints(), golden.GetProperty("labels").Ints());
        var scores = golden.GetProperty("p").Matrix();

        Assert.Equal(golden.Double("value"), TopKAccuracy.Of(yTrue, scores, golden.Int("k"), labels));
        Assert.Equal(golden.Double("value"), TopKAccuracy.Of(yTrue, scores.Map(score => (float)score), golden.Int("k"), labels));
    }

    [Fact]
    public void The_true_class_of_three_in_four_rows_is_among_the_first_two() => Assert.Equal(0.75, TopKAccuracy.Of([0, 1, 2, 2], Scores));

    [Fact]
    public void With_k_of_one_it_is_the_accuracy_of_the_highest_score() =>
        Assert.Equal(Accuracy.Of([0, 1, 2, 2], [0, 1, 1, 0]), TopKAccuracy.Of([0, 1, 2, 2], Scores, k: 1));

    [Fact]
    public void Of_equal_scores_the_one_further_right_ranks_first()
    {
        double[,] equal = { { 1, 1, 1 } };

        Assert.Equal([0, 0, 1], Enumerable.Range(0, 3).Select(label => TopKAccuracy.Of([label], equal, k: 1, labels: [0, 1, 2])));
    }

    [ErrorCases]
    internal static IEnumerable<(string, Action)> Errors() =>
    [
        ("TopKAccuracy: k", () => TopKAccuracy.Of([0, 1, 2, 2], Scores, k: 0)),
        ("TopKAccuracy: columns", () => TopKAccuracy.Of([0, 1, 1, 0], Scores)),
        ("TopKAccuracy: not a number", () => TopKAccuracy.Of([0, 1], new[,] { { double.PositiveInfinity, 0 }, { 0, 0 } })),
    ];
}
