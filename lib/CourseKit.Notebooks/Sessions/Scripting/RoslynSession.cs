using CourseKit.Notebooks.Display;
using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Sessions.Output;

namespace CourseKit.Notebooks.Sessions.Scripting;

/// <summary>The session itself: compiles each cell with Roslyn's scripting and runs it in this process. Everything it has to say goes to the outbox.</summary>
internal sealed class RoslynSession
{
    private readonly string _folder;
    private readonly string _scratch;
    private readonly EventOutbox _outbox;
    private readonly CellConsole _console;
    private readonly Interruption _interruption = new();
    private readonly Lazy<Engine> _engine;
    private volatile CellRequest? _latest;
    private object?[] _states = new object?[64];
    private int _cells;

    /// <param name="folder">The notebook's.</param>
    /// <param name="scratch">An empty folder for copies of dlls.</param>
    /// <param name="outbox">Where events go.</param>
    public RoslynSession(string folder, string scratch, EventOutbox outbox)
    {
        (_folder, _scratch, _outbox) = (folder, scratch, outbox);
        _console = new CellConsole(outbox);
        _engine = new Lazy<Engine>(() => new Engine(folder, scratch));
        DisplayBridge.Open(new CellDisplay(outbox), _console.Out);
    }

    /// <summary>Makes the compiler ready for the first cell, which need not wait for it; any thread may do this beforehand.</summary>
    public void WarmUp()
    {
        _ = _engine.Value;
        Engine.WarmUp(_folder, _scratch);
    }

    /// <summary>Runs a cell on the calling thread, one at a time, and reports all that happens; Idle is the last.</summary>
    public void Run(CellRequest request)
    {
        var stop = _interruption.Begin();
        _latest = request;
        CellScope.Enter(new CellScope(request.CellId, stop));
        _console.Attach();
        var outcome = Outcome(request, stop);
        _interruption.End();
        if (outcome.Diagnostics.Count > 0)
            _outbox.Publish(new SessionEvent.DiagnosticsReported(outcome.Diagnostics));
        if (outcome.Error is { } error)
            _outbox.Publish(new SessionEvent.Failed(error));
        else if (outcome.Value is { } value)
            _outbox.Publish(new SessionEvent.Result(value));
        _outbox.Publish(new SessionEvent.Idle());
    }

    /// <summary>From any thread: see <see cref="ISession.InterruptAsync"/>.</summary>
    public void Interrupt() => _interruption.Request();

    /// <summary>From the thread of a cell that nobody watches: what it threw is about to end this process.</summary>
    public void ReportUnhandled(object thrown)
    {
        if (thrown is not Exception error || _latest is not { } request)
            return;
        var report = new ErrorReport(request, _engine.Value.Sources);
        // The thread no longer knows which cell it is of; the places in the exception do.
        _outbox.Publish(new SessionEvent.BackgroundFailed(report.Of(error)) { CellId = report.Owner(error).CellId });
    }

    private CellOutcome Outcome(CellRequest request, CancellationToken stop)
    {
        var (code, refusal) = Directives.Read(request);
        if (refusal is not null)
            return new CellOutcome { Error = refusal };
        IReadOnlyList<CellDiagnostic> diagnostics = [];
        try
        {
            var cell = _engine.Value.Compiler.Compile(request, code, stop);
            diagnostics = cell.Diagnostics;
            return cell.Succeeded
                ? new CellOutcome { Diagnostics = diagnostics, Value = _interruption.Wakeable(() => Execute(cell, stop)) }
                : new CellOutcome { Diagnostics = diagnostics, Error = CellDiagnostics.Error(request, diagnostics) };
        }
        catch (Exception error)
        {
            var report = new ErrorReport(request, _engine.Value.Sources);
            // Code that was told to stop may say so in any exception it likes.
            return new CellOutcome { Diagnostics = diagnostics, Error = stop.IsCancellationRequested ? report.Interrupted(error) : report.Of(error) };
        }
    }

    /// <summary>Runs the compiled cell to its end.</summary>
    /// <returns>What it shows of its value; null if it has none.</returns>
    private MimeBundle? Execute(CompiledCell cell, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        var engine = _engine.Value;
        engine.Compiler.Accept(cell);
        if (cell.Assembly is null)
            return null;
        var start = cell.Load(engine.LoadContext);
        if (++_cells >= _states.Length - 1)
            Array.Resize(ref _states, _states.Length * 2);
        using (engine.LoadContext.EnterContextualReflection())
        {
            var task = start(_states);
            if (!task.IsCompleted)
                Task.WaitAny([task], stop);
            var value = task.GetAwaiter().GetResult();
            return cell.HasValue && value is not DisplayedValue ? ValueFormatter.Bundle(value) : null;
        }
    }
}
