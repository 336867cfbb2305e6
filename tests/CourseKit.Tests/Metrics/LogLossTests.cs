using System.Text.Json;
using CourseKit.Metrics;

namespace CourseKit.Tests.Metrics;

public class LogLossTests
{
    private static readonly JsonElement[] Golden =
        [.. GoldenFile.Read("Metrics", "Golden", "scores.json").Where(c => c.Text("kind") == "log_loss")];

    private static readonly double[,] Thirds = { { 0.2, 0.3, 0.5 }, { 0.6, 0.3, 0.1 } };

    public static TheoryData<string> Cases { get; } = GoldenFile.Names(Golden);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Loss_equals_scikit_learns(string name)
    {
        var golden = Golden.Named(name);

        var loss = golden.GetProperty("y_true").IsText() ? Loss(golden, GoldenFile.Texts) : Loss(golden, GoldenFile.Ints);

        // The logarithm is the platform's; all else is exact.
        Assert.Equal(golden.Double("value"), loss, golden.Double("value") * 4e-16);
    }

    [Fact]
    public void Loss_is_the_mean_surprise_at_the_truth() =>
        Assert.Equal(-(Math.Log(0.5) + Math.Log(0.6)) / 2, LogLoss.Of([2, 0], Thirds, labels: [0, 1, 2]), 1e-15);

    [Fact]
    public void A_wrong_certainty_costs_as_much_as_the_number_type_can_tell_from_certainty()
    {
        double[,] wrong = { { 0, 1 }, { 1, 0 } };

        Assert.Equal(52 * Math.Log(2), LogLoss.Of([0, 1], wrong), 1e-14);
        Assert.Equal(23 * Math.Log(2), LogLoss.Of([0, 1], wrong.Map(p => (float)p)), 1e-6);
    }

    [ErrorCases]
    internal static IEnumerable<(string, Action)> Errors() =>
    [
        ("LogLoss: rows", () => LogLoss.Of([0, 1, 2], Thirds)),
        ("LogLoss: columns", () => LogLoss.Of([0, 1], Thirds)),
        ("LogLoss: columns and labels", () => LogLoss.Of([0, 1], Thirds, labels: [0, 1])),
        ("LogLoss: labels out of order", () => LogLoss.Of([0, 1], Thirds, labels: [2, 1, 0])),
        ("LogLoss: a label without a column", () => LogLoss.Of([0, 7], Thirds, labels: [0, 1, 2])),
        ("LogLoss: one class", () => LogLoss.Of([0, 0], new double[,] { { 1 }, { 1 } })),
        ("LogLoss: epsilon", () => LogLoss.Of([0, 1], new[] { 0.5, 0.5 }, epsilon: 0.5)),
        ("LogLoss: not a number", () => LogLoss.Of([0, 1], new[,] { { 0.5f, 0.5f }, { 0.5f, float.NaN } })),
    ];

    private static double Loss<T>(JsonElement golden, Func<JsonElement, T[]> read) where T : notnull
    {
        var (yTrue, p) = (read(golden.GetProperty("y_true")), golden.GetProperty("p"));
        var labels = golden.IsNull("labels") ? null : read(golden.GetProperty("labels"));
        double? epsilon = golden.IsNull("eps") ? null : golden.Double("eps");
        if (!p.IsMatrix())
            return LogLoss.Of(yTrue, p.Doubles(), labels, epsilon);
        return golden.Text("name").EndsWith("float32", StringComparison.Ordinal)
            ? LogLoss.Of(yTrue, p.Matrix().Map(value => (float)value), labels)
            : LogLoss.Of(yTrue, p.Matrix(), labels, epsilon);
    }
}
