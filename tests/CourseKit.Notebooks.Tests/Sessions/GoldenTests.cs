using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Sessions;

namespace CourseKit.Notebooks.Tests.Sessions;

/// <summary>The same cells as in .NET Interactive come to the same end. Its HTML is not compared: of a value shown as HTML there, only that it is shown.</summary>
public partial class GoldenTests
{
    private static readonly Dictionary<(string Name, int Cell), string> Deviations = new()
    {
        [("error_async", 5)] = "of two exceptions either may be the first",
        [("error_diagnostic_many", 2)] = "errors are reported in the order of their places",
        [("fmt_plain_dictionaries", 2)] = "a dictionary of objects looks like any other",
    };

    public static TheoryData<string> Names =>
        [.. Directory.GetFiles(Folder, "*.dib").Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal)];

    private static string Folder { get; } = Repository.PathOf("tests", "CourseKit.Notebooks.Tests", "Sessions", "Golden");

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Cells_end_as_in_the_kernel(string name)
    {
        var golden = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, $"{name}.expected.json")))!;
        var expected = golden["cells"]!.AsArray();
        var cells = NotebookFile.Load(Path.Combine(Folder, $"{name}.dib")).Cells;
        Assert.Equal(expected.Count, cells.Count);
        var session = await TestSession.StartAsync();

        for (var index = 0; index < cells.Count; index++)
        {
            var run = await session.RunAsync(cells[index].Source);

            var known = golden["upstream_bugs"]?[$"{index + 1}"] is not null || Deviations.ContainsKey((name, index + 1));
            if (!known)
                Assert.Equal(Lines(expected[index]!), Lines(run, expected[index]!));
        }
        await session.DisposeAsync();
    }

    private static string Lines(JsonNode cell)
    {
        var lines = new List<string>();
        foreach (var output in cell["outputs"]!.AsArray())
            Add(lines, (string)output!["type"]!, output["mime"]!.AsObject().Select(mime => (mime.Key, (string)mime.Value!)));
        lines.Add((string?)cell["error"] ?? "succeeded");
        return Normal(string.Join('\n', lines));
    }

    /// <param name="run">What happened here.</param>
    /// <param name="expected">What happened there: text is only compared where it was text there too.</param>
    private static string Lines(CellRun run, JsonNode expected)
    {
        var html = new Queue<bool>(expected["outputs"]!.AsArray()
            .Where(output => (string)output!["type"]! is "return" or "display" or "update")
            .Select(output => output!["mime"]!["text/plain"] is null && output["mime"]!["text/html"] is not null));
        var lines = new List<string>();
        foreach (var happened in run.Events)
        {
            var (type, data) = happened switch
            {
                SessionEvent.Result result => ("return", result.Data),
                SessionEvent.Displayed shown => ("display", shown.Data),
                SessionEvent.Updated updated => ("update", updated.Data),
                SessionEvent.Output output => (output.Stream, MimeBundle.Of(("text/plain", output.Text))),
                SessionEvent.DiagnosticsReported reported => ("diagnostics", MimeBundle.Of(("text/plain", string.Join('\n', reported.Diagnostics)))),
                _ => (null, MimeBundle.Empty),
            };
            if (type is "return" or "display" or "update" && html.TryDequeue(out var asHtml) && asHtml)
                data = MimeBundle.Of(("text/html", ""));
            if (type is not null)
                Add(lines, type, data.Select(entry => (entry.Key, entry.Value)));
        }
        lines.Add(run.Error is { } error ? $"{(error.ExceptionType is { } thrown ? $"{thrown}: " : "")}{error.Message.Split('\n')[0]}" : "succeeded");
        return Normal(string.Join('\n', lines));
    }

    private static void Add(List<string> lines, string type, IEnumerable<(string Mime, string Text)> data)
    {
        foreach (var (mime, text) in data.OrderBy(entry => entry.Mime, StringComparer.Ordinal))
        {
            var start = $"{type} {mime}: ";
            if (type is "stdout" or "stderr" && lines.Count > 0 && lines[^1].StartsWith(start, StringComparison.Ordinal))
                lines[^1] += text;
            else
                lines.Add(start + (mime == "text/html" ? "" : text));
        }
    }

    private static string Normal(string text)
    {
        text = Submission().Replace(text, "");
        text = Container().Replace(text, "Submission#N");
        text = Anonymous().Replace(text, "f__AnonymousType$1#N");
        return Stack().Replace(text, "\n<stack>");
    }

    [GeneratedRegex(@"Submission#(\d+|N)[+.]")]
    private static partial Regex Submission();

    [GeneratedRegex(@"Submission#\d+")]
    private static partial Regex Container();

    [GeneratedRegex(@"f__AnonymousType(\d+)#\d+")]
    private static partial Regex Anonymous();

    [GeneratedRegex(@"(\n   at [^\n]*|\n--- End of [^\n]*)+")]
    private static partial Regex Stack();
}
