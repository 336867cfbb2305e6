using CourseKit.Display;

namespace CourseKit.Learn;

/// <summary>What one point of a sweep came to.</summary>
/// <param name="Point">Its parameters.</param>
/// <param name="Measures">What was measured, in the order in which it was returned; empty if the point failed.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="Error">Type and message of what it threw, or null.</param>
public sealed record SweepRun(SweepPoint Point, IReadOnlyList<(string Name, double Value)> Measures, TimeSpan Elapsed, string? Error)
{
    /// <summary>One measure; NaN if the point failed.</summary>
    /// <exception cref="ArgumentException">The point was measured, but not that.</exception>
    public double this[string measure]
    {
        get
        {
            foreach (var (name, value) in Measures)
                if (name == measure)
                    return value;
            return Error is not null ? double.NaN : throw new ArgumentException(
                $"SweepRun: no measure \"{measure}\". Known: {string.Join(", ", Measures.Select(known => known.Name))}.");
        }
    }
}

/// <summary>The results of a <see cref="Sweep"/>: a table with a row for each point, in the sweep's order.</summary>
[TypeFormatterSource(typeof(RichViewFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.PlainText, MimeTypes.Csv])]
public sealed class SweepResult : RichView
{
    private readonly IReadOnlyList<string> _parameters;

    internal SweepResult(IReadOnlyList<string> parameters, IReadOnlyList<SweepRun> runs) => (_parameters, Runs) = (parameters, runs);

    /// <summary>One run for each point.</summary>
    public IReadOnlyList<SweepRun> Runs { get; }

    /// <summary>The run with the largest value of a measure; the first of several. Failed points do not count.</summary>
    /// <exception cref="InvalidOperationException">Every point failed.</exception>
    public SweepRun Best(string measure) => Runs.Where(run => run.Error is null).MaxBy(run => run[measure]) ?? throw new InvalidOperationException(
        $"SweepResult.Best: at least one point that did not fail is required; all {Runs.Count.ToString(CultureInfo.InvariantCulture)} failed. The first: {Runs[0].Error}");

    /// <summary>The same results, the largest value of a measure first; failed points last.</summary>
    public SweepResult SortedBy(string measure) => new(_parameters, [.. Runs.OrderBy(run => run.Error is not null).ThenByDescending(run => run[measure])]);

    /// <summary>A row for each point: parameters, measures, seconds, and the error if any point failed.</summary>
    public Table ToTable()
    {
        var measures = Runs.SelectMany(run => run.Measures).Select(measure => measure.Name).Distinct().ToArray();
        var anyFailed = Runs.Any(run => run.Error is not null);
        var table = new Table([.. _parameters, .. measures, "seconds", .. anyFailed ? ["error"] : Array.Empty<string>()]);
        table.Format("seconds", "0.00");
        foreach (var run in Runs)
            table.Add([.. run.Point.Values.Select(Shown), .. measures.Select(measure => run.Error is null ? run[measure] : (object?)null),
                run.Elapsed.TotalSeconds, .. anyFailed ? [run.Error] : Array.Empty<object?>()]);
        return table;
    }

    /// <inheritdoc/>
    public override string ToHtml() => ToTable().ToHtml();

    /// <inheritdoc/>
    public override string ToText() => ToTable().ToText();

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"Sweep over {string.Join(" × ", _parameters)}: {Runs.Count} points");

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, object> ToMimeBundle() => ToTable().ToMimeBundle();

    /// <summary>Numbers stay numbers, so that they stand to the right; all else is text.</summary>
    private static object Shown(object value) => value is int or long or float or double ? value : SweepText.Of(value);
}
