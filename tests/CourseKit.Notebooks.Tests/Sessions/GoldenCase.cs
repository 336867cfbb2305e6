using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Sessions;

namespace CourseKit.Notebooks.Tests.Sessions;

/// <summary>One notebook and what the kernel did with each of its cells, as lines of text.</summary>
internal sealed partial class GoldenCase
{
    private const string Truncated = "<truncated>";
    private readonly JsonNode _golden;
    private readonly NotebookDocument _document;
    private readonly string _path;

    private GoldenCase(string name, string path)
    {
        (Name, _path) = (name, path);
        _golden = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, $"{name}.expected.json")))!;
        _document = NotebookFile.Load(path);
        Expected = [.. _golden["cells"]!.AsArray().Select(cell => Lines(cell!))];
        Bugs = _golden["upstream_bugs"]?.AsObject().ToDictionary(bug => int.Parse(bug.Key, CultureInfo.InvariantCulture), bug => (string)bug.Value!) ?? [];
    }

    public static string Folder { get; } = Repository.PathOf("tests", "CourseKit.Notebooks.Tests", "Sessions", "Golden");

    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.GetFiles(Folder, "*.expected.json").Select(path => Path.GetFileName(path)[..^".expected.json".Length]).Order(StringComparer.Ordinal)];

    public string Name { get; }

    /// <summary>The outputs of each cell, and its end.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Expected { get; }

    /// <summary>Cells in which the kernel is known to be wrong.</summary>
    public IReadOnlyDictionary<int, string> Bugs { get; }

    public static GoldenCase Load(string name)
    {
        var dib = Path.Combine(Folder, $"{name}.dib");
        return new GoldenCase(name, File.Exists(dib) ? dib : Path.ChangeExtension(dib, ".ipynb"));
    }

    /// <summary>Runs the notebook in its own folder; text cells are skipped.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(ChildSession session)
    {
        var ran = new List<string>();
        foreach (var (index, cell) in _document.Cells.Index())
            ran.Add(string.Join('\n', cell.Kind == CellKind.Code ? Fitted(await RunAsync(session, cell, index + 1), Expected[index]) : ["skipped"]));
        return ran;
    }

    private async Task<List<string>> RunAsync(ChildSession session, NotebookCell cell, int number)
    {
        var lines = new List<string>();
        var error = "succeeded";
        using var stuck = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await foreach (var happened in session.ExecuteAsync(new CellRequest(cell.Id, cell.Source, _path, number, cell.Line) { Kernel = cell.Kernel }, stuck.Token))
        {
            if (happened is SessionEvent.InputRequested question)
                await session.AnswerAsync(question.RequestId, Answer(question));
            if (happened is SessionEvent.Failed { Error: var failed })
                error = $"{(failed.ExceptionType is { } thrown ? $"{thrown}: " : "")}{failed.Message.Split('\n')[0]}";
            if (Output(happened) is var (type, data))
                Add(lines, type, data.Select(entry => (entry.Key, entry.Value)));
        }
        lines.Add(error);
        return [.. lines.Select(Normal)];
    }

    /// <summary>A value asked for by a magic command goes by that parameter's name in the goldens.</summary>
    private string? Answer(SessionEvent.InputRequested question) =>
        (string?)_golden["options"]?["inputs"]?[question.Name is null ? question.Prompt : "--value"];

    private static (string Type, MimeBundle Data)? Output(SessionEvent happened) => happened switch
    {
        SessionEvent.Result result => ("return", result.Data),
        SessionEvent.Displayed shown => ("display", shown.Data),
        SessionEvent.Updated updated => ("update", updated.Data),
        SessionEvent.Output output => (output.Stream, MimeBundle.Of(("text/plain", output.Text))),
        SessionEvent.DiagnosticsReported reported => ("diagnostics", MimeBundle.Of(("text/plain", string.Join('\n', reported.Diagnostics)))),
        _ => null,
    };

    /// <summary>As far as the goldens go: of long values they keep the beginning, and beside HTML they have no plain text where we have one for terminals.</summary>
    private static List<string> Fitted(List<string> ran, IReadOnlyList<string> expected)
    {
        var fitted = new List<string>();
        foreach (var line in ran)
        {
            var golden = expected.ElementAtOrDefault(fitted.Count) ?? "";
            var extra = fitted.Count > 0 && Enumerable.Any(["return", "display", "update"], type => line.StartsWith($"{type} text/plain: ", StringComparison.Ordinal)
                && fitted[^1].StartsWith($"{type} text/html: ", StringComparison.Ordinal) && !golden.StartsWith($"{type} text/plain: ", StringComparison.Ordinal));
            var end = golden.IndexOf(Truncated, StringComparison.Ordinal);
            if (!extra)
                fitted.Add(end >= 0 && line.Length > end ? line[..end] + Truncated : line);
        }
        return fitted;
    }

    private static List<string> Lines(JsonNode cell)
    {
        if ((string)cell["status"]! == "skipped")
            return ["skipped"];
        var lines = new List<string>();
        foreach (var output in cell["outputs"]!.AsArray())
            Add(lines, (string)output!["type"]!, output["mime"]!.AsObject().Select(mime => (mime.Key, (string)mime.Value!)));
        lines.Add((string?)cell["error"] ?? "succeeded");
        return [.. lines.Select(Normal)];
    }

    private static void Add(List<string> lines, string type, IEnumerable<(string Mime, string Text)> data)
    {
        foreach (var (mime, text) in data)
        {
            var start = $"{type} {mime}: ";
            if (type is "stdout" or "stderr" && lines.Count > 0 && lines[^1].StartsWith(start, StringComparison.Ordinal))
                lines[^1] += text;
            else
                lines.Add(start + text);
        }
    }

    /// <summary>As the goldens' README says, and as far as names of our own differ.</summary>
    private static string Normal(string text)
    {
        text = Style().Replace(text, "");
        text = WallTime().Replace(text, "Wall time: <time>");
        text = Submission().Replace(text, "Submission#N");
        text = Anonymous().Replace(text, "f__AnonymousType$1#N");
        text = Identifier().Replace(text, "<id>");
        text = TaskId().Replace(text, "$1<id>$2");
        text = Stack().Replace(text, frames => frames.Value[0] == '\n' ? "\n<stack>" : "\\n<stack>");
        text = text.Replace(Folder, "<path>", StringComparison.Ordinal).Replace("?view=net-7.0", "?view=net-10.0", StringComparison.Ordinal);
        return text;
    }

    [GeneratedRegex(@"<style>\s*\.dni-code-hint.*?</style>", RegexOptions.Singleline)]
    private static partial Regex Style();

    [GeneratedRegex(@"Wall time: [\d.]+ ?ms")]
    private static partial Regex WallTime();

    [GeneratedRegex(@"Submission#(\d+|N)")]
    private static partial Regex Submission();

    [GeneratedRegex(@"f__AnonymousType(\d+)#\d+")]
    private static partial Regex Anonymous();

    [GeneratedRegex(@"\b[0-9a-f]{32}\b")]
    private static partial Regex Identifier();

    [GeneratedRegex(@"(<td>Id</td><td><div class=""dni-plaintext""><pre>)\d+(</pre>)")]
    private static partial Regex TaskId();

    [GeneratedRegex(@"(?:(?:\n|\\n)(?:   at |--- End of )(?:(?!\\n|\n|</code>|</pre>).)*)+")]
    private static partial Regex Stack();
}
