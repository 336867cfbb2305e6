using System.Text.Json.Serialization;
using CourseKit.Notebooks.Documents;

namespace CourseKit.Notebooks.Sessions;

/// <summary>Something that happened in a session.</summary>
[JsonDerivedType(typeof(Output), "output")]
[JsonDerivedType(typeof(Displayed), "displayed")]
[JsonDerivedType(typeof(Updated), "updated")]
[JsonDerivedType(typeof(Result), "result")]
[JsonDerivedType(typeof(DiagnosticsReported), "diagnostics")]
[JsonDerivedType(typeof(Failed), "failed")]
[JsonDerivedType(typeof(BackgroundFailed), "background")]
[JsonDerivedType(typeof(InputRequested), "input")]
[JsonDerivedType(typeof(Idle), "idle")]
[JsonDerivedType(typeof(Died), "died")]
public abstract record SessionEvent
{
    private SessionEvent()
    {
    }

    /// <summary>The cell whose code caused it. It differs from the running one when an earlier cell's background work goes on.</summary>
    public string CellId { get; init; } = "";

    /// <summary>Text for a console. Consecutive pieces of one stream belong together; a piece need not end a line.</summary>
    /// <param name="Stream"><c>stdout</c> or <c>stderr</c>, as notebooks call them. Text on stderr is no failure.</param>
    /// <param name="Text">As it was written, line ends included.</param>
    public sealed record Output(string Stream, string Text) : SessionEvent;

    /// <summary>A value was shown.</summary>
    /// <param name="Data">Its representations.</param>
    /// <param name="DisplayId">By which <see cref="Updated"/> finds it again; null if it never changes.</param>
    public sealed record Displayed(MimeBundle Data, string? DisplayId) : SessionEvent;

    /// <summary>Something shown earlier, perhaps by an earlier cell, looks different now.</summary>
    /// <param name="Data">Its new representations.</param>
    /// <param name="DisplayId">Which one.</param>
    public sealed record Updated(MimeBundle Data, string DisplayId) : SessionEvent;

    /// <summary>The value of the cell's last expression.</summary>
    /// <param name="Data">Its representations.</param>
    public sealed record Result(MimeBundle Data) : SessionEvent;

    /// <summary>The compiler's messages on a cell, in the order of their places: warnings if it compiled, otherwise errors and warnings.</summary>
    /// <param name="Diagnostics">At least one.</param>
    public sealed record DiagnosticsReported(IReadOnlyList<CellDiagnostic> Diagnostics) : SessionEvent;

    /// <summary>The cell failed.</summary>
    /// <param name="Error">Why.</param>
    public sealed record Failed(CellError Error) : SessionEvent;

    /// <summary>A thread that a cell had started threw and nobody caught it. The session is about to end.</summary>
    /// <param name="Error">Why.</param>
    public sealed record BackgroundFailed(CellError Error) : SessionEvent;

    /// <summary>The cell waits for a line of text: <see cref="ISession.AnswerAsync"/>.</summary>
    /// <param name="RequestId">Names the request in the answer.</param>
    /// <param name="Prompt">What to ask.</param>
    /// <param name="IsSecret">True for a password, which is not to be shown or kept.</param>
    public sealed record InputRequested(string RequestId, string Prompt, bool IsSecret) : SessionEvent;

    /// <summary>The cell has ended, well or not, and the next one may come.</summary>
    public sealed record Idle : SessionEvent;

    /// <summary>The session is over; no cell can run in it any more.</summary>
    /// <param name="Reason">One sentence: what is known of the cause.</param>
    /// <param name="ExitCode">Of the session's process; null where it had to be killed or none is known.</param>
    /// <param name="Text">The head and tail of what the process itself last wrote to its real output, such as the runtime's words on a stack overflow.</param>
    public sealed record Died(string Reason, int? ExitCode, string Text) : SessionEvent;
}
