using System.Diagnostics.CodeAnalysis;
using CourseKit.Notebooks.Packages;
using CourseKit.Notebooks.Sessions.Cells;
using CourseKit.Notebooks.Sessions.Insight;
using CourseKit.Notebooks.Sessions.Output;

namespace CourseKit.Notebooks.Sessions.Scripting;

/// <summary>The session itself: runs each cell in this process. Everything it has to say goes to the outbox.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A source without a timer holds nothing, and the session lives as long as its process.")]
internal sealed class RoslynSession
{
    private readonly EventOutbox _outbox;
    private readonly CellConsole _console;
    private readonly Interruption _interruption = new();
    private readonly ScriptChain _script;
    private readonly CellRunner _runner;
    private readonly CancellationTokenSource _firstCell = new();
    private volatile CellRequest? _latest;

    /// <param name="folder">The notebook's.</param>
    /// <param name="scratch">An empty folder for copies of dlls.</param>
    /// <param name="outbox">Where events go.</param>
    /// <param name="compiler">The pipe of a compiler that sessions share; null for one of its own.</param>
    /// <param name="served">Packages that the program has itself: see <see cref="NotebookPackages"/>.</param>
    public RoslynSession(string folder, string scratch, EventOutbox outbox, string? compiler, IReadOnlyDictionary<string, string> served)
    {
        _outbox = outbox;
        var display = new CellDisplay(outbox);
        _console = new CellConsole(outbox, display.Input);
        _script = new ScriptChain(folder, scratch, compiler, _interruption);
        Insight = new CodeInsight(_script);
        var restore = new PackageRestore { Folder = folder, Scratch = Path.Combine(scratch, "packages") };
        _runner = new CellRunner(_script, new PackageLoader(new NotebookPackages(restore, served), _script), outbox);
        DisplayBridge.Open(display, _console.Out);
    }

    /// <summary>Answers questions about code; one thread at a time.</summary>
    public CodeInsight Insight { get; }

    /// <summary>Makes ready for the first cell, on the thread that will run it, until <see cref="EndWarmUp"/>.</summary>
    public void WarmUp() => _script.WarmUp(_firstCell.Token);

    /// <summary>From any thread: a cell is there.</summary>
    public void EndWarmUp() => _firstCell.Cancel();

    /// <summary>Runs a cell on the calling thread, one at a time, and reports all that happens; Idle is the last.</summary>
    public void Run(CellRequest request)
    {
        var stop = _interruption.Begin();
        _latest = request;
        CellScope.Enter(new CellScope(request.CellId, stop));
        _console.Attach();
        var error = _runner.Run(request, stop);
        _interruption.End();
        if (error is not null)
            _outbox.Publish(new SessionEvent.Failed(error));
        _outbox.Publish(new SessionEvent.Idle());
    }

    /// <summary>From any thread: see <see cref="ISession.InterruptAsync"/>.</summary>
    public void Interrupt()
    {
        _interruption.Request();
        _script.StopCompiler();
    }

    /// <summary>From the thread of a cell that nobody watches: what it threw is about to end this process.</summary>
    public void ReportUnhandled(object thrown)
    {
        if (thrown is not Exception error || _latest is not { } request)
            return;
        var report = new ErrorReport(request, _script.Sources);
        // The thread no longer knows which cell it is of; the places in the exception do.
        _outbox.Publish(new SessionEvent.BackgroundFailed(report.Of(error)) { CellId = report.Owner(error).CellId });
    }
}
