using System.Text.RegularExpressions;
using CourseKit.Reports;

namespace CourseKit.Tests.Reports;

public partial class ReportNumberTests
{
    [Fact]
    public void Every_id_stands_once_and_begins_with_its_report()
    {
        Assert.Equal(ReportNumber.All.Count, ReportNumber.All.Select(number => number.Id).Distinct().Count());
        Assert.All(ReportNumber.All, number =>
            Assert.StartsWith(number.Report.Replace(' ', '.').ToLowerInvariant() + ".", number.Id, StringComparison.Ordinal));
        Assert.All(ReportNumber.All, number => Assert.Matches("^[a-z0-9.-]+$", number.Id));
    }

    [Fact]
    public void Each_value_is_the_one_that_is_printed()
    {
        foreach (var number in ReportNumber.All.Where(number => number.Value is not null && number.Printed is not ("all four" or "about 97–98 %")))
            Assert.True(PrintedNumber.Of(number.Printed).Value == number.Value, $"{number.Id}: \"{number.Printed}\" is not {number.Value}");
    }

    [Fact]
    public void Each_number_says_how_it_is_met_and_why_if_not_as_a_number()
    {
        Assert.All(ReportNumber.All, number => Assert.True(number.Kind switch
        {
            NumberKind.Value => number.Value is not null,
            NumberKind.InKind => number.Remark.Length > 0 && (number.Within is not null || number.RerunTolerance is not null),
            NumberKind.NotReproducible => number.Remark.Length > 40 && number.Within is null,
            _ => number.Value is null && number is { Rerun: not null, RerunTolerance: not null },
        }, number.Id));
        Assert.All(ReportNumber.All.Where(number => number.Within is not null), number => Assert.True(number.Within!.Count == 2 && number.Within[0] <= number.Within[1], number.Id));
    }

    [Fact]
    public void No_range_of_accuracies_takes_in_both_guessing_and_success() => Assert.All(
        ReportNumber.All.Where(number => number.Within is not null && number.Quantity.Contains("accuracy", StringComparison.Ordinal)),
        number => Assert.False(number.Within![0] <= 0.1 && number.Within[1] >= 0.9, $"{number.Id}: {string.Join(" to ", number.Within)} takes in everything"));

    [Fact]
    public void The_rerun_in_Python_meets_every_number_that_it_has()
    {
        foreach (var number in ReportNumber.All.Where(number => number is { Rerun: not null }))
            Assert.True(number.Judge(number.Rerun!.Value) is Verdict.Reproduced or Verdict.ReproducedInKind, $"{number.Id}: {number.Rerun}");
    }

    [Fact]
    public void Every_number_is_used_by_its_notebook()
    {
        var unused =
            from number in ReportNumber.All
            let notebook = Repository.PathOf("notebooks", number.Notebook + ".dib")
            where File.Exists(notebook) && number.Kind != NumberKind.NotReproducible && Uses(notebook) is { } ids && !ids.Any(id => Matches(id, number.Id))
            select $"{number.Notebook}: {number.Id}";

        Assert.Empty(unused);
    }

    [Theory]
    [InlineData("0.91", 0.91, 0.005)]
    [InlineData("97.40 %", 0.974, 0.00005)]
    [InlineData("1.2e91", 1.2e91, 5e89)]
    [InlineData("266 610", 266610, 0.5)]
    [InlineData("about 90 %", 0.9, 0.005)]
    public void A_printed_number_says_how_exactly_it_is_known(string text, double value, double halfUnit)
    {
        var printed = PrintedNumber.Of(text);

        Assert.Equal(value, printed.Value);
        Assert.Equal(halfUnit, printed.HalfUnit, 1e-12 * halfUnit);
    }

    [ErrorCases]
    internal static IEnumerable<(string, Action)> Errors() =>
    [
        ("Reports: a number that is not there", () => ReportNumber.Get("r3.h100-lr0.1.accuracy")),
    ];

    /// <summary>The ids in a notebook's cells, holes of interpolated strings being * : <c>r3.h{h}-lr{rate}.test-loss</c>. Null before it uses any.</summary>
    private static string[]? Uses(string notebook)
    {
        var ids = Id().Matches(File.ReadAllText(notebook)).Select(match => Hole().Replace(match.Value, "*")).ToArray();
        return ids.Length == 0 ? null : ids;
    }

    private static bool Matches(string pattern, string id) =>
        Regex.IsMatch(id, $"^{Regex.Escape(pattern).Replace("\\*", ".+", StringComparison.Ordinal)}$");

    [GeneratedRegex(@"(?<="")r[1-5][a-z0-9]*\.[^""\s]+(?="")")]
    private static partial Regex Id();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Hole();
}
