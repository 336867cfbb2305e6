using System.Buffers;
using System.Globalization;
using System.Net.Sockets;
using System.Threading.Channels;

namespace CourseKit.Kernel.Zmtp;

/// <summary>Who is at the other end of a connection: what waits for it, and the writing of that.</summary>
internal sealed class Peer(Socket socket, Stream stream, byte[] identity, TransportOptions options) : IDisposable
{
    /// <summary>Frames up to this size are gathered, so that a message costs one packet.</summary>
    private const int Gathered = 32 << 10;

    private readonly Channel<Outgoing> _outbox = Channel.CreateUnbounded<Outgoing>(new UnboundedChannelOptions { SingleReader = true });
    private readonly ArrayBufferWriter<byte> _buffer = new(Gathered);
    private readonly CancellationTokenSource _dropped = new();

    /// <summary>By which a ROUTER knows it.</summary>
    public byte[] Identity => identity;

    /// <summary>What waits for it to be read.</summary>
    public ByteBudget Waiting { get; } = new(options.MostWaiting);

    /// <summary>Cancelled when it is to be let go at once.</summary>
    public CancellationToken Dropped => _dropped.Token;

    /// <summary>Why it was let go; null as long as nothing was wrong with it.</summary>
    public string? Fault { get; private set; }

    /// <summary>Sends a message if the peer keeps up; false if too much waits for it already.</summary>
    public bool TrySend(byte[][] message)
    {
        var size = SizeOf(message);
        return Waiting.TryTake(size) && Enqueue(new Outgoing(message, null, size));
    }

    /// <summary>Sends a message that must not be left out. A peer that does not even read these is dropped.</summary>
    public void Send(byte[][] message) => Send(new Outgoing(message, null, SizeOf(message)));

    /// <summary>Sends a command.</summary>
    public void Send(Command command) => Send(new Outgoing(null, command, command.Data.Length + Frame.LongestHeader));

    /// <summary>Takes no more messages; <see cref="WriteAsync"/> ends when those there are have been sent.</summary>
    public void Complete() => _outbox.Writer.TryComplete();

    /// <summary>Writes what is sent until <see cref="Complete"/>, then tells the peer that no more comes.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        var given = 0L;
        while (await _outbox.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
        {
            while (_buffer.WrittenCount < Gathered && _outbox.Reader.TryRead(out var next))
            {
                if (next.Command is { } command)
                    await AddAsync(command.ToFrame(), cancellationToken).ConfigureAwait(false);
                for (var i = 0; i < next.Message?.Length; i++)
                    await AddAsync(new Frame(next.Message[i], More: i < next.Message.Length - 1, IsCommand: false), cancellationToken).ConfigureAwait(false);
                given += next.Size;
            }
            await FlushAsync(cancellationToken).ConfigureAwait(false);
            Waiting.Give(given);
            given = 0;
        }
        socket.Shutdown(SocketShutdown.Send);
    }

    /// <summary>Lets the peer go at once.</summary>
    public void Drop(string? fault = null)
    {
        Fault ??= fault;
        // On other threads: what waits for it goes on with the peer's leaving, which must not happen under the caller's lock.
        _ = _dropped.CancelAsync();
    }

    public void Dispose()
    {
        // The source of Dropped holds nothing, and who sends to a peer that has just left still looks at it.
        stream.Dispose();
        socket.Dispose();
    }

    private void Send(Outgoing next)
    {
        if (Waiting.Take(next.Size) > 2 * Waiting.Most)
            Drop(string.Create(CultureInfo.InvariantCulture, $"a peer that reads is required; {Waiting.Used:N0} bytes wait for it"));
        else
            Enqueue(next);
    }

    private bool Enqueue(Outgoing next)
    {
        // False when the peer is leaving: what is said to it then is said to nobody.
        _outbox.Writer.TryWrite(next);
        return true;
    }

    private async ValueTask AddAsync(Frame frame, CancellationToken cancellationToken)
    {
        frame.WriteHeader(_buffer);
        if (frame.Body.Length <= Gathered)
        {
            _buffer.Write(frame.Body);
            return;
        }
        await FlushAsync(cancellationToken).ConfigureAwait(false);
        await stream.WriteAsync(frame.Body, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        await stream.WriteAsync(_buffer.WrittenMemory, cancellationToken).ConfigureAwait(false);
        _buffer.ResetWrittenCount();
    }

    private static long SizeOf(byte[][] message) => message.Sum(frame => (long)frame.Length + Frame.LongestHeader);

    private readonly record struct Outgoing(byte[][]? Message, Command? Command, long Size);
}
