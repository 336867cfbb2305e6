using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace CourseKit.Kernel.Zmtp;

/// <summary>Reads frames and messages of a peer, and never keeps more of them than is allowed, whatever length is announced.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The buffer holds nothing, and the stream is its owner's.")]
internal sealed class FrameReader(Stream stream, TransportOptions options)
{
    /// <summary>Room that is made before the octets are there; an announced length is only a promise.</summary>
    private const int FirstRoom = 64 << 10;

    private const byte KnownFlags = Frame.MoreFlag | Frame.LongFlag | Frame.CommandFlag;

    private readonly BufferedStream _input = new(stream, 16 << 10);
    private readonly byte[] _length = new byte[sizeof(ulong)];

    /// <summary>Reads so many octets.</summary>
    /// <exception cref="EndOfStreamException">The peer has closed the connection.</exception>
    public async ValueTask<byte[]> ReadBytesAsync(int count, CancellationToken cancellationToken)
    {
        var bytes = new byte[count];
        await _input.ReadExactlyAsync(bytes, cancellationToken).ConfigureAwait(false);
        return bytes;
    }

    /// <summary>Reads a frame.</summary>
    /// <param name="most">Octets that its body may have.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="ZmtpException">It is none, or too long.</exception>
    public async ValueTask<Frame> ReadAsync(long most, CancellationToken cancellationToken)
    {
        await _input.ReadExactlyAsync(_length.AsMemory(0, 1), cancellationToken).ConfigureAwait(false);
        var flags = _length[0];
        var (isLong, isCommand, more) = ((flags & Frame.LongFlag) != 0, (flags & Frame.CommandFlag) != 0, (flags & Frame.MoreFlag) != 0);
        if ((flags & ~KnownFlags) != 0 || isCommand && more)
            throw new ZmtpException(string.Create(CultureInfo.InvariantCulture, $"a frame's flags are required; received the octet 0x{flags:x2}"));
        var size = isLong ? sizeof(ulong) : 1;
        await _input.ReadExactlyAsync(_length.AsMemory(0, size), cancellationToken).ConfigureAwait(false);
        var length = isLong ? BinaryPrimitives.ReadUInt64BigEndian(_length) : _length[0];
        if (length > (ulong)most)
            throw new ZmtpException(string.Create(CultureInfo.InvariantCulture,
                $"a message of at most {options.LargestMessage:N0} bytes is required; received a frame of {length:N0}"));
        return new Frame(await ReadBodyAsync((int)length, cancellationToken).ConfigureAwait(false), more, isCommand);
    }

    /// <summary>Reads frames to the end of a message; commands between messages are passed on.</summary>
    public async ValueTask<byte[][]> ReadMessageAsync(Action<Command> command, CancellationToken cancellationToken)
    {
        var frames = new List<byte[]>();
        for (var left = options.LargestMessage; ;)
        {
            var frame = await ReadAsync(left, cancellationToken).ConfigureAwait(false);
            if (frame.IsCommand)
            {
                command(Command.Read(frame.Body));
                continue;
            }
            frames.Add(frame.Body);
            left -= frame.Body.Length;
            if (!frame.More)
                return [.. frames];
            if (frames.Count == options.MostFrames)
                throw new ZmtpException(string.Create(CultureInfo.InvariantCulture,
                    $"a message of at most {options.MostFrames} frames is required; received more"));
        }
    }

    private async ValueTask<byte[]> ReadBodyAsync(int length, CancellationToken cancellationToken)
    {
        var body = new byte[Math.Min(length, FirstRoom)];
        for (var filled = 0; ;)
        {
            await _input.ReadExactlyAsync(body.AsMemory(filled), cancellationToken).ConfigureAwait(false);
            filled = body.Length;
            if (filled == length)
                return body;
            Array.Resize(ref body, (int)Math.Min(length, 2L * filled));
        }
    }
}
