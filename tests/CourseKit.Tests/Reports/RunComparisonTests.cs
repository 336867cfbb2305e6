using CourseKit.Metrics;
using CourseKit.Reports;

namespace CourseKit.Tests.Reports;

public class RunComparisonTests
{
    private static RunComparison Two => new RunComparison("Fashion, 3 images")
        .Add("SGD", ("accuracy", 0.88), ("seconds", 10.5)).Add("SGD", ("accuracy", 0.90), ("seconds", 11.5))
        .Add("Adam", ("accuracy", 0.91));

    [Fact]
    public void Seeds_of_one_name_are_a_mean_and_a_deviation() => Assert.Equal(
        """
        Fashion, 3 images
        run   seeds  accuracy  ± accuracy  seconds  ± seconds
        ────  ─────  ────────  ──────────  ───────  ─────────
        SGD       2      0.89     0.01414       11     0.7071
        Adam      1      0.91
        """.ReplaceLineEndings("\n"), Two.ToText());

    [Fact]
    public void The_best_comes_first_by_the_measure_that_is_asked_for()
    {
        Assert.Equal(["Adam", "SGD"], Two.RankedBy("accuracy").Names);
        Assert.Equal(["SGD", "Adam"], Two.RankedBy("accuracy", largestFirst: false).Names);
    }

    [Fact]
    public void The_reports_of_several_models_stand_in_one_file_each_under_its_name()
    {
        var report = ClassificationReport.Of([0, 0, 1, 1], [0, 1, 1, 1], targetNames: ["Trouser", "Bag"]);
        var file = Path.GetTempFileName();

        var reports = ClassificationReports.Of(("SGD", report), ("<Adam>", report));
        reports.Save(file);

        Approved.Check(File.ReadAllText(file), "ClassificationReports.txt");
        Assert.Contains("&lt;Adam&gt;", reports.ToHtml(), StringComparison.Ordinal);
        File.Delete(file);
    }

    [ErrorCases]
    internal static IEnumerable<(string, Action)> Errors() =>
    [
        ("RunComparison with nothing measured", () => new RunComparison().Add("SGD")),
        ("RunComparison by an unknown measure", () => Two.RankedBy("acc")),
        ("RunComparison of an unknown run", () => Two.Mean("Adagrad", "accuracy")),
        ("ClassificationReports of nothing", () => ClassificationReports.Of()),
    ];
}
