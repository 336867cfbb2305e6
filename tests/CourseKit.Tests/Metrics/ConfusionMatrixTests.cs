using System.Text.Json;
using AngleSharp.Html.Parser;
using CourseKit.Metrics;

namespace CourseKit.Tests.Metrics;

public class ConfusionMatrixTests
{
    private static readonly JsonElement[] Golden =
        [.. GoldenFile.Read("Metrics", "Golden", "reports.json").Where(c => !c.IsNull("confusion"))];

    private static readonly ConfusionMatrix Animals = ConfusionMatrix.Of(
        ["cat", "dog", "dog", "<cow>", "dog"], ["cat", "dog", "cat", "dog", "dog"]);

    public static TheoryData<string> Cases { get; } = GoldenFile.Names(Golden);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Counts_and_shares_equal_scikit_learns(string name)
    {
        var golden = Golden.Named(name);
        var expected = golden.GetProperty("confusion");

        var matrix = golden.GetProperty("y_true").IsText() ? Matrix(golden, GoldenFile.Texts) : Matrix(golden, GoldenFile.Ints);

        Assert.Equal(expected.GetProperty("None").Matrix().Map(count => (int)count), matrix.Counts);
        Assert.Equal(expected.GetProperty("true").Matrix(), matrix.Normalize(NormalizeOver.True));
        Assert.Equal(expected.GetProperty("pred").Matrix(), matrix.Normalize(NormalizeOver.Predicted));
        Assert.Equal(expected.GetProperty("all").Matrix(), matrix.Normalize(NormalizeOver.All));
    }

    [Fact]
    public void Rows_are_true_and_columns_are_predicted()
    {
        Assert.Equal(["<cow>", "cat", "dog"], Animals.Names);
        Assert.Equal(new[,] { { 0, 0, 1 }, { 0, 1, 0 }, { 0, 1, 2 } }, Animals.Counts);
    }

    [Fact]
    public void Samples_with_other_labels_are_left_out() =>
        Assert.Equal(new[,] { { 2 } }, ConfusionMatrix.Of([0, 1, 1, 1], [0, 1, 1, 0], labels: [1]).Counts);

    [Fact]
    public void The_diagonal_of_the_shares_is_recall_and_precision()
    {
        int[] yTrue = [0, 1, 2, 2, 2], yPred = [0, 0, 2, 2, 1];

        var matrix = ConfusionMatrix.Of(yTrue, yPred);

        Assert.Equal(Recall.PerClass(yTrue, yPred), Diagonal(matrix.Normalize(NormalizeOver.True)));
        Assert.Equal(Precision.PerClass(yTrue, yPred), Diagonal(matrix.Normalize(NormalizeOver.Predicted)));
    }

    [Fact]
    public void Text_is_a_table_of_counts() => Assert.Equal(
        """
        true ╲ predicted  <cow>  cat  dog
        ────────────────  ─────  ───  ───
        <cow>                 0    0    1
        cat                   0    1    0
        dog                   0    1    2
        """.ReplaceLineEndings("\n"), Animals.ToText());

    [Fact]
    public void Html_encodes_the_names()
    {
        var page = new HtmlParser().ParseDocument(Animals.ToHtml());

        Assert.Equal(["true ╲ predicted", "<cow>", "cat", "dog"], page.QuerySelectorAll("th").Select(cell => cell.TextContent));
        Assert.Equal(["<cow>", "0", "0", "1"], page.QuerySelectorAll("td").Take(4).Select(cell => cell.TextContent));
    }

    [Fact]
    public void One_line_counts_what_is_right() =>
        Assert.Equal("ConfusionMatrix: 3 classes, 5 samples, 3 on the diagonal", Animals.ToString());

    [ErrorCases]
    internal static IEnumerable<(string, Action)> Errors() =>
    [
        ("ConfusionMatrix: lengths", () => ConfusionMatrix.Of([1, 2, 3], [1, 2])),
        ("ConfusionMatrix: a label twice", () => ConfusionMatrix.Of([1, 2], [1, 2], labels: [2, 1, 2])),
        ("ConfusionMatrix: labels that are not true anywhere", () => ConfusionMatrix.Of([1, 2], [1, 3], labels: [3, 4])),
        ("ConfusionMatrix: names", () => ConfusionMatrix.Of([1, 2], [1, 2], targetNames: ["one"])),
        ("ConfusionMatrix: normalisation", () => Animals.Normalize((NormalizeOver)7)),
    ];

    private static double[] Diagonal(double[,] square) => [.. Enumerable.Range(0, square.GetLength(0)).Select(i => square[i, i])];

    private static ConfusionMatrix Matrix<T>(JsonElement golden, Func<JsonElement, T[]> read) where T : notnull => ConfusionMatrix.Of(
        read(golden.GetProperty("y_true")),
        read(golden.GetProperty("y_pred")),
        golden.IsNull("labels") ? null : read(golden.GetProperty("labels")));
}
