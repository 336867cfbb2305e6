using CourseKit.Notebooks.Sessions;

namespace CourseKit.Notebooks.Running;

/// <summary>The ladder on expiry: interrupt the cell, wait for it to become idle, else end its session.</summary>
internal sealed class TimeLimit : IAsyncDisposable
{
    private readonly CancellationTokenSource _met = new();
    private readonly Task _watch;

    private TimeLimit(ISession session, TimeSpan budget, RunOptions options) => _watch = WatchAsync(session, budget, options);

    /// <summary>Whether the budget ran out while the cell was running.</summary>
    public bool Expired { get; private set; }

    /// <summary>Whether the session had to be ended.</summary>
    public bool Killed { get; private set; }

    /// <summary>Starts the clock; disposing stops it.</summary>
    public static TimeLimit Start(ISession session, TimeSpan budget, RunOptions options) => new(session, budget, options);

    public async ValueTask DisposeAsync()
    {
        await _met.CancelAsync();
        await _watch;
        _met.Dispose();
    }

    private async Task WatchAsync(ISession session, TimeSpan budget, RunOptions options)
    {
        try
        {
            await Task.Delay(budget, options.Time, _met.Token);
            Expired = true;
            await session.InterruptAsync();
            await Task.Delay(options.InterruptGrace, options.Time, _met.Token);
            Killed = true;
            await session.DisposeAsync();
        }
        catch (OperationCanceledException)
        {
            // The cell became idle in time.
        }
    }
}
