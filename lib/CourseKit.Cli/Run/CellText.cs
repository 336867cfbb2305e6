using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Running;
using CourseKit.Notebooks.Sessions;

namespace CourseKit.Cli.Run;

/// <summary>What a cell puts out and how it ends, as lines of text. Long values are cut: the page has them whole.</summary>
/// <param name="width">Letters in a line.</param>
internal sealed class CellText(int width)
{
    private const int MaxLines = 20;

    private string _unfinishedLine = "";
    private int _lines;

    /// <summary>Complete lines that an event adds to the log.</summary>
    public IEnumerable<string> Lines(SessionEvent happened) => happened switch
    {
        SessionEvent.Output output => Stream(output.Text),
        SessionEvent.Displayed shown => Value(shown.Data),
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

    /// <summary>Lines for what has changed; the one line of a progress bar does not count among those that a cell may have.</summary>
    public IEnumerable<string> Changed(string[] lines) => lines is [var bar] ? [Cut(bar)] : Limit(lines);

    /// <summary>A value as lines of text.</summary>
    public static string[] TextOf(MimeBundle data) =>
        (data.GetValueOrDefault("text/plain") ?? $"[{string.Join(", ", data.Keys)}]").ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    private IEnumerable<string> Value(MimeBundle data) => Flush().Concat(Limit(TextOf(data)));

    private List<string> End()
    {
        var rest = Flush();
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

    private string Cut(string line) => line.Length <= width ? line : string.Concat(line.AsSpan(0, width - 1), "…");
}
