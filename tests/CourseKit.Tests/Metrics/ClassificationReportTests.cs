using System.Text.Json;
using AngleSharp.Html.Parser;
using CourseKit.Metrics;

namespace CourseKit.Tests.Metrics;

/// <summary>Golden/reports.json holds scikit-learn's own reports; see the README beside it.</summary>
public class ClassificationReportTests
{
    private static readonly JsonElement[] Golden = GoldenFile.Read("Metrics", "Golden", "reports.json");

    private static readonly int[] True = [0, 1, 2, 2, 2];
    private static readonly int[] Predicted = [0, 0, 2, 2, 1];

    public static TheoryData<string> Cases { get; } = GoldenFile.Names(Golden);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Text_equals_scikit_learns_character_for_character(string name)
    {
        var golden = Golden.Named(name);

        var report = Report(golden);

        Assert.Equal(golden.Text("text"), report.Text);
        Assert.Equal(golden.Text("text"), report.ToText() + "\n");
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Numbers_equal_scikit_learns_to_the_last_bit(string name)
    {
        var golden = Golden.Named(name);

        var report = Report(golden);

        var rows = golden.GetProperty("rows").EnumerateArray().Select(row => row.Doubles()).Take(report.TargetNames.Count);
        Assert.Equal(rows, report.Rows.Select(row => new[] { row.Precision, row.Recall, row.F1, row.Support }));
        var averages = golden.GetProperty("averages");
        Assert.Equal(averages.GetProperty("micro").Doubles(), Numbers(report.MicroAverage));
        Assert.Equal(averages.GetProperty("macro").Doubles(), Numbers(report.MacroAverage));
        Assert.Equal(averages.GetProperty("weighted").Doubles(), Numbers(report.WeightedAverage));
        if (report.Accuracy is not null)
            Assert.Equal(golden.Double("accuracy"), report.Accuracy);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Warnings_are_scikit_learns_with_our_parameter_names(string name)
    {
        var golden = Golden.Named(name);

        var report = Report(golden);

        var expected = golden.GetProperty("warnings").Texts().Select(text => text
            .Replace("zero_division", "zeroDivision", StringComparison.Ordinal)
            .Replace("target_names", "targetNames", StringComparison.Ordinal));
        Assert.Equal(expected, report.Warnings);
    }

    [Fact]
    public void Scores_of_a_small_case_are_those_worked_by_hand()
    {
        // Class 2 is true three times, predicted twice, both rightly: P = 2/2, R = 2/3, F1 = 2·1·(2/3) / (5/3) = 4/5.
        var report = ClassificationReport.Of(True, Predicted);

        Assert.Equal(new ClassScore("2", 1, 2 / 3.0, 0.8, 3), report["2"]);
        Assert.Equal(3 / 5.0, report.Accuracy);
        Assert.Equal(5, report.Support);
        Assert.Empty(report.Warnings);
    }

    [Fact]
    public void A_subset_of_the_classes_has_no_accuracy() =>
        Assert.Null(ClassificationReport.Of(True, Predicted, labels: [0, 2]).Accuracy);

    [Fact]
    public void Enums_are_labels_under_their_own_names()
    {
        DayOfWeek[] days = [DayOfWeek.Monday, DayOfWeek.Sunday];

        var report = ClassificationReport.Of(days, days);

        Assert.Equal(["Sunday", "Monday"], report.Rows.Select(row => row.Name));
    }

    [Fact]
    public void Html_is_the_same_table_with_names_encoded()
    {
        var report = ClassificationReport.Of(True, Predicted, targetNames: ["<i>zero</i>", "one & only", "two"], digits: 3);

        var page = new HtmlParser().ParseDocument(report.ToHtml());

        Assert.Equal(["", "precision", "recall", "f1-score", "support"], page.QuerySelectorAll("thead tr > *").Select(cell => cell.TextContent));
        Assert.Equal(["<i>zero</i>", "one & only", "two", "accuracy", "macro avg", "weighted avg"],
            page.QuerySelectorAll("tbody th").Select(cell => cell.TextContent));
        Assert.Equal(["", "", "0.600", "5"], page.QuerySelectorAll("tbody tr")[3].QuerySelectorAll("td").Select(cell => cell.TextContent));
    }

    [Fact]
    public void Html_says_what_is_ill_defined()
    {
        var page = new HtmlParser().ParseDocument(ClassificationReport.Of([0, 1], [0, 0]).ToHtml());

        Assert.StartsWith("Precision and F-score are ill-defined", page.QuerySelector("p")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void One_line_names_the_main_numbers() => Assert.Equal(
        "ClassificationReport: accuracy 0.6, macro F1 0.4889, 5 samples, 3 classes",
        ClassificationReport.Of(True, Predicted).ToString());

    [ErrorCases]
    internal static IEnumerable<(string, Action)> Errors() =>
    [
        ("ClassificationReport: lengths", () => ClassificationReport.Of([1, 2, 3], [1, 2])),
        ("ClassificationReport: no sample", () => ClassificationReport.Of<int>([], [])),
        ("ClassificationReport: no label", () => ClassificationReport.Of([1], [1], labels: [])),
        ("ClassificationReport: digits", () => ClassificationReport.Of([1], [1], digits: -1)),
        ("ClassificationReport: names", () => ClassificationReport.Of(True, Predicted, targetNames: ["a", "b"])),
        ("ClassificationReport: row", () => Assert.NotNull(ClassificationReport.Of(True, Predicted)["3"])),
    ];

    private static double[] Numbers(ClassScore score) => [score.Precision, score.Recall, score.F1];

    private static ClassificationReport Report(JsonElement golden) =>
        golden.GetProperty("y_true").IsText() ? Report(golden, GoldenFile.Texts) : Report(golden, GoldenFile.Ints);

    private static ClassificationReport Report<T>(JsonElement golden, Func<JsonElement, T[]> read) where T : notnull =>
        ClassificationReport.Of(
            read(golden.GetProperty("y_true")),
            read(golden.GetProperty("y_pred")),
            golden.IsNull("labels") ? null : read(golden.GetProperty("labels")),
            golden.IsNull("names") ? null : golden.GetProperty("names").Texts(),
            golden.Int("digits"),
            Zero(golden));

    internal static ZeroDivision Zero(JsonElement golden) =>
        golden.Text("zero") switch { "warn" => ZeroDivision.Warn, "0" => ZeroDivision.Zero, _ => ZeroDivision.One };
}
