using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Running;
using CourseKit.Notebooks.Sessions;

namespace CourseKit.Cli.Run;

/// <summary>What a cell puts out and how it ends, as lines of text. Long values are cut: the page has them whole.</summary>
/// <param name="width">Letters in a line.</param>
internal sealed class CellText(int width)
{
    private const int MaxLines = 20;

    private readonly Dictionary<string, Display> _displays = [];
    private string _unfinishedLine = "";
    private int _lines;

    /// <summary>Complete lines that an event adds to the log.</summary>
    public IEnumerable<string> Lines(SessionEvent happened) => happened switch
    {
        SessionEvent.Output output => Stream(output.Text),
        SessionEvent.Displayed shown => Shown(shown),
        SessionEvent.Updated updated => Updated(updated),
        SessionEvent.Result result => Value(result.Data),
        SessionEvent.Idle or SessionEvent.Died or SessionEvent.BackgroundFailed => End(),
        _ => [],
    };

    /// <summary>The line, or lines, on how a cell ended: nothing for one that passed in silence.</summary>
    public static IEnumerable<string> Verdict(CellResult result)
    {
        if (result.Message is null)
            yield break;
        var where = result.Position is { } position ? $"{position}: " : "";
        foreach (var line in $"{where}{result.Message}".Split('\n'))
            yield return line;
        if (result.Error?.SourceLine is { } source)
            yield return $"    {source.Trim()}";
    }

    private List<string> Stream(string text)
    {
        var parts = (_unfinishedLine + text.ReplaceLineEndings("\n")).Split('\n');
        _unfinishedLine = parts[^1];
        return Limit(parts[..^1]);
    }

    private IEnumerable<string> Value(MimeBundle data) => Flush().Concat(Limit(TextOf(data)));

    private IEnumerable<string> Shown(SessionEvent.Displayed shown)
    {
        if (shown.DisplayId is { } id)
            _displays[id] = new Display(TextOf(shown.Data));
        return Value(shown.Data);
    }

    // What was written cannot be taken back: how a display looks in the end is written when the cell ends.
    private IEnumerable<string> Updated(SessionEvent.Updated updated)
    {
        if (_displays.TryGetValue(updated.DisplayId, out var display))
            display.Last = TextOf(updated.Data);
        return [];
    }

    private static string[] TextOf(MimeBundle data) =>
        (data.GetValueOrDefault("text/plain") ?? $"[{string.Join(", ", data.Keys)}]").ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    private List<string> End()
    {
        List<string> rest = [.. Flush(), .. _displays.Values.SelectMany(display => Limit(display.Rest))];
        _displays.Clear();
        var cut = _lines - MaxLines;
        _lines = 0;
        return cut > 0 ? [.. rest, $"… {cut} more {(cut == 1 ? "line" : "lines")}, all of them in the page"] : rest;
    }

    private List<string> Flush()
    {
        if (_unfinishedLine.Length == 0)
            return [];
        var line = _unfinishedLine;
        _unfinishedLine = "";
        return Limit([line]);
    }

    private List<string> Limit(string[] lines)
    {
        var kept = lines.Take(Math.Max(0, MaxLines - _lines)).Select(Cut).ToList();
        _lines += lines.Length;
        return kept;
    }

    /// <summary>What a display showed first, and last.</summary>
    private sealed record Display(string[] First)
    {
        public string[] Last { get; set; } = First;

        /// <summary>The last text without the lines that it has in common with the first, from the top.</summary>
        public string[] Rest => [.. Last.Skip(First.Zip(Last).TakeWhile(pair => pair.First == pair.Second).Count())];
    }

    private string Cut(string line) => line.Length <= width ? line : string.Concat(line.AsSpan(0, width - 1), "…");
}
