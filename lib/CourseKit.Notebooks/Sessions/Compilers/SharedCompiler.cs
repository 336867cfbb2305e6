namespace CourseKit.Notebooks.Sessions.Compilers;

/// <summary>
/// One compiler for many sessions, in a process of its own: getting ready to compile is most of what a session does before its first cell, and is done once. Cells run in
/// their sessions as ever, and nothing of a notebook runs in the compiler. Should it end all the same, the sessions go on with compilers of their own.
/// </summary>
/// <param name="options">How it is started: as a session, but for the arguments.</param>
public sealed class SharedCompiler(SessionOptions options) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly List<CompilerProcess> _processes = [];
    private readonly List<string> _losses = [];

    /// <summary>Why it ended before its time: a text for each time.</summary>
    public IReadOnlyList<string> Losses
    {
        get
        {
            lock (_gate)
                return [.. _losses];
        }
    }

    /// <summary>Where it listens, or soon will: it is started when it is first needed, and again when it has ended.</summary>
    internal string Pipe
    {
        get
        {
            lock (_gate)
            {
                if (_processes is not [.., { HasEnded: false }])
                    _processes.Add(new CompilerProcess(options, Lost));
                return _processes[^1].Pipe;
            }
        }
    }

    /// <summary>Starts a session that uses it.</summary>
    /// <param name="session">How.</param>
    /// <param name="cancellationToken">See <see cref="ChildSession.StartAsync"/>.</param>
    /// <exception cref="SessionException">See <see cref="ChildSession.StartAsync"/>.</exception>
    public Task<ChildSession> StartSessionAsync(SessionOptions session, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        return ChildSession.StartAsync(session with { Compiler = Pipe }, cancellationToken);
    }

    /// <summary>Ends it.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
            await process.DisposeAsync().ConfigureAwait(false);
    }

    private void Lost(string cause)
    {
        lock (_gate)
            _losses.Add(cause);
    }
}
