using System.Collections.Concurrent;
using System.Globalization;

namespace CourseKit.Notebooks.Sessions.Output;

/// <summary>Questions that cells ask and that somebody outside the process answers.</summary>
internal sealed class InputRequests(EventOutbox outbox)
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<string?>> _open = new();
    private int _count;

    /// <exception cref="InvalidOperationException">Nobody is there to answer.</exception>
    public async Task<string> AskAsync(string prompt, bool isSecret, string? name = null)
    {
        var id = Interlocked.Increment(ref _count).ToString(CultureInfo.InvariantCulture);
        var answer = _open[id] = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        outbox.Publish(new SessionEvent.InputRequested(id, prompt, isSecret) { Name = name });
        return await answer.Task ?? throw new InvalidOperationException(
            $"Input \"{prompt}\": somebody must type an answer; this notebook runs without a keyboard. Answer with --input \"{name ?? prompt}=…\".");
    }

    public void Answer(string requestId, string? text)
    {
        if (_open.TryRemove(requestId, out var answer))
            answer.SetResult(text);
    }
}
