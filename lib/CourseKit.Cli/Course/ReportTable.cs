using System.Globalization;
using System.Text;
using CourseKit.Reports;

namespace CourseKit.Cli.Course;

/// <summary>What became of the numbers of one report: a row of the summary, and the table itself.</summary>
internal sealed class ReportTable
{
    public const string SummaryHead =
        "| report | notebook | numbers | ✓ reproduced | ≈ in kind | – not reproducible | ✗ missed | · not yet computed |\n|---|---|---:|---:|---:|---:|---:|---:|\n";

    private static readonly Verdict[] Columns = [Verdict.Reproduced, Verdict.ReproducedInKind, Verdict.NotReproducible, Verdict.Missed, Verdict.NotChecked];

    private readonly string _report;
    private readonly CourseNotebook _notebook;
    private readonly Verdicts _verdicts;

    private ReportTable(string report, CourseNotebook notebook, IEnumerable<ReportNumber> numbers, Outcomes outcomes)
    {
        (_report, _notebook, _verdicts) = (report, notebook, Verdicts.For(report));
        foreach (var number in numbers)
            if (Latest(number, outcomes) is { } outcome)
                _verdicts.Check(number.Id, outcome.Ours ?? double.NaN);
    }

    /// <summary>The reports that the notebooks of a course reproduce, in the order of <c>data/reports.json</c>.</summary>
    public static IReadOnlyList<ReportTable> All(IReadOnlyList<CourseNotebook> notebooks, Outcomes outcomes) =>
    [
        .. from number in ReportNumber.All
           group number by number.Report into report
           let notebook = notebooks.FirstOrDefault(notebook => notebook.Name == report.First().Notebook)
           where notebook is not null
           select new ReportTable(report.Key, notebook, report, outcomes),
    ];

    /// <summary>The last row: the sums over all reports.</summary>
    public static string SummaryFoot(IReadOnlyList<ReportTable> reports) => Row("**all**", "", verdict => reports.Sum(report => report._verdicts.Count(verdict)));

    public string SummaryRow() => Row(_report, $"[{_notebook.Number}]({_notebook.File})", _verdicts.Count);

    /// <summary>The table, folded until somebody wants it; what many rows have to remark stands below it once.</summary>
    public string Details()
    {
        var rows = _verdicts.ToTable().Rows.Select(row => row.Select(cell => Cell($"{cell}")).ToArray()).ToArray();
        var remarks = rows.Select(row => row[^1]).Where(remark => remark.Length > 0).Distinct().ToList();
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"<details><summary>{_report}: its {rows.Length} numbers</summary>\n\n");
        text.Append("| quantity | in the report | re-run | here | verdict |\n|---|---|---|---|---|\n");
        foreach (var row in rows)
            text.Append(CultureInfo.InvariantCulture, $"| {row[0]} | {row[1]} | {row[2]} | {row[3]} | {row[5]}{Mark(remarks.IndexOf(row[^1]))} |\n");
        if (remarks.Count > 0)
            text.Append('\n').AppendJoin('\n', remarks.Select((remark, index) => string.Create(CultureInfo.InvariantCulture, $"{index + 1}. {remark}"))).Append('\n');
        return text.Append("\n</details>\n").ToString();
    }

    private static string Mark(int remark) => remark < 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({remark + 1})");

    /// <summary>The full run's; what holds on any data may also come from a quick one.</summary>
    private static NumberOutcome? Latest(ReportNumber number, Outcomes outcomes)
    {
        NumberOutcome? In(string mode) => outcomes.Numbers.FirstOrDefault(outcome => outcome.Id == number.Id && outcome.Mode == mode);
        return In(Outcomes.Full) ?? (number.Always ? In(Outcomes.Quick) : null);
    }

    private static string Row(string report, string notebook, Func<Verdict, int> count)
    {
        var counts = Columns.Select(count).ToArray();
        return string.Create(CultureInfo.InvariantCulture, $"| {report} | {notebook} | {counts.Sum()} | {string.Join(" | ", counts.Select(some => some == 0 ? "" : some.ToString(CultureInfo.InvariantCulture)))} |\n");
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
