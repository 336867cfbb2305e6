using CourseKit.Display;

namespace CourseKit.Reports;

/// <summary>The numbers of a report beside ours, each with a computed verdict.</summary>
/// <remarks>
/// <code>
/// var verdicts = Verdicts.For("R3", mode);                      // mode: "quick" or "full"
/// verdicts.Check("r3.h100-lr0.1.test-accuracy", run.TestAccuracy);
/// …
/// verdicts.Conclude();                                          // the last cell: shows the table; fails if a number is missed
/// </code>
/// In full mode every number is judged. In quick mode only those that hold on any data are; the others are shown without a verdict.
/// </remarks>
[TypeFormatterSource(typeof(RichViewFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.PlainText, MimeTypes.Csv])]
public sealed class Verdicts : RichView
{
    private const string Quick = "quick";
    private const string Full = "full";

    private static readonly string[] Columns = ["quantity", "in the report", "re-run", "here", "difference", "verdict", "remark"];

    private readonly string _title;
    private readonly string _mode;
    private readonly IReadOnlyList<ReportNumber> _numbers;
    private readonly Dictionary<string, double> _ours = [];

    private Verdicts(string title, string mode, IReadOnlyList<ReportNumber> numbers)
    {
        if (mode is not (Quick or Full))
            throw new ArgumentException($"Verdicts: mode \"quick\" or \"full\" is required; received \"{mode}\".");
        (_title, _mode, _numbers) = (title, mode, numbers);
    }

    /// <summary>All numbers of a report.</summary>
    /// <param name="report"><c>R1a</c>, <c>R1b</c>, <c>R2 Q3</c> … <c>R2 Q6</c>, <c>R3</c>, <c>R4</c>, <c>R5</c>.</param>
    /// <param name="mode">The notebook's parameter: <c>quick</c> or <c>full</c>.</param>
    /// <exception cref="ArgumentException">There is no such report, or no such mode.</exception>
    public static Verdicts For(string report, string mode = Full)
    {
        var numbers = ReportNumber.All.Where(number => number.Report == report).ToArray();
        if (numbers.Length == 0)
            throw new ArgumentException($"Verdicts.For: no report \"{report}\". Known: {string.Join(", ", ReportNumber.All.Select(number => number.Report).Distinct())}.");
        return new Verdicts(report, mode, numbers);
    }

    /// <summary>Some numbers, of any report, in this order.</summary>
    /// <param name="title">What stands above the table.</param>
    /// <param name="mode">The notebook's parameter: <c>quick</c> or <c>full</c>.</param>
    /// <param name="ids">Which.</param>
    /// <exception cref="ArgumentException">There is no such number, or no such mode.</exception>
    public static Verdicts Of(string title, string mode, params string[] ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return new Verdicts(title, mode, [.. ids.Select(ReportNumber.Get)]);
    }

    /// <summary>Sets our number beside the report's; a later one for the same id takes its place.</summary>
    /// <param name="id">The number's name in <c>data/reports.json</c>.</param>
    /// <param name="ours">What was computed. Shares are 0 to 1.</param>
    /// <returns>What became of it.</returns>
    /// <exception cref="ArgumentException">There is no such number among these.</exception>
    public Verdict Check(string id, double ours)
    {
        var number = Find(id);
        _ours[id] = ours;
        return VerdictOf(number);
    }

    /// <summary>What became of a number.</summary>
    /// <exception cref="ArgumentException">There is no such number among these.</exception>
    public Verdict this[string id] => VerdictOf(Find(id));

    /// <summary>How many numbers have a verdict.</summary>
    public int Count(Verdict verdict) => _numbers.Count(number => VerdictOf(number) == verdict);

    /// <summary>Shows the table, and fails the cell if a number was missed, or was to be judged and nobody computed it.</summary>
    /// <exception cref="VerdictException">That is so.</exception>
    public void Conclude()
    {
        Notebook.Show(this);
        var failed = _numbers.Where(number => VerdictOf(number) == Verdict.Missed || VerdictOf(number) == Verdict.NotChecked && IsJudged(number)).ToArray();
        if (failed.Length > 0)
            throw new VerdictException($"{_title}: every number is to be reproduced or explained; these are not:\n" +
                string.Join('\n', failed.Select(number => $"  {number.Id}: {Complaint(number)}")));
    }

