using System.Text.Json.Nodes;
using CourseKit.Kernel.Channels;
using CourseKit.Notebooks.Sessions;

namespace CourseKit.Kernel.Execution;

/// <summary>Why a cell failed, as front ends show it.</summary>
/// <param name="Name">The exception's type, or the kind of failure.</param>
/// <param name="Value">The message.</param>
/// <param name="Traceback">All there is to read, line by line.</param>
internal sealed record ErrorContent(string Name, string Value, IReadOnlyList<string> Traceback)
{
    /// <summary>What is said wherever variables are lost.</summary>
    public const string StateIsGone =
        "A new session was started: the variables, types and using directives of all cells are gone. Run the notebook again from its first cell.";

    private const int LongestLine = 10_000, MostLines = 200;

    /// <summary>Of an error that the session reports.</summary>
    public static ErrorContent Of(CellError error) => error.Kind switch
    {
        CellErrorKind.Exception => new(error.ExceptionType ?? "Exception", Shortened(error.Message), FirstRed(Lines(error.StackTrace ?? error.Message))),
        CellErrorKind.CompileError when error.Diagnostics.Count > 0 => new(nameof(CellErrorKind.CompileError), Shortened(error.Message),
            [.. error.Diagnostics.Select(diagnostic => Red(Shortened(diagnostic.ToString()))), .. Source(error)]),
        var kind => new(kind.ToString(), Shortened(error.Message), [.. FirstRed(Lines(error.Message)), .. Source(error)]),
    };

    /// <summary>Of a session that has ended.</summary>
    public static ErrorContent Of(SessionEvent.Died died) =>
        new("SessionDied", $"{died.Reason} {StateIsGone}", [Red(died.Reason), .. Lines(died.Text), StateIsGone]);

    /// <summary>Of a session that had to be ended, because its cell did not stop.</summary>
    public static ErrorContent OfKilled(TimeSpan grace) => OfMessage("SessionRestarted",
        FormattableString.Invariant($"The cell did not stop within {grace.TotalSeconds} s of its interruption, so its session was ended. {StateIsGone}"));

    /// <summary>Of a failure that is one sentence.</summary>
    public static ErrorContent OfMessage(string name, string message) => new(name, message, FirstRed(Lines(message)));

    /// <summary>The message <c>error</c>.</summary>
    public JsonObject ToMessage()
    {
        var content = ToReply();
        content.Remove("status");
        return content;
    }

    /// <summary>The content of a reply.</summary>
    public JsonObject ToReply() => Reply.Error(Name, Value, Traceback);

    /// <summary>Front ends print a traceback as a terminal would; without colours an error looks like any output.</summary>
    private static string Red(string line) => $"\e[31m{line}\e[0m";

    private static string[] FirstRed(string[] lines) => lines is [var first, .. var rest] ? [Red(first), .. rest] : lines;

    private static string[] Source(CellError error) => error.SourceLine is { } line ? [Shortened(line)] : [];

    private static string[] Lines(string text)
    {
        if (text.Length == 0)
            return [];
        string[] lines = [.. text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select(Shortened)];
        return lines.Length <= MostLines ? lines : [.. lines[..(MostLines / 2)], "   …", .. lines[^(MostLines / 2)..]];
    }

    private static string Shortened(string text) => text.Length <= LongestLine ? text : $"{text[..LongestLine]} …";
}
