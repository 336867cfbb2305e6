using System.Collections.Concurrent;
using CourseKit.Notebooks.Sessions.Wire;

namespace CourseKit.Notebooks.Sessions.Insight;

/// <summary>The parent's side of questions about code: each waits for its own answer, or for the session's end.</summary>
/// <param name="send">Takes a frame to the child.</param>
internal sealed class Inquiries(Func<Frame, Task> send)
{
    private readonly ConcurrentDictionary<long, TaskCompletionSource<Finding?>> _open = new();
    private volatile bool _ended;
    private long _count;

    /// <summary>Asks.</summary>
    /// <returns>The answer; null of a session that has ended.</returns>
    /// <exception cref="SessionException">The compiler broke down over the question.</exception>
    public async Task<T?> AskAsync<T>(Inquiry inquiry, CancellationToken cancellationToken)
        where T : Finding
    {
        var id = Interlocked.Increment(ref _count);
        var answer = _open[id] = new TaskCompletionSource<Finding?>(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            if (_ended)
                return null;
            await send(new Frame.Ask(id, inquiry)).ConfigureAwait(false);
            var finding = await answer.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
            return finding is Finding.Failure failure
                ? throw new SessionException(
                    $"Session: an answer about code is required; the compiler failed: {failure.Message} The session goes on. Report the code.")
                : (T?)finding;
        }
        finally
        {
            _open.TryRemove(id, out _);
        }
    }

    /// <summary>An answer has come.</summary>
    public void Found(long id, Finding finding)
    {
        // One that nobody waits for any longer has been removed.
        if (_open.TryGetValue(id, out var answer))
            answer.TrySetResult(finding);
    }

    /// <summary>No more answers come.</summary>
    public void End()
    {
        _ended = true;
        foreach (var answer in _open.Values)
            answer.TrySetResult(null);
    }
}
