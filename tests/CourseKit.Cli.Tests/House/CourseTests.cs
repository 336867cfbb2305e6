using System.Globalization;
using System.Text.RegularExpressions;
using CourseKit.Cli.Course;
using CourseKit.Reports;

namespace CourseKit.Cli.Tests.House;

/// <summary>The course on one page is the course that is there.</summary>
public partial class CourseTests
{
    private static readonly string Page = File.ReadAllText(Repository.PathOf("notebooks", "README.md")).ReplaceLineEndings("\n");
    private static readonly IReadOnlyList<CourseNotebook> Notebooks = CourseCommand.Notebooks(Repository.PathOf("notebooks"));
    private static readonly Outcomes Recorded = Outcomes.Load(Repository.PathOf("data", "outcomes.json"));

    [Fact]
    public void The_page_is_what_the_command_writes() => Assert.True(new CoursePage(Notebooks, Recorded).Into(Page, "notebooks/README.md") == Page,
        "notebooks/README.md does not say what the notebooks, data/reports.json and data/outcomes.json say. Write it anew: " +
        "dotnet run -c Release --project lib/CourseKit.Cli -- course notebooks");

    [Fact]
    public void Everything_that_the_page_links_to_is_there()
    {
        var targets = Link().Matches(Page).Select(match => match.Groups[1].Value).Where(target => !target.Contains("://", StringComparison.Ordinal)).ToArray();

        // A notebook may name one that is still to be written.
        Assert.All(targets.Where(target => !Numbered().IsMatch(target)), target => Assert.True(Path.Exists(Repository.PathOf("notebooks", target)), target));
        Assert.All(Notebooks, notebook => Assert.Contains(notebook.File, targets));
    }

    [Fact]
    public void Each_notebook_leads_to_the_one_after_it()
    {
        foreach (var notebook in Notebooks.SkipLast(1))
        {
            var target = Next().Match(File.ReadAllText(Repository.PathOf("notebooks", notebook.File))).Groups[1].Value;
            var number = (int.Parse(notebook.Number, CultureInfo.InvariantCulture) + 1).ToString("00", CultureInfo.InvariantCulture);

            Assert.True(target.StartsWith($"{number}-", StringComparison.Ordinal) && Notebooks.All(other => other.Number != number || other.File == target),
                $"{notebook.File} must say *Next:* with a link to notebook {number}; it leads to \"{target}\".");
        }
    }

    [Fact]
    public void Every_recorded_run_passed_and_no_number_was_missed()
    {
        Assert.All(Recorded.Notebooks, outcome => Assert.Equal("passed", outcome.Verdict));
        Assert.All(Recorded.Numbers, outcome =>
            Assert.NotEqual(Verdict.Missed, Verdicts.Of(outcome.Id, outcome.Mode, outcome.Id).Check(outcome.Id, outcome.Ours ?? double.NaN)));
    }

    [GeneratedRegex(@"^\d\d-[a-z0-9-]+\.dib$")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"\*Next:\* \[[^]]+\]\(([^)#]+)\)")]
    private static partial Regex Next();

    [GeneratedRegex(@"\]\(([^)#]+)\)")]
    private static partial Regex Link();
}
