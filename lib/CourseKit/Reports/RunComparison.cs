using CourseKit.Display;

namespace CourseKit.Reports;

/// <summary>Runs side by side: what was measured of each, as mean and standard deviation where there are several seeds.</summary>
/// <remarks>
/// <code>
/// var comparison = new RunComparison(fashion.Title);
/// foreach (var seed in seeds)
///     comparison.Add("SGD", ("accuracy", accuracy), ("macro F1", f1), ("loss", loss), ("seconds", seconds));
/// comparison.RankedBy("accuracy")
/// </code>
/// </remarks>
[TypeFormatterSource(typeof(RichViewFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.PlainText, MimeTypes.Csv])]
public sealed class RunComparison : RichView
{
    private readonly List<(string Name, List<IReadOnlyDictionary<string, double>> Seeds)> _runs;
    private readonly List<string> _measures = [];

    /// <summary>Begins a comparison.</summary>
    /// <param name="title">What the runs rest on; default nothing.</param>
    public RunComparison(string title = "") => (Title, _runs) = (title, []);

    private RunComparison(RunComparison source, IEnumerable<(string, List<IReadOnlyDictionary<string, double>>)> runs) =>
        (Title, _runs, _measures) = (source.Title, [.. runs], source._measures);

    /// <summary>What the runs rest on.</summary>
    public string Title { get; }

    /// <summary>The names of the runs, in their order.</summary>
    public IReadOnlyList<string> Names => [.. _runs.Select(run => run.Name)];

    /// <summary>Adds a run, or one more seed of a run of that name.</summary>
    /// <returns>This comparison.</returns>
    /// <exception cref="ArgumentException">Nothing was measured.</exception>
    public RunComparison Add(string name, params (string Measure, double Value)[] measures)
    {
        ArgumentNullException.ThrowIfNull(measures);
        if (measures.Length == 0)
            throw new ArgumentException($"RunComparison.Add: at least one measure of \"{name}\" is required; none was given. Write (\"accuracy\", 0.91).");
        var at = _runs.FindIndex(run => run.Name == name);
        if (at < 0)
        {
            at = _runs.Count;
            _runs.Add((name, []));
        }
        _runs[at].Seeds.Add(measures.ToDictionary(measure => measure.Measure, measure => measure.Value));
        _measures.AddRange(measures.Select(measure => measure.Measure).Except(_measures));
        return this;
    }

    /// <summary>Mean over the seeds of a run; NaN where it was not measured.</summary>
    /// <exception cref="ArgumentException">There is no such run or measure.</exception>
    public double Mean(string name, string measure) => Values(name, measure) is { Length: > 0 } values ? values.Average() : double.NaN;

    /// <summary>Standard deviation over the seeds of a run, divided by n − 1; NaN for a single one.</summary>
    /// <exception cref="ArgumentException">There is no such run or measure.</exception>
    public double StandardDeviation(string name, string measure)
    {
        var values = Values(name, measure);
        if (values.Length < 2)
            return double.NaN;
        var mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
    }

    /// <summary>The same runs, the best by a measure first.</summary>
    /// <param name="measure">What decides; the mean over the seeds.</param>
    /// <param name="largestFirst">False for a loss or a time. Default true.</param>
    /// <exception cref="ArgumentException">There is no such measure.</exception>
    public RunComparison RankedBy(string measure, bool largestFirst = true) =>
        new(this, _runs.OrderBy(run => (largestFirst ? -1 : 1) * Mean(run.Name, measure)).ToArray());

    /// <summary>A row for each run; where any has several seeds their number, and beside each mean the standard deviation.</summary>
    public Table ToTable()
    {
        var several = _runs.Exists(run => run.Seeds.Count > 1);
        var table = new Table([
            "run", .. several ? ["seeds"] : Array.Empty<string>(),
            .. _measures.SelectMany(measure => several ? [measure, $"± {measure}"] : new[] { measure })])
        {
            Title = Title.Length > 0 ? Title : null,
        };
        foreach (var (name, seeds) in _runs)
            table.Add([name, .. several ? [seeds.Count] : Array.Empty<object?>(),
                .. _measures.SelectMany(measure => several ? [Cell(Mean(name, measure)), Cell(StandardDeviation(name, measure))] : new[] { Cell(Mean(name, measure)) })]);
        return table;
    }

    /// <inheritdoc/>
    public override string ToHtml() => ToTable().ToHtml();

    /// <inheritdoc/>
    public override string ToText() => ToTable().ToText();

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, object> ToMimeBundle() => ToTable().ToMimeBundle();

    /// <inheritdoc/>
    public override string ToString() => $"RunComparison: {string.Join(", ", Names)}";

    private double[] Values(string name, string measure)
    {
        if (!_measures.Contains(measure))
            throw new ArgumentException($"RunComparison: no measure \"{measure}\". Known: {string.Join(", ", _measures)}.");
        var at = _runs.FindIndex(run => run.Name == name);
        return at < 0
            ? throw new ArgumentException($"RunComparison: no run \"{name}\". Known: {string.Join(", ", Names)}.")
            : [.. _runs[at].Seeds.Where(seed => seed.ContainsKey(measure)).Select(seed => seed[measure])];
    }

    private static double? Cell(double value) => double.IsNaN(value) ? null : value;
}
