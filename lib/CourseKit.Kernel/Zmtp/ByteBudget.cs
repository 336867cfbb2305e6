namespace CourseKit.Kernel.Zmtp;

/// <summary>Counts the bytes that wait somewhere, so that they are never more than a limit.</summary>
/// <param name="most">The limit. A single message larger than it passes when nothing else waits.</param>
internal sealed class ByteBudget(long most)
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _given = New();
    private long _used;

    /// <summary>Bytes that wait.</summary>
    public long Used => Interlocked.Read(ref _used);

    /// <summary>The limit.</summary>
    public long Most => most;

    /// <summary>Takes the bytes if there is room for them.</summary>
    public bool TryTake(long bytes)
    {
        lock (_gate)
        {
            if (_used > 0 && _used + bytes > most)
                return false;
            _used += bytes;
            return true;
        }
    }

    /// <summary>Takes the bytes whether there is room or not; returns how many wait now.</summary>
    public long Take(long bytes)
    {
        lock (_gate)
            return _used += bytes;
    }

    /// <summary>Takes the bytes as soon as there is room.</summary>
    public async Task TakeAsync(long bytes, CancellationToken cancellationToken)
    {
        while (true)
        {
            var given = Given();
            if (TryTake(bytes))
                return;
            await given.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Ends when bytes are given back the next time.</summary>
    public Task Given()
    {
        lock (_gate)
            return _given.Task;
    }

    /// <summary>Gives back what was taken.</summary>
    public void Give(long bytes)
    {
        lock (_gate)
        {
            _used -= bytes;
            _given.SetResult();
            _given = New();
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
