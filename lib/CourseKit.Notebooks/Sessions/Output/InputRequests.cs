using System.Collections.Concurrent;
using System.Globalization;

namespace CourseKit.Notebooks.Sessions.Output;

/// <summary>Questions that cells ask and that somebody outside the process answers.</summary>
internal sealed class InputRequests(EventOutbox outbox)
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<string?>> _open = new();
    private int _count;

    /// <exception cref="InvalidOperationException">Nobody is there to answer.</exception>
    public async Task<string> AskAsync(string prompt, bool isSecret, string? name = null) =>
        await TryAskAsync(prompt, isSecret, name) ?? throw new InvalidOperationException(
            $"Input \"{prompt}\": somebody must type an answer; this notebook runs without a keyboard. Answer with --input \"{name ?? prompt}=…\".");

    /// <summary>Asks; null where nobody is there to answer. An interrupted cell does not wait for the answer.</summary>
    public async Task<string?> TryAskAsync(string prompt, bool isSecret, string? name = null)
    {
        var id = Interlocked.Increment(ref _count).ToString(CultureInfo.InvariantCulture);
        var answer = _open[id] = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        outbox.Publish(new SessionEvent.InputRequested(id, prompt, isSecret) { Name = name });
        try
        {
            return await answer.Task.WaitAsync(CellScope.Current.Stop);
        }
        finally
        {
            _open.TryRemove(id, out _);
        }
    }

    public void Answer(string requestId, string? text)
    {
        if (_open.TryRemove(requestId, out var answer))
            answer.TrySetResult(text);
    }
}
