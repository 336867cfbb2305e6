using System.IO.Enumeration;
using System.Text.Json;
using System.Text.Json.Nodes;
using CourseKit.Kernel.Channels;
using CourseKit.Kernel.Messages;

namespace CourseKit.Kernel.Execution;

/// <summary>The cells that ran since the kernel was started. Earlier sessions are not kept.</summary>
internal sealed class History
{
    private const int Remembered = 10_000;
    private const int Session = 1;

    private readonly List<Entry> _entries = [];

    /// <summary>Adds a cell.</summary>
    /// <param name="number">Its execution count.</param>
    /// <param name="code">Its code.</param>
    /// <param name="output">Its value as text; null without one.</param>
    public void Add(int number, string code, string? output)
    {
        _entries.Add(new Entry(number, code, output));
        if (_entries.Count > Remembered)
            _entries.RemoveAt(0);
    }

    /// <summary>The reply to a <c>history_request</c>.</summary>
    /// <exception cref="RequestException">It asks in a way that there is not.</exception>
    public JsonObject Answer(JsonElement content)
    {
        var entries = content.Text("hist_access_type") switch
        {
            "tail" => _entries.TakeLast(content.Number("n", Remembered)!.Value),
            "range" => Range(content.Number("session", 0)!.Value, content.Number("start", 0)!.Value, content.Number("stop")),
            "search" => Search(content.Text("pattern", "*"), content.Flag("unique", false)).TakeLast(content.Number("n", Remembered)!.Value),
            var other => throw new RequestException($"hist_access_type: tail, range or search is required; received \"{other}\"."),
        };
        var withOutput = content.Flag("output", false);
        var reply = Reply.Ok();
        reply["history"] = new JsonArray([.. entries.Select(entry => entry.ToJson(withOutput))]);
        return reply;
    }

    /// <summary>Session 0 is the running one; those before it are not there.</summary>
    private IEnumerable<Entry> Range(int session, int start, int? stop) =>
        session is 0 or Session ? _entries.Where(entry => entry.Number >= start && (stop is null || entry.Number < stop)) : [];

    private IEnumerable<Entry> Search(string pattern, bool unique)
    {
        // A backslash escapes there, and stands for itself here.
        var escaped = pattern.Replace("\\", "\\\\", StringComparison.Ordinal);
        var found = _entries.Where(entry => FileSystemName.MatchesSimpleExpression(escaped, entry.Code, ignoreCase: false));
        return unique ? found.Reverse().DistinctBy(entry => entry.Code).Reverse() : found;
    }

    private sealed record Entry(int Number, string Code, string? Output)
    {
        public JsonArray ToJson(bool withOutput) =>
            [Session, Number, withOutput ? new JsonArray(Code, Output) : JsonValue.Create(Code)];
    }
}