    /// <summary>A row for each number: the report's, the re-run's, ours, the difference, the verdict, and why.</summary>
    public Table ToTable()
    {
        var table = new Table(Columns) { Title = ToString() };
        foreach (var number in _numbers)
            table.Add(Row(number));
        return table;
    }

    private string[] Row(ReportNumber number)
    {
        var (printed, verdict) = (PrintedNumber.Of(number.Printed), VerdictOf(number));
        var (here, difference) = ("", "");
        if (_ours.TryGetValue(number.Id, out var ours))
            (here, difference) = (printed.Write(ours), (number.Value ?? number.Rerun) is { } theirs ? printed.WriteDifference(ours - theirs) : "");
        return
        [
            number.Quantity, number.Printed.Length > 0 ? number.Printed : "–", number.Rerun is { } rerun ? printed.Write(rerun) : "", here, difference,
            Words(verdict), verdict is Verdict.ReproducedInKind or Verdict.NotReproducible or Verdict.Missed ? number.Remark : "",
        ];
    }

    /// <summary>The table as Markdown.</summary>
    public string ToMarkdown() => ToTable().ToMarkdown();

    /// <inheritdoc/>
    public override string ToHtml()
    {
        var (all, compact) = (ToTable(), new Table([.. Columns[..^1]]) { Title = ToString() });
        foreach (var row in all.Rows)
            compact.Add([new NotedCell((string)row[0]!, (string)row[^1]!), .. row.Skip(1).SkipLast(1)]);
        return compact.ToHtml();
    }

    /// <inheritdoc/>
    public override string ToText() => ToTable().ToText();

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, object> ToMimeBundle() =>
        new Dictionary<string, object>(ToTable().ToMimeBundle()) { [MimeTypes.Html] = ToHtml() };

    /// <inheritdoc/>
    public override string ToString()
    {
        var counts = Enum.GetValues<Verdict>().OrderByDescending(verdict => verdict is Verdict.Reproduced or Verdict.ReproducedInKind or Verdict.NotReproducible)
            .Select(verdict => (Verdict: verdict, Count: Count(verdict))).Where(count => count.Count > 0)
            .Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Count} {Words(count.Verdict)[2..]}"));
        return $"{_title}, {_mode} mode: {string.Join(", ", counts)}";
    }

    private Verdict VerdictOf(ReportNumber number) =>
        number.Kind == NumberKind.NotReproducible ? Verdict.NotReproducible
        : !_ours.TryGetValue(number.Id, out var ours) ? Verdict.NotChecked
        : IsJudged(number) ? number.Judge(ours)
        : Verdict.NotJudged;

    private bool IsJudged(ReportNumber number) => _mode == Full || number.Always;

    private ReportNumber Find(string id) => _numbers.FirstOrDefault(number => number.Id == id) ?? throw new ArgumentException(
        $"Verdicts: a number of {_title} is required; {ReportNumber.Get(id).Id} is one of {ReportNumber.Get(id).Report}. Take Verdicts.For(\"{ReportNumber.Get(id).Report}\", mode).");

    private string Complaint(ReportNumber number)
    {
        if (!_ours.TryGetValue(number.Id, out var ours))
            return "nothing was computed; call Check";
        var (lowest, highest) = number.Within is [var low, var high] ? (low, high) : (double.NaN, double.NaN);
        return string.Create(CultureInfo.InvariantCulture, $"here {ours:R}; in the report {(number.Printed.Length > 0 ? number.Printed : "nothing")}") +
            (number.Within is null ? "" : string.Create(CultureInfo.InvariantCulture, $", {lowest} to {highest} counts")) +
            (number.Tolerance is { } tolerance ? string.Create(CultureInfo.InvariantCulture, $" ± {tolerance}") : "") +
            (number.RerunTolerance is { } near ? string.Create(CultureInfo.InvariantCulture, $"; in the re-run {number.Rerun} ± {near}") : "");
    }

    private static string Words(Verdict verdict) => verdict switch
    {
        Verdict.Reproduced => "✓ reproduced",
        Verdict.ReproducedInKind => "≈ reproduced in kind",
        Verdict.NotReproducible => "– not reproducible",
        Verdict.Missed => "✗ missed",
        Verdict.NotJudged => "· not judged",
        _ => "· not checked",
    };
}

/// <summary>A number of a report should have been reproduced and was not.</summary>
public sealed class VerdictException(string message) : Exception(message);
