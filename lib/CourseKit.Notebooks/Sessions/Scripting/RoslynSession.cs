using CourseKit.Notebooks.Display;
using CourseKit.Notebooks.Sessions.Output;

namespace CourseKit.Notebooks.Sessions.Scripting;

/// <summary>The session itself: compiles each cell with Roslyn's scripting and runs it in this process. Everything it has to say goes to the outbox.</summary>
internal sealed class RoslynSession
{
    private readonly EventOutbox _outbox;
    private readonly CellConsole _console;
    private readonly Interruption _interruption = new();
    private readonly Lazy<Engine> _engine;
    private object?[] _states = new object?[64];
    private int _cells;

    /// <param name="folder">The notebook's.</param>
    /// <param name="scratch">An empty folder for copies of dlls.</param>
    /// <param name="interruptible">See <see cref="SessionOptions.Interruptible"/>.</param>
    /// <param name="outbox">Where events go.</param>
    public RoslynSession(string folder, string scratch, bool interruptible, EventOutbox outbox)
    {
        _outbox = outbox;
        _console = new CellConsole(outbox, _interruption.Checkpoint);
        _engine = new Lazy<Engine>(() => new Engine(folder, scratch, interruptible));
        DisplayBridge.Open(new CellDisplay(outbox, _interruption.Checkpoint), _console.Out);
    }

    /// <summary>Makes the compiler ready. The first cell waits for it if it must, so any thread may do this beforehand.</summary>
    public void WarmUp() => _engine.Value.WarmUp();

    /// <summary>Runs a cell on the calling thread, one at a time, and reports all that happens; Idle is the last.</summary>
    public void Run(CellRequest request)
    {
        CellScope.Enter(request.CellId);
        _console.Attach();
        _interruption.Begin();
        try
        {
            Publish(Outcome(request));
        }
        finally
        {
            _interruption.End();
            _outbox.Publish(new SessionEvent.Idle());
        }
    }

    /// <summary>From any thread: see <see cref="ISession.InterruptAsync"/>.</summary>
    public void Interrupt() => _interruption.Request();

    private CellOutcome Outcome(CellRequest request)
    {
        var (code, refusal) = Directives.Read(request);
        if (refusal is not null)
            return new CellOutcome { Error = refusal };
        CompiledCell? cell = null;
        try
        {
            cell = _engine.Value.Compiler.Compile(request, code, _interruption.Token);
            if (!cell.Succeeded)
                return new CellOutcome { Diagnostics = cell.Diagnostics, Error = CellDiagnostics.Error(request, cell.Diagnostics) };
            var value = Execute(cell);
            return new CellOutcome { Diagnostics = cell.Diagnostics, Value = cell.HasValue && value is not DisplayedValue ? ValueFormatter.Bundle(value) : null };
        }
        catch (Exception error)
        {
            // A thread that was woken to be stopped may say so in any exception it likes.
            var report = new ErrorReport(request, _engine.Value.Sources);
            var stopped = _interruption.Token.IsCancellationRequested;
            return new CellOutcome { Diagnostics = cell?.Diagnostics ?? [], Error = stopped ? report.Interrupted(error) : report.Of(error) };
        }
    }

    private object? Execute(CompiledCell cell)
    {
        _interruption.Checkpoint();
        var engine = _engine.Value;
        engine.Compiler.Accept(cell);
        if (cell.Assembly is null)
            return null;
        var (loaded, start) = cell.Load(engine.LoadContext);
        _interruption.Watch(loaded);
        if (++_cells >= _states.Length - 1)
            Array.Resize(ref _states, _states.Length * 2);
        using (engine.LoadContext.EnterContextualReflection())
        {
            var task = start(_states);
            Task.WaitAny([task], _interruption.Token);
            return task.GetAwaiter().GetResult();
        }
    }

    private void Publish(CellOutcome outcome)
    {
        if (outcome.Diagnostics.Count > 0)
            _outbox.Publish(new SessionEvent.DiagnosticsReported(outcome.Diagnostics));
        if (outcome.Error is { } error)
            _outbox.Publish(new SessionEvent.Failed(error));
        else if (outcome.Value is { } value)
            _outbox.Publish(new SessionEvent.Result(value));
    }
}
