using System.Runtime.CompilerServices;
using System.Threading.Channels;
using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Sessions;

namespace CourseKit.Kernel.Tests.Execution;

/// <summary>A session whose cells are words of the test: each line of the code is one thing that happens.</summary>
internal sealed class FakeSession : ISession
{
    private readonly Channel<string> _signals = Channel.CreateUnbounded<string>();
    private readonly Queue<SessionEvent> _late = [];
    private bool _stubborn;

    /// <summary>The code of all cells that ran.</summary>
    public List<string> Ran { get; } = [];

    public List<(string Id, string? Text)> Answers { get; } = [];

    public bool Disposed { get; private set; }

    public async IAsyncEnumerable<SessionEvent> ExecuteAsync(CellRequest request, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Ran.Add(request.Code);
        foreach (var line in request.Code.Split('\n'))
        {
            var (word, rest) = (line.Split(' ')[0], line.Contains(' ', StringComparison.Ordinal) ? line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..] : "");
            var happened = word is "wait" or "hang" or "ask" ? await WaitAsync(word, rest, cancellationToken) : Event(word, rest);
            if (word == "ask")
            {
                yield return new SessionEvent.InputRequested("q", rest, IsSecret: rest == "password") { CellId = request.CellId };
                happened = await WaitAsync("answer", rest, cancellationToken);
            }
            if (happened is not null)
                yield return happened.CellId.Length > 0 ? happened : happened with { CellId = request.CellId };
            if (happened is SessionEvent.Died)
                yield break;
            if (happened is SessionEvent.Failed)
                break;
        }
        yield return new SessionEvent.Idle { CellId = request.CellId };
    }

    public async Task InterruptAsync()
    {
        if (!_stubborn)
            await _signals.Writer.WriteAsync("interrupt");
    }

    public async Task AnswerAsync(string requestId, string? text)
    {
        Answers.Add((requestId, text));
        await _signals.Writer.WriteAsync(text ?? "nobody");
    }

    /// <summary>Something that a cell's background work puts out.</summary>
    public void Later(SessionEvent happened)
    {
        lock (_late)
            _late.Enqueue(happened);
    }

    public IReadOnlyList<SessionEvent> TakeLateEvents()
    {
        lock (_late)
        {
            var taken = _late.ToArray();
            _late.Clear();
            return taken;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Disposed = true;
        await _signals.Writer.WriteAsync("killed");
    }

    /// <summary>Offers the word before the place, in capitals.</summary>
    public Task<CodeCompletions> CompleteAsync(string code, int position, CancellationToken ct = default)
    {
        var start = code.LastIndexOf(' ', position - 1) + 1;
        return Task.FromResult(new CodeCompletions([new CompletionItem(code[start..position].ToUpperInvariant(), "method", "one line")], start, position));
    }

    /// <summary>Knows the word <c>known</c>.</summary>
    public Task<CodeInspection?> InspectAsync(string code, int position, CancellationToken ct = default) =>
        Task.FromResult(code[..position].EndsWith("known", StringComparison.Ordinal) ? new CodeInspection("int known", "What it is.") : null);

    /// <summary>Code that ends with a word for it.</summary>
    public Task<CodeCompleteness> IsCompleteAsync(string code, CancellationToken ct = default) => Task.FromResult(code switch
    {
        "open" => new CodeCompleteness(CompletenessKind.Incomplete, "    "),
        "wrong" => new CodeCompleteness(CompletenessKind.Invalid, ""),
        _ => new CodeCompleteness(CompletenessKind.Complete, ""),
    });

    private async Task<SessionEvent?> WaitAsync(string word, string rest, CancellationToken cancellationToken)
    {
        if (word == "ask")
            return null;
        _stubborn = word == "hang";
        return await _signals.Reader.ReadAsync(cancellationToken) switch
        {
            "interrupt" => Failed(CellErrorKind.Interrupted, "The cell was interrupted."),
            "killed" => new SessionEvent.Died("The session was ended from outside.", null, ""),
            "nobody" => Failed(CellErrorKind.Exception, "Input not provided."),
            var typed => new SessionEvent.Output("stdout", $"{rest}: {typed}"),
        };
    }

    private static SessionEvent? Event(string word, string rest) => word switch
    {
        "print" => new SessionEvent.Output("stdout", rest),
        "many" => new SessionEvent.Output("stdout", new string('x', int.Parse(rest, System.Globalization.CultureInfo.InvariantCulture))),
        "value" => new SessionEvent.Result(MimeBundle.Of(("text/plain", rest))),
        "show" => new SessionEvent.Displayed(MimeBundle.Of(("text/html", rest), ("application/json", "{\"a\": [1, null]}"), ("application/vnd.x+json", "no JSON")), "d-1"),
        "update" => new SessionEvent.Updated(MimeBundle.Of(("text/plain", rest)), "d-1"),
        "throw" => Failed(CellErrorKind.Exception, rest),
        "refuse" => Failed(CellErrorKind.CompileError, rest),
        "die" => new SessionEvent.Died(rest, 3, "last words"),
        "late" => new SessionEvent.Output("stdout", "late") { CellId = rest },
        _ => null,
    };

    private static SessionEvent.Failed Failed(CellErrorKind kind, string message) => new(new CellError
    {
        Kind = kind,
        Message = message,
        ExceptionType = kind == CellErrorKind.Exception ? "System.Exception" : null,
        StackTrace = kind == CellErrorKind.Exception ? $"System.Exception: {message}\n   at cell 1, line 1" : null,
        Diagnostics = kind == CellErrorKind.CompileError
            ? [new CellDiagnostic("CS0103", DiagnosticSeverity.Error, message, 1, 1, 1, 2), new CellDiagnostic("CS1002", DiagnosticSeverity.Error, "; expected", 2, 1, 2, 2)]
            : [],
    });
}
