using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CourseKit.Cli.Course;

/// <summary>How the last run of a notebook ended.</summary>
/// <param name="Notebook">Its name without the ending.</param>
/// <param name="Mode"><c>quick</c> or <c>full</c>.</param>
/// <param name="Verdict"><c>passed</c>, or how else it ended.</param>
/// <param name="Seconds">From the first byte read to the last file written.</param>
/// <param name="Processors">How many processors the machine had.</param>
internal sealed record NotebookOutcome(string Notebook, string Mode, string Verdict, double Seconds, int Processors);

/// <summary>What the last run gave for a number of a report; null for one that is not finite.</summary>
/// <param name="Id">Its name in <c>data/reports.json</c>.</param>
/// <param name="Mode"><c>quick</c> or <c>full</c>.</param>
/// <param name="Ours">The number. Its verdict is computed when it is wanted, so that it cannot go stale.</param>
internal sealed record NumberOutcome(string Id, string Mode, double? Ours);

/// <summary>The last outcome of each notebook and number in each mode: <c>data/outcomes.json</c>, one a line, so that a change is a line of a diff.</summary>
internal sealed record Outcomes(IReadOnlyList<NotebookOutcome> Notebooks, IReadOnlyList<NumberOutcome> Numbers)
{
    public const string Quick = "quick";
    public const string Full = "full";

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Outcomes Empty { get; } = new([], []);

    /// <summary>What is recorded in a file; nothing where there is no file yet.</summary>
    /// <exception cref="CourseException">It is not such a file.</exception>
    public static Outcomes Load(string path)
    {
        if (!File.Exists(path))
            return Empty;
        try
        {
            return JsonSerializer.Deserialize<Outcomes>(File.ReadAllText(path), Format) is { Notebooks: not null, Numbers: not null } read
                ? read
                : throw new CourseException(NotARecord(path, "it lacks one of them"));
        }
        catch (JsonException error)
        {
            throw new CourseException(NotARecord(path, string.Create(CultureInfo.InvariantCulture, $"line {error.LineNumber + 1} is not JSON")));
        }
    }

    /// <summary>These outcomes, and newer ones in place of older ones of the same notebook or number in the same mode.</summary>
    public Outcomes With(Outcomes newer) => new(
        [.. newer.Notebooks.Concat(Notebooks).DistinctBy(outcome => (outcome.Notebook, outcome.Mode)).OrderBy(outcome => outcome.Notebook, StringComparer.Ordinal).ThenByDescending(outcome => outcome.Mode, StringComparer.Ordinal)],
        [.. newer.Numbers.Concat(Numbers).DistinctBy(outcome => (outcome.Id, outcome.Mode)).OrderBy(outcome => outcome.Id, StringComparer.Ordinal).ThenByDescending(outcome => outcome.Mode, StringComparer.Ordinal)]);

    /// <summary>Only what belongs to some notebooks and numbers: those that are gone are forgotten.</summary>
    public Outcomes Only(Func<string, bool> notebook, Func<string, bool> number) =>
        new([.. Notebooks.Where(outcome => notebook(outcome.Notebook))], [.. Numbers.Where(outcome => number(outcome.Id))]);

    /// <summary>The run of a notebook in a mode, or null before there was one.</summary>
    public NotebookOutcome? Of(string notebook, string mode) => Notebooks.FirstOrDefault(outcome => outcome.Notebook == notebook && outcome.Mode == mode);

    /// <summary>As it stands in the file.</summary>
    public string ToJson()
    {
        static string Lines<T>(IEnumerable<T> outcomes) => string.Join(",\n", outcomes.Select(outcome => "  " + JsonSerializer.Serialize(outcome, Format)));
        return new StringBuilder("{\"notebooks\": [\n").Append(Lines(Notebooks)).Append("\n], \"numbers\": [\n").Append(Lines(Numbers)).Append("\n]}\n").ToString();
    }

    private static string NotARecord(string path, string why) =>
        $"{path}: a record of outcomes is required, an object with notebooks and numbers; {why}. Restore it, or delete it and run the notebooks again.";
}
