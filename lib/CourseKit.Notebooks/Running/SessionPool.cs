using CourseKit.Notebooks.Sessions;

namespace CourseKit.Notebooks.Running;

/// <summary>The sessions of a run: each notebook has its own, and those whose turn comes next are started ahead, so that they are warm by then.</summary>
/// <param name="paths">The notebooks in their order.</param>
/// <param name="start">Starts a session whose cells run in the given folder.</param>
/// <param name="ahead">How many may wait.</param>
internal sealed class SessionPool(IReadOnlyList<string> paths, Func<string, Task<ISession>> start, int ahead) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<int, Task<ISession>> _waiting = [];
    private int _next;

    /// <summary>The session of a notebook, which is the caller's from now on.</summary>
    public Task<ISession> TakeAsync(int index)
    {
        lock (_gate)
        {
            _next = Math.Max(_next, index + 1);
            return _waiting.Remove(index, out var warm) ? warm : Start(index);
        }
    }

    /// <summary>Starts what comes next. Not sooner than a running notebook has shown something: until then the machine is that notebook's.</summary>
    public void Warm()
    {
        lock (_gate)
            for (; _next < paths.Count && _waiting.Count < ahead; _next++)
                _waiting[_next] = Start(_next);
    }

    /// <summary>Ends a session that is not needed.</summary>
    public async Task DropAsync(int index)
    {
        Task<ISession>? starting;
        lock (_gate)
            if (!_waiting.Remove(index, out starting))
                return;
        await EndAsync(starting);
    }

    public async ValueTask DisposeAsync()
    {
        Task<ISession>[] rest;
        lock (_gate)
            rest = [.. _waiting.Values];
        foreach (var starting in rest)
            await EndAsync(starting);
    }

    private Task<ISession> Start(int index) => Task.Run(() => start(Path.GetDirectoryName(Path.GetFullPath(paths[index]))!));

    /// <summary>One that could not start has nothing to end.</summary>
    private static async Task EndAsync(Task<ISession> starting)
    {
        await Task.WhenAny(starting);
        if (starting.IsCompletedSuccessfully)
            await starting.Result.DisposeAsync();
    }
}
