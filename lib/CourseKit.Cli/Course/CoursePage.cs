using System.Globalization;
using System.Text;
using CourseKit.Notebooks.Running;

namespace CourseKit.Cli.Course;

/// <summary>Writes the part of a course's page that is computed: the notebooks, what they teach and need, their times, and what became of each number.</summary>
/// <param name="notebooks">The course, in order.</param>
/// <param name="outcomes">What the last runs gave.</param>
internal sealed class CoursePage(IReadOnlyList<CourseNotebook> notebooks, Outcomes outcomes)
{
    /// <summary>The computed part stands between these two lines; what is before and after them is a person's.</summary>
    public const string Begin = "<!-- coursekit course: from here on written by the command -->";
    public const string End = "<!-- coursekit course: to here -->";

    private readonly IReadOnlyList<ReportTable> _reports = ReportTable.All(notebooks, outcomes);

    /// <summary>Puts the computed part into a page.</summary>
    /// <param name="page">The page as it is; empty where there is none yet.</param>
    /// <param name="path">The page's file, for the message.</param>
    /// <exception cref="CourseException">The page has no place for it.</exception>
    public string Into(string page, string path)
    {
        page = page.ReplaceLineEndings("\n");
        if (page.Length == 0)
            page = $"# The course on one page\n\n{Begin}\n{End}\n";
        var (begin, end) = (page.IndexOf(Begin, StringComparison.Ordinal), page.IndexOf(End, StringComparison.Ordinal));
        return begin >= 0 && end > begin
            ? $"{page[..begin]}{Begin}\n\n{Text()}\n{page[end..]}"
            : throw new CourseException($"{path}: two lines are required between which the computed part goes, {Begin} and {End}; at least one of them is missing. Add them.");
    }

    private string Text()
    {
        var text = new StringBuilder();
        WriteNotebooks(text);
        text.Append("\n## What you will be able to do\n");
        foreach (var notebook in notebooks)
            text.Append(CultureInfo.InvariantCulture, $"\n**{Link(notebook)}**\n\n").AppendJoin('\n', notebook.Goals.Select(goal => $"- {goal}")).Append('\n');
        if (_reports.Count > 0)
            WriteReports(text);
        return text.ToString();
    }

    private void WriteNotebooks(StringBuilder text)
    {
        text.Append("| | notebook | you need | quick | full |\n|---|---|---|---:|---:|\n");
        foreach (var notebook in notebooks)
            text.Append(CultureInfo.InvariantCulture,
                $"| {notebook.Number} | [{Cell(notebook.Title)}]({notebook.File}) | {Cell(notebook.Needs)} | {Time(notebook, Outcomes.Quick)} | {(notebook.HasModes ? Time(notebook, Outcomes.Full) : "has one mode")} |\n");
        var together = Sum(Outcomes.Quick) is { } quick ? $"All of them take {quick} in quick mode" : "Not all of them have been run in quick mode yet";
        text.Append(CultureInfo.InvariantCulture, $"\n{together}{(Sum(Outcomes.Full) is { } full ? $", {full} in full mode" : "; in full mode not all have been run yet")}.{Machine()}\n");
    }

    private void WriteReports(StringBuilder text)
    {
        text.Append("\n## What became of the reports' numbers\n\n").Append(ReportTable.SummaryHead);
        foreach (var report in _reports)
            text.Append(report.SummaryRow());
        text.Append(ReportTable.SummaryFoot(_reports));
        foreach (var report in _reports)
            text.Append('\n').Append(report.Details());
    }

    /// <summary>What all runs in a mode took together; null before all that have the mode were run.</summary>
    private string? Sum(string mode)
    {
        var runs = notebooks.Where(notebook => mode == Outcomes.Quick || notebook.HasModes).Select(notebook => outcomes.Of(notebook.Name, mode)).ToArray();
        return runs.Length == 0 || runs.Contains(null) ? null : Duration.Text(TimeSpan.FromSeconds(runs.Sum(run => run!.Seconds)));
    }

    private string Machine()
    {
        var processors = outcomes.Notebooks.Where(outcome => notebooks.Any(notebook => notebook.Name == outcome.Notebook)).Select(outcome => outcome.Processors).Distinct().Order().ToArray();
        return processors.Length == 0 ? "" : $" Measured on {string.Join(" or ", processors)} processors; yours may be faster.";
    }

    private string Time(CourseNotebook notebook, string mode) => outcomes.Of(notebook.Name, mode) switch
    {
        null => "not yet run",
        { Verdict: "passed" } run => Duration.Text(TimeSpan.FromSeconds(run.Seconds)),
        var run => $"**{run.Verdict}**",
    };

    private static string Link(CourseNotebook notebook) => $"[{notebook.Number} {notebook.Title}]({notebook.File})";

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
