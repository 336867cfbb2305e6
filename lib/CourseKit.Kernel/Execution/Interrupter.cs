using System.Diagnostics.CodeAnalysis;
using CourseKit.Notebooks.Sessions;

namespace CourseKit.Kernel.Execution;

/// <summary>The ladder of an interruption: ask the cell to stop, wait for it to become idle, else end its session.</summary>
/// <param name="grace">How long a cell may take to stop.</param>
/// <param name="time">The clock.</param>
[SuppressMessage("Design", "CA1001", Justification = "A run is disposed of by who began it.")]
internal sealed class Interrupter(TimeSpan grace, TimeProvider time)
{
    private readonly Lock _gate = new();
    private Run? _run;

    /// <summary>A cell begins.</summary>
    public Run Begin()
    {
        lock (_gate)
            return _run = new Run(this);
    }

    /// <summary>From any thread: stops the cell that runs; without one, nothing.</summary>
    public void Interrupt()
    {
        lock (_gate)
            _run?.Interrupt();
    }

    /// <summary>One cell from its beginning to its end.</summary>
    internal sealed class Run(Interrupter owner) : IAsyncDisposable
    {
        private readonly CancellationTokenSource _stop = new(), _ended = new();
        private ISession? _session;
        private Task? _ladder;

        /// <summary>Cancelled by an interruption: what is not the session's work, waiting for the session for one, stops.</summary>
        public CancellationToken Stop => _stop.Token;

        /// <summary>Whether the session had to be ended.</summary>
        public bool Killed { get; private set; }

        /// <summary>The cell is about to run in this session.</summary>
        /// <exception cref="OperationCanceledException">It was interrupted before.</exception>
        public void Enter(ISession session)
        {
            lock (owner._gate)
            {
                _stop.Token.ThrowIfCancellationRequested();
                _session = session;
            }
        }

        public async ValueTask DisposeAsync()
        {
            lock (owner._gate)
                owner._run = null;
            await _ended.CancelAsync().ConfigureAwait(false);
            await (_ladder ?? Task.CompletedTask).ConfigureAwait(false);
            _stop.Dispose();
            _ended.Dispose();
        }

        /// <summary>Under the owner's lock.</summary>
        internal void Interrupt()
        {
            if (_session is not { } session)
                _stop.Cancel();
            else if (_ladder is null)
                _ladder = Task.Run(() => ClimbAsync(session));
            else
                // Pressed again: a cell that has caught the first one gets another.
                _ = session.InterruptAsync();
        }

        private async Task ClimbAsync(ISession session)
        {
            try
            {
                await session.InterruptAsync().ConfigureAwait(false);
                await Task.Delay(owner.Grace, owner.Time, _ended.Token).ConfigureAwait(false);
                Killed = true;
                await session.DisposeAsync().ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                // The cell became idle in time.
            }
        }
    }

    private TimeSpan Grace => grace;

    private TimeProvider Time => time;
}
