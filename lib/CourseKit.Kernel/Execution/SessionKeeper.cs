using CourseKit.Notebooks.Sessions;

namespace CourseKit.Kernel.Execution;

/// <summary>The session of the notebook: started before it is needed, and started anew when it has ended.</summary>
/// <param name="start">Starts one.</param>
internal sealed class SessionKeeper(Func<CancellationToken, Task<ISession>> start) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _closing = new();
    private Task<ISession>? _session;

    /// <summary>Names the session among all that a front end has ever seen: ids of its own are unique in it alone.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Whether the kernel is about to end.</summary>
    public bool IsClosing => _closing.IsCancellationRequested;

    /// <summary>The session if it is there, without waiting for it.</summary>
    public ISession? Ready => _session is { IsCompletedSuccessfully: true, Result: var session } ? session : null;

    /// <summary>The session, once it is there. After a start that failed this is a new one.</summary>
    /// <exception cref="SessionException">It cannot be started.</exception>
    public Task<ISession> GetAsync()
    {
        lock (_gate)
        {
            if (_session is null or { IsFaulted: true } or { IsCanceled: true })
            {
                Name = Guid.NewGuid().ToString("N");
                _session = Task.Run(() => start(_closing.Token));
            }
            return _session;
        }
    }

    /// <summary>Lets the session go, and starts another.</summary>
    public async Task RenewAsync()
    {
        Task<ISession>? old;
        lock (_gate)
            (old, _session) = (_session, null);
        if (!IsClosing)
            _ = GetAsync();
        await EndAsync(old).ConfigureAwait(false);
    }

    /// <summary>Ends the session, whatever it is doing.</summary>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync().ConfigureAwait(false);
        await EndAsync(_session).ConfigureAwait(false);
    }

    private static async Task EndAsync(Task<ISession>? session)
    {
        if (session is null)
            return;
        try
        {
            await (await session.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception error) when (error is SessionException or OperationCanceledException)
        {
            // It never began.
        }
    }
}
