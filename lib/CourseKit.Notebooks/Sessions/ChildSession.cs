using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading.Channels;
using CourseKit.Notebooks.Sessions.Insight;
using CourseKit.Notebooks.Sessions.Processes;
using CourseKit.Notebooks.Sessions.Wire;

namespace CourseKit.Notebooks.Sessions;

/// <summary>A session in a process of its own, seen from the parent: whatever a cell does to that process happens to no other.</summary>
public sealed class ChildSession : ISession
{
    /// <summary>Events that may wait for their reader before the cell has to wait; few, for an interrupted cell is idle only when all before that are read.</summary>
    private const int MostWaiting = 64;

    /// <summary>How long a child that has closed its pipe may take to end.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);

    private readonly Channel<SessionEvent> _events = Channel.CreateBounded<SessionEvent>(MostWaiting);
    private readonly CancellationTokenSource _ending = new();
    private readonly ChildProcess _process;
    private readonly FrameStream<Frame> _frames;
    private readonly TimeProvider _time;
    private readonly Inquiries _inquiries;
    private readonly Task<SessionEvent.Died> _reading;
    private bool _running, _disposed;

    private ChildSession(ChildProcess process, FrameStream<Frame> frames, string scratch, SessionOptions options)
    {
        (_process, _frames, Scratch, _time) = (process, frames, scratch, options.Time);
        _inquiries = new Inquiries(SendAsync);
        _reading = Task.Run(ReadAsync);
        if (options.ProcessMemoryLimit > 0)
            _ = MemoryWatch.RunAsync(process, options.ProcessMemoryLimit, _time, _ending.Token);
    }

    /// <summary>The child's process, which leads its process group.</summary>
    public int ProcessId => _process.Id;

    /// <summary>The most memory that the process has used so far, in bytes; null once it has ended.</summary>
    public long? PeakMemory => _process.PeakMemory;

    /// <summary>The child's temporary files.</summary>
    internal string Scratch { get; }

    /// <summary>Starts a child and waits until it answers. It warms itself up from then on: start it before it is needed.</summary>
    /// <exception cref="SessionException">It cannot be started, does not answer in time, or is of another release.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; no child is left.</exception>
    public static async Task<ChildSession> StartAsync(SessionOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var (process, frames, hello) = await Handshake.MakeAsync("session", options, cancellationToken).ConfigureAwait(false);
        return new ChildSession(process, frames, hello.Scratch, options);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<SessionEvent> ExecuteAsync(
        CellRequest request, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (Interlocked.Exchange(ref _running, true))
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture,
                $"Session: one cell runs at a time; cell {request.CellNumber} came while another was running. Read its events to the end first."));
        var ended = false;
        try
        {
            await SendAsync(new Frame.Execute(request)).ConfigureAwait(false);
            await foreach (var happened in _events.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                ended = happened is SessionEvent.Idle;
                yield return happened;
                if (ended)
                    yield break;
            }
            ended = true;
            yield return (await _reading.ConfigureAwait(false)) with { CellId = request.CellId };
        }
        finally
        {
            if (ended)
                _running = false;
            else
                _ = DiscardAsync();
        }
    }

    /// <inheritdoc/>
    public Task InterruptAsync() => SendAsync(new Frame.Interrupt());

    /// <inheritdoc/>
    public Task AnswerAsync(string requestId, string? text) => SendAsync(new Frame.Answer(requestId, text));

    /// <inheritdoc/>
    public IReadOnlyList<SessionEvent> TakeLateEvents()
    {
        var late = new List<SessionEvent>();
        while (!_running && _events.Reader.TryRead(out var happened))
            late.Add(happened);
        if (!_running && _reading.IsCompletedSuccessfully)
            late.Add(_reading.Result);
        return late;
    }

    /// <inheritdoc/>
    public async Task<CodeCompletions> CompleteAsync(string code, int position, CancellationToken ct = default) =>
        (await _inquiries.AskAsync<Finding.Completions>(new Inquiry.Complete(code, position), ct).ConfigureAwait(false))?.Found ?? CodeCompletions.None(position);

    /// <inheritdoc/>
    public async Task<CodeInspection?> InspectAsync(string code, int position, CancellationToken ct = default) =>
        (await _inquiries.AskAsync<Finding.Inspection>(new Inquiry.Inspect(code, position), ct).ConfigureAwait(false))?.Found;

    /// <inheritdoc/>
    public async Task<CodeCompleteness> IsCompleteAsync(string code, CancellationToken ct = default) =>
        (await _inquiries.AskAsync<Finding.Completeness>(new Inquiry.IsComplete(code), ct).ConfigureAwait(false))?.Found ?? new(CompletenessKind.Complete, "");

    /// <summary>Ends the child and every process that its cells have started, whatever they are doing; the running cell's events end with Died.</summary>
    public async Task KillAsync()
    {
        await _ending.CancelAsync().ConfigureAwait(false);
        _process.Kill();
        await _reading.ConfigureAwait(false);
    }

    /// <summary>Ends the child with everything that its cells have started, and removes its temporary files.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, true))
            return;
        await KillAsync().ConfigureAwait(false);
        _frames.Dispose();
        _process.Dispose();
        _ending.Dispose();
        if (Directory.Exists(Scratch))
            Directory.Delete(Scratch, recursive: true);
    }

    /// <summary>Passes events on until the child is gone.</summary>
    private async Task<SessionEvent.Died> ReadAsync()
    {
        string? breach = null;
        try
        {
            while (await _frames.ReadAsync(_ending.Token).ConfigureAwait(false) is { } frame)
                if (frame is Frame.Happened { Event: var happened })
                    await _events.Writer.WriteAsync(happened, _ending.Token).ConfigureAwait(false);
                else if (frame is Frame.Told told)
                    _inquiries.Found(told.Id, told.Found);
        }
        catch (Exception end) when (end is InvalidDataException or JsonException or NotSupportedException)
        {
            breach = "The session's private pipe carried something that the session did not send: the cell wrote to a file descriptor that is not its own.";
        }
        catch (Exception end) when (end is IOException or OperationCanceledException)
        {
            // A broken pipe and our own KillAsync mean the same: nothing more can be learnt from this child.
        }
        _inquiries.End();
        if (breach is null)
            await Task.WhenAny(_process.WaitAsync(), Task.Delay(Farewell, _time, _ending.Token)).ConfigureAwait(false);
        _process.Kill(breach ?? (_ending.IsCancellationRequested ? null : "The session closed its private pipe and went on: the cell closed file descriptors that are not its own."));
        await _process.WaitAsync().ConfigureAwait(false);
        var died = await _process.EpitaphAsync(_time).ConfigureAwait(false);
        _events.Writer.Complete();
        return died;
    }

    private async Task SendAsync(Frame frame)
    {
        try
        {
            await Task.Run(() => _frames.Write(frame)).ConfigureAwait(false);
        }
        catch (Exception end) when (end is IOException or ObjectDisposedException)
        {
            // The child is gone; the running or the next cell reports it.
        }
    }

    /// <summary>The reader has left before the cell's end: its other events are nobody's, but the child must not wait for room.</summary>
    private async Task DiscardAsync()
    {
        while (await _events.Reader.WaitToReadAsync().ConfigureAwait(false))
            if (_events.Reader.TryRead(out var happened) && happened is SessionEvent.Idle)
                break;
        _running = false;
    }
}
