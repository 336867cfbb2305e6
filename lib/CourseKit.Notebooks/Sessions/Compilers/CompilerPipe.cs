using System.IO.Pipes;
using System.Text.Json;
using CourseKit.Notebooks.Sessions.Wire;

namespace CourseKit.Notebooks.Sessions.Compilers;

/// <summary>A session's line to the shared compiler. Once something has gone wrong on it, it stays closed.</summary>
/// <param name="name">Where the compiler listens.</param>
/// <param name="open">What it is told first.</param>
internal sealed class CompilerPipe(string name, CompilerFrame.Open open)
{
    /// <summary>The session may have been started together with the compiler, on a busy machine.</summary>
    private const int ConnectTimeout = 10_000;

    /// <summary>
    /// One thread reads and another writes at the same time, which Windows allows an asynchronous pipe only. On Unix such a pipe would wait in managed code, from which an
    /// interrupted cell is woken in the middle of a frame, and for a thread of the pool, which cells may block.
    /// </summary>
    public static readonly PipeOptions Options = PipeOptions.CurrentUserOnly | (OperatingSystem.IsWindows() ? PipeOptions.Asynchronous : PipeOptions.None);

    private readonly Lock _sending = new();
    private FrameStream<CompilerFrame>? _frames;
    private bool _closed;

    /// <summary>Connects, if that has not been done.</summary>
    public void Connect() => Try(() => _ = Frames());

    /// <summary>Asks, and waits for the answer; one thread at a time.</summary>
    /// <returns>The answer; null: there is none, and there will be none any more.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled before the question was sent.</exception>
    public CompilerFrame? Ask(CompilerFrame question, CancellationToken stop)
    {
        CompilerFrame? answer = null;
        Try(() =>
        {
            var frames = Frames();
            // Either this thread sees that the token was cancelled, or Stop is sent behind the question.
            lock (_sending)
            {
                stop.ThrowIfCancellationRequested();
                frames?.Write(question);
            }
            answer = frames?.Read();
        });
        if (answer is null or CompilerFrame.Failed)
            Close();
        return answer is CompilerFrame.Failed ? null : answer;
    }

    /// <summary>From any thread: the question that is being answered need not be.</summary>
    public void Stop()
    {
        lock (_sending)
            Try(() => _frames?.Write(new CompilerFrame.Stop()));
    }

    public void Close()
    {
        lock (_sending)
        {
            _closed = true;
            _frames?.Dispose();
            _frames = null;
        }
    }

    private FrameStream<CompilerFrame>? Frames()
    {
        if (_closed || _frames is not null)
            return _frames;
        var pipe = new NamedPipeClientStream(".", name, PipeDirection.InOut, Options);
        try
        {
            pipe.Connect(ConnectTimeout);
        }
        catch
        {
            pipe.Dispose();
            throw;
        }
        var frames = new FrameStream<CompilerFrame>(pipe, CompilerJson.Default.CompilerFrame);
        frames.Write(open);
        lock (_sending)
            return _frames = frames;
    }

    /// <summary>Whatever breaks the line means the same: nobody answers any more.</summary>
    private void Try(Action act)
    {
        try
        {
            act();
        }
        catch (Exception end) when (end is IOException or TimeoutException or UnauthorizedAccessException or InvalidDataException or JsonException or NotSupportedException or ObjectDisposedException)
        {
            Close();
        }
    }
}
