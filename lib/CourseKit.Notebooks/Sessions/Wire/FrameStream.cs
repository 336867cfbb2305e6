using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json;

namespace CourseKit.Notebooks.Sessions.Wire;

/// <summary>Frames on a stream: four bytes of length (little endian), then that many bytes of JSON.</summary>
/// <remarks>One thread reads; any thread writes.</remarks>
internal sealed class FrameStream(Stream stream) : IDisposable
{
    /// <summary>Nobody sends so much; a larger number means that the other side does not speak frames.</summary>
    private const int LargestFrame = 1 << 30;

    private readonly Lock _writing = new();

    /// <summary>Writes one frame; blocks while the other side does not read.</summary>
    public void Write(Frame frame)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(frame, WireJson.Default.Frame);
        var message = new byte[sizeof(int) + json.Length];
        BinaryPrimitives.WriteInt32LittleEndian(message, json.Length);
        json.CopyTo(message, sizeof(int));
        lock (_writing)
        {
            stream.Write(message);
            stream.Flush();
        }
    }

    /// <summary>The next frame; null when the other side has closed.</summary>
    public Frame? Read()
    {
        var header = new byte[sizeof(int)];
        var got = stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        if (got < header.Length)
            return null;

        var json = new byte[Length(header)];
        got = stream.ReadAtLeast(json, json.Length, throwOnEndOfStream: false);
        return got < json.Length ? null : Parse(json);
    }

    /// <inheritdoc cref="Read"/>
    public async Task<Frame?> ReadAsync(CancellationToken cancellationToken = default)
    {
        var header = new byte[sizeof(int)];
        var got = await stream.ReadAtLeastAsync(header, header.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        if (got < header.Length)
            return null;

        var json = new byte[Length(header)];
        got = await stream.ReadAtLeastAsync(json, json.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        return got < json.Length ? null : Parse(json);
    }

    public void Dispose() => stream.Dispose();

    private static int Length(byte[] header)
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(header);
        return length is >= 0 and <= LargestFrame
            ? length
            : throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture,
                $"Session pipe: a frame has 0 to {LargestFrame} bytes; this one claims {length}. Use one release of CourseKit on both sides."));
    }

    private static Frame Parse(byte[] json) =>
        JsonSerializer.Deserialize(json, WireJson.Default.Frame) ?? throw new InvalidDataException("Session pipe: a frame is a JSON object; got null.");
}
