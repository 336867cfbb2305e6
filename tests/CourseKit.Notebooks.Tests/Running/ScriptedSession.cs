using System.Runtime.CompilerServices;
using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Sessions;
using CourseKit.Notebooks.Sessions.Cells;

namespace CourseKit.Notebooks.Tests.Running;

/// <summary>A session that does what the first word of a cell says; the real one has tests of its own.</summary>
internal sealed class ScriptedSession : ISession
{
    private TaskCompletionSource _interrupted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public List<string> Ran { get; } = [];

    /// <summary>Called when a cell begins to hang.</summary>
    public Action OnHang { get; set; } = () => { };

    public bool Ended => _ended.Task.IsCompleted;

    public string? Answer { get; private set; } = "not asked";

    /// <summary>What happens between a cell and the next.</summary>
    public Func<string, SessionEvent[]> AfterCell { get; set; } = _ => [];

    public async IAsyncEnumerable<SessionEvent> ExecuteAsync(CellRequest request, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Ran.Add(request.Code);
        var word = request.Code.Split('\n')[^1];
        _interrupted = new(TaskCreationOptions.RunContinuationsAsynchronously);
        foreach (var happened in Script(request))
            yield return happened;
        if (word == "sleep")
        {
            await Task.WhenAny(_interrupted.Task, _ended.Task);
            yield return new SessionEvent.Failed(new CellError { Kind = CellErrorKind.Interrupted, Message = "The cell was interrupted." });
        }
        if (word == "hang")
        {
            OnHang();
            await _ended.Task;
        }
        yield return word is "die" or "hang" || word.StartsWith("crash", StringComparison.Ordinal) ? new SessionEvent.Died("The process exited with code 3.", 3, "last words\n") : new SessionEvent.Idle();
    }

    public Task InterruptAsync()
    {
        _interrupted.TrySetResult();
        return Task.CompletedTask;
    }

    public Task AnswerAsync(string requestId, string? text)
    {
        Answer = text;
        return Task.CompletedTask;
    }

    public IReadOnlyList<SessionEvent> TakeLateEvents() => Ran.Count == 0 ? [] : AfterCell(Ran[^1]);

    public Task<CodeCompletions> CompleteAsync(string code, int position, CancellationToken ct = default) =>
        Task.FromResult(new CodeCompletions([new CompletionItem("say", "keyword", null)], 0, position));

    public Task<CodeInspection?> InspectAsync(string code, int position, CancellationToken ct = default) => Task.FromResult<CodeInspection?>(null);

    public Task<CodeCompleteness> IsCompleteAsync(string code, CancellationToken ct = default) => Task.FromResult(new CodeCompleteness(CompletenessKind.Complete, ""));

    public ValueTask DisposeAsync()
    {
        _ended.TrySetResult();
        return ValueTask.CompletedTask;
    }

    private static SessionEvent[] Script(CellRequest request) => request.Code.Split('\n')[^1].Split(' ', 2) switch
    {
        ["say", var text] => [new SessionEvent.Output("stdout", text), new SessionEvent.Output("stdout", "!\n")],
        ["warn", var text] => [new SessionEvent.DiagnosticsReported([new CellDiagnostic("CS0168", DiagnosticSeverity.Warning, text, 1, 5, 1, 6)])],
        ["stderr", var text] => [new SessionEvent.Output("stderr", text)],
        ["show", var text] => [new SessionEvent.Displayed(MimeBundle.Of(("text/plain", text)), "d1")],
        ["update", var text] => [new SessionEvent.Updated(MimeBundle.Of(("text/plain", text)), "d1")],
        ["value", var text] => [new SessionEvent.Result(MimeBundle.Of(("text/plain", text)))],
        ["ask", var text] => [new SessionEvent.InputRequested("q1", text, IsSecret: false)],
        ["crash", var owner] => [new SessionEvent.BackgroundFailed(CellDirectivesTests.Error("System.FormatException")!) { CellId = owner }],
        ["fail", var kind] => [new SessionEvent.Failed(CellDirectivesTests.Error(kind)!)],
        ["lack", var kernel] => [new SessionEvent.Failed(SectionKernels.Refuse(request, 1, kernel).Error)],
        ["#r", var text] when text.StartsWith("\"nuget:Absent", StringComparison.Ordinal) =>
            [new SessionEvent.Failed(new CellError { Kind = CellErrorKind.Package, Message = "no such package" })],
        ["throw", var text] => [new SessionEvent.Failed(Thrown(request, text))],
        _ => [],
    };

    private static CellError Thrown(CellRequest request, string message) => new()
    {
        Kind = CellErrorKind.Exception,
        ExceptionType = "System.InvalidOperationException",
        Message = message,
        Position = new CellPosition(request.Path, request.CellNumber, 1, 0, request.FirstLine),
        SourceLine = request.Code,
        StackTrace = $"System.InvalidOperationException: {message}\n   at cell {request.CellNumber}, line 1",
    };
}
