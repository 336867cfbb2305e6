using System.Text.Json;
using System.Text.Json.Serialization;

namespace CourseKit.Reports;

/// <summary>How a number of a report can be met.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NumberKind>))]
public enum NumberKind
{
    /// <summary>As a number: to the printed digits, or within the stated tolerance.</summary>
    [JsonStringEnumMemberName("value")]
    Value,

    /// <summary>In what it shows, within a stated range: the run is scaled down, chaotic, or read from a curve.</summary>
    [JsonStringEnumMemberName("in kind")]
    InKind,

    /// <summary>Not at all; the remark is the proof.</summary>
    [JsonStringEnumMemberName("not reproducible")]
    NotReproducible,

    /// <summary>It does not stand in the report: a corrected run, held against the same run in Python.</summary>
    [JsonStringEnumMemberName("re-run")]
    ReRun,
}

/// <summary>One number of the original reports, as it stands in <c>data/reports.json</c>.</summary>
public sealed record ReportNumber
{
    /// <summary>Its name in notebooks: <c>r3.h100-lr0.1.test-accuracy</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The report, and the question of a report of several: <c>R3</c>, <c>R2 Q4</c>.</summary>
    public required string Report { get; init; }

    /// <summary>The notebook that reproduces it: <c>08-fully-connected-mnist</c>.</summary>
    public required string Notebook { get; init; }

    /// <summary>What was measured, in words.</summary>
    public required string Quantity { get; init; }

    /// <summary>The number as the report prints it; a finding in words; empty where the report has neither.</summary>
    public required string Printed { get; init; }

    /// <summary>The number; shares are 0 to 1, whatever is printed. Null for a finding in words.</summary>
    public double? Value { get; init; }

    /// <summary>What the same experiment gave when run again in Python on the real data, or null.</summary>
    public double? Rerun { get; init; }

    /// <summary>How far from <see cref="Value"/> still counts; null: the printed digits must come out.</summary>
    public double? Tolerance { get; init; }

    /// <summary>How far from <see cref="Rerun"/> still counts; null: it is only shown.</summary>
    public double? RerunTolerance { get; init; }

    /// <summary>Lowest and highest number that still count; null where <see cref="Tolerance"/> rules.</summary>
    public IReadOnlyList<double>? Within { get; init; }

    /// <summary>How it can be met.</summary>
    public required NumberKind Kind { get; init; }

    /// <summary>Whether it must come out on any data, in quick mode too: a count of parameters, or data that the library carries.</summary>
    public bool Always { get; init; }

    /// <summary>Why it differs, or cannot be met; the proof where it is not reproducible.</summary>
    public string Remark { get; init; } = "";

    /// <summary>All numbers, in the order of the reports.</summary>
    public static IReadOnlyList<ReportNumber> All => Loaded.Value;

    private static JsonSerializerOptions Format { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private static Lazy<ReportNumber[]> Loaded { get; } = new(Load);

    /// <summary>The number of an id.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static ReportNumber Get(string id) => All.FirstOrDefault(number => number.Id == id) ?? throw new ArgumentException(
        $"reports.json: no number \"{id}\". Nearest: {string.Join(", ", Nearest(id))}. Look it up in data/reports.json.");

    /// <summary>Whether a computed number meets this one.</summary>
    internal Verdict Judge(double ours) => Kind switch
    {
        NumberKind.NotReproducible => Verdict.NotReproducible,
        _ when !Meets(ours) => Verdict.Missed,
        NumberKind.InKind => Verdict.ReproducedInKind,
        _ => Verdict.Reproduced,
    };

    private bool Meets(double ours) =>
        MeetsReport(ours) && (RerunTolerance is not { } tolerance || Rerun is not { } rerun || Near(ours, rerun, tolerance));

    private bool MeetsReport(double ours)
    {
        if (Within is [var lowest, var highest])
            return ours >= lowest && ours <= highest;
        return Value is not { } value || Near(ours, value, Tolerance ?? PrintedNumber.Of(Printed).HalfUnit);
    }

    /// <summary>The last bits of the comparison itself do not count.</summary>
    private static bool Near(double ours, double value, double tolerance) => Math.Abs(ours - value) <= tolerance + 1e-15 * Math.Abs(value);

    /// <summary>The three ids that share the longest beginning.</summary>
    private static IEnumerable<string> Nearest(string id) =>
        All.Select(number => number.Id).OrderByDescending(known => known.Zip(id).TakeWhile(pair => pair.First == pair.Second).Count()).Take(3);

    private static ReportNumber[] Load()
    {
        using var resource = typeof(ReportNumber).Assembly.GetManifestResourceStream("reports.json")!;
        return JsonSerializer.Deserialize<ReportNumber[]>(resource, Format)!;
    }
}
