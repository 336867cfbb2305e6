using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Sessions;

namespace CourseKit.Notebooks.Running.Results;

/// <summary>A run as JSON, one object a line, each with its <c>event</c>; the schema stands in notebooks/guides/ci.md.</summary>
/// <param name="writer">Gets a line as soon as something happens.</param>
/// <param name="processors">How many processors the machine has: without it times say little.</param>
public sealed class JsonEvents(TextWriter writer, int processors) : IRunObserver
{
    /// <summary>Raised when a reader of older lines would misread newer ones.</summary>
    public const int Schema = 1;

    /// <summary>The numbers of a report beside those that a notebook computed, as JSON: a convention between library and runner, as all rich display is.</summary>
    private const string Verdicts = "application/vnd.coursekit.verdicts+json";

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private string _path = "";

    /// <summary>The run begins.</summary>
    /// <param name="notebooks">What will run.</param>
    public void RunStarted(IEnumerable<string> notebooks) => Write("runStarted", json =>
    {
        json.WriteNumber("schema", Schema);
        json.WriteNumber("processors", processors);
        json.WriteStartArray("notebooks");
        foreach (var path in notebooks)
            json.WriteStringValue(Slashes(path));
        json.WriteEndArray();
    });

    /// <summary>The run is over.</summary>
    /// <param name="results">The notebooks that were begun.</param>
    public void RunFinished(IReadOnlyList<NotebookResult> results) => Write("runFinished", json =>
    {
        json.WriteNumber("exitCode", ExitCode.Of(results));
        json.WriteNumber("notebooks", results.Count);
        json.WriteNumber("passed", results.Count(result => result.Verdict == Verdict.Passed));
    });

    /// <inheritdoc/>
    public void NotebookStarted(string path, NotebookDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        _path = Slashes(path);
        Write("notebookStarted", json =>
        {
            json.WriteString("notebook", _path);
            json.WriteNumber("cells", document.Cells.Count(cell => cell.Kind == CellKind.Code));
        });
    }

    /// <inheritdoc/>
    public void CellStarted(int number, NotebookCell cell) => WriteCell("cellStarted", number, _ => { });

    /// <inheritdoc/>
    public void Happened(int number, SessionEvent happened)
    {
        switch (happened)
        {
            case SessionEvent.Output output:
                WriteCell("output", number, json =>
                {
                    json.WriteString("stream", output.Stream);
                    json.WriteString("text", output.Text);
                });
                break;
            case SessionEvent.Displayed shown:
                WriteCell("display", number, json => WriteData(json, shown.Data));
                break;
            case SessionEvent.Updated updated:
                WriteCell("update", number, json => WriteData(json, updated.Data));
                break;
            case SessionEvent.Result result:
                WriteCell("result", number, json => WriteData(json, result.Data));
                break;
        }
    }

    /// <inheritdoc/>
    public void CellFinished(CellResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        WriteCell("cellFinished", result.Number, json => WriteVerdict(json, result));
    }

    /// <inheritdoc/>
    public void NotebookFinished(NotebookResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        Write("notebookFinished", json =>
        {
            json.WriteString("notebook", Slashes(result.Path));
            json.WriteString("verdict", Name(result.Verdict));
            json.WriteNumber("seconds", Seconds(result.Elapsed));
            if (result.PeakMemory is { } peak)
                json.WriteNumber("peakMemory", peak);
            if (result.IsUnchanged)
                json.WriteBoolean("unchanged", true);
            foreach (var verdict in Enum.GetValues<Verdict>().Where(verdict => result.Count(verdict) > 0))
                json.WriteNumber(Name(verdict), result.Count(verdict));
            if (result.Unreadable is { } reason)
                json.WriteString("message", reason);
            if (result.HtmlPath is { } page)
                json.WriteString("page", Slashes(page));
            // What was said of a cell when it ended may have been taken back.
            json.WriteStartArray("notPassed");
            foreach (var cell in result.Cells.Where(cell => cell.Verdict != Verdict.Passed))
            {
                json.WriteStartObject();
                json.WriteNumber("cell", cell.Number);
                WriteVerdict(json, cell);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        });
    }

    private static void WriteVerdict(Utf8JsonWriter json, CellResult result)
    {
        json.WriteString("verdict", Name(result.Verdict));
        json.WriteNumber("seconds", Seconds(result.Elapsed));
        if (result.Expected is { } expected)
            json.WriteString("failedAsExpected", expected.ExceptionType ?? expected.Message);
        if (result.Message is { } message)
            json.WriteString("message", message);
        if (result.Error?.ExceptionType is { } type)
            json.WriteString("exception", type);
        if (result.Position is not { } position)
            return;
        json.WriteNumber("cellLine", position.Line);
        if (position.FileLine > 0)
            json.WriteNumber("line", position.FileLine);
        if (position.Column > 0)
            json.WriteNumber("column", position.Column);
    }

    /// <summary>Which representations there are, the plain one, and verdicts; the .ipynb has them all.</summary>
    private static void WriteData(Utf8JsonWriter json, MimeBundle data)
    {
        json.WriteStartArray("mimeTypes");
        foreach (var mime in data.Keys)
            json.WriteStringValue(mime);
        json.WriteEndArray();
        if (data.GetValueOrDefault("text/plain") is { } text)
            json.WriteString("text", text);
        if (data.GetValueOrDefault(Verdicts) is { } verdicts)
        {
            json.WritePropertyName("verdicts");
            json.WriteRawValue(verdicts);
        }
    }

    private void WriteCell(string kind, int number, Action<Utf8JsonWriter> fields) => Write(kind, json =>
    {
        json.WriteString("notebook", _path);
        json.WriteNumber("cell", number);
        fields(json);
    });

    private void Write(string kind, Action<Utf8JsonWriter> fields)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            json.WriteString("event", kind);
            fields(json);
            json.WriteEndObject();
        }
        writer.Write($"{Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length)}\n");
        writer.Flush();
    }

    private static string Name(Verdict verdict) => JsonNamingPolicy.CamelCase.ConvertName(verdict.ToString());

    private static double Seconds(TimeSpan time) => Math.Round(time.TotalSeconds, 3);

    private static string Slashes(string path) => path.Replace('\\', '/');
}
