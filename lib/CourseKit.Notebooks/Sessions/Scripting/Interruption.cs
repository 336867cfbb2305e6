using System.Diagnostics.CodeAnalysis;

namespace CourseKit.Notebooks.Sessions.Scripting;

/// <summary>
/// Stops code that was not written to be stopped: each turn of its loops looks at a flag (<see cref="LoopGuard"/>), a cell that waits is woken, and library code is
/// stopped where it writes to the console or shows something.
/// </summary>
/// <remarks>
/// Not by aborting threads: <c>ControlledExecution</c> ends the whole process on Unix when the thread holds a lock or is being compiled. Nor by Roslyn's own
/// cancellation checks: they replace the tokens that the notebook itself passes, and leave out a script's top level.
/// </remarks>
[SuppressMessage("Design", "CA1001", Justification = "A source without a timer holds nothing, and background code looks at its token long after the cell.")]
internal sealed class Interruption
{
    private readonly Lock _gate = new();
    private CancellationTokenSource? _stop;
    private Thread? _thread;

    /// <summary>A cell begins. What an interrupted one left running in the background has had its time to stop.</summary>
    /// <returns>Cancelled when this cell is to stop.</returns>
    public CancellationToken Begin()
    {
        lock (_gate)
        {
            LoopGuard.Raised = false;
            _stop = new CancellationTokenSource();
            return _stop.Token;
        }
    }

    /// <summary>The cell has ended.</summary>
    public void End()
    {
        lock (_gate)
            _stop = null;
    }

    /// <summary>From any thread: stop the cell that runs, if one does.</summary>
    public void Request()
    {
        lock (_gate)
        {
            if (_stop is null)
                return;
            LoopGuard.Raised = true;
            // On other threads: what waits for the token goes on with the notebook's code, which must not run on the caller's.
            _ = _stop.CancelAsync();
            _thread?.Interrupt();
        }
    }

    /// <summary>Does the notebook's own work, in which the calling thread may be woken from its waiting; ours (the compiler, the pipe) must not be.</summary>
    public T Wakeable<T>(Func<T> work)
    {
        lock (_gate)
            _thread = Thread.CurrentThread;
        try
        {
            return work();
        }
        finally
        {
            Settle();
        }
    }

    /// <summary>A wake-up that came too late to be felt must not hit what comes next.</summary>
    private void Settle()
    {
        var settled = false;
        while (!settled)
        {
            try
            {
                lock (_gate)
                    _thread = null;
                Thread.Sleep(0);
                settled = true;
            }
            catch (ThreadInterruptedException)
            {
                // That was the late one; no other can come.
            }
        }
    }
}
