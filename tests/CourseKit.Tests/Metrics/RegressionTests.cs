using System.Text.Json;
using CourseKit.Metrics;

namespace CourseKit.Tests.Metrics;

/// <summary>MeanSquaredError and R2 against scikit-learn (Golden/) and by hand.</summary>
public class RegressionTests
{
    private static readonly JsonElement[] Golden =
        [.. GoldenFile.Read("Metrics", "Golden", "scores.json").Where(c => c.Text("kind") == "regression")];

    private static readonly double[,] Pairs = { { 1, 2 }, { 3, 4 } };

    public static TheoryData<string> Cases { get; } = GoldenFile.Names(Golden);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Scores_equal_scikit_learns_to_the_last_bit(string name)
    {
        var golden = Golden.Named(name);
        var (yTrue, yPred) = (golden.GetProperty("y_true"), golden.GetProperty("y_pred"));

        var (mse, r2) = yTrue.IsMatrix()
            ? (MeanSquaredError.Of(yTrue.Matrix(), yPred.Matrix()), R2.Of(yTrue.Matrix(), yPred.Matrix()))
            : (MeanSquaredError.Of(yTrue.Doubles(), yPred.Doubles()), R2.Of(yTrue.Doubles(), yPred.Doubles()));

        Assert.Equal(golden.Double("mse"), mse);
        Assert.Equal(golden.IsNull("r2") ? double.NaN : golden.Double("r2"), r2);
    }

    [Fact]
    public void Predicting_the_mean_explains_nothing()
    {
        Assert.Equal(0, R2.Of([1, 2, 6], [3, 3, 3]));
        Assert.Equal((4 + 1 + 9) / 3.0, MeanSquaredError.Of([1, 2, 6], [3, 3, 3]));
    }

    [ErrorCases]
    internal static IEnumerable<(string, Action)> Errors() =>
    [
        ("MeanSquaredError: lengths", () => MeanSquaredError.Of([1, 2], [1])),
        ("MeanSquaredError: shapes", () => MeanSquaredError.Of(Pairs, new double[2, 1])),
        ("R2: not a number", () => R2.Of([1, 2], [1, double.NaN])),
    ];
}
