using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CourseKit.Notebooks.Sessions.Wire;

/// <summary>Frames on a stream: four bytes of length (little endian), then that many bytes of JSON.</summary>
/// <remarks>One thread reads; any thread writes.</remarks>
/// <param name="stream">What they go through.</param>
/// <param name="json">The frames' form.</param>
internal sealed class FrameStream<T>(Stream stream, JsonTypeInfo<T> json) : IDisposable
    where T : class
{
    /// <summary>Nobody sends so much; a larger number means that the other side does not speak frames.</summary>
    private const int LargestFrame = 1 << 30;

    private readonly Lock _writing = new();

    /// <summary>Writes one frame; blocks while the other side does not read.</summary>
    public void Write(T frame)
    {
        var text = JsonSerializer.SerializeToUtf8Bytes(frame, json);
        var message = new byte[sizeof(int) + text.Length];
        BinaryPrimitives.WriteInt32LittleEndian(message, text.Length);
        text.CopyTo(message, sizeof(int));
        lock (_writing)
        {
            stream.Write(message);
            stream.Flush();
        }
    }

    /// <summary>The next frame; null when the other side has closed.</summary>
    public T? Read()
    {
        var header = new byte[sizeof(int)];
        var got = stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        if (got < header.Length)
            return null;

        var text = new byte[Length(header)];
        got = stream.ReadAtLeast(text, text.Length, throwOnEndOfStream: false);
        return got < text.Length ? null : Parse(text);
    }

    /// <inheritdoc cref="Read"/>
    public async Task<T?> ReadAsync(CancellationToken cancellationToken = default)
    {
        var header = new byte[sizeof(int)];
        var got = await stream.ReadAtLeastAsync(header, header.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        if (got < header.Length)
            return null;

        var text = new byte[Length(header)];
        got = await stream.ReadAtLeastAsync(text, text.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        return got < text.Length ? null : Parse(text);
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

    private T Parse(byte[] text) =>
        JsonSerializer.Deserialize(text, json) ?? throw new InvalidDataException("Session pipe: a frame is a JSON object; got null.");
}
