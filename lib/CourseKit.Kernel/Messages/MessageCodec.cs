using System.Text.Json;
using System.Text.Json.Nodes;

namespace CourseKit.Kernel.Messages;

/// <summary>Messages to frames and back: envelope, delimiter, signature, header, parent header, metadata, content, buffers.</summary>
internal sealed class MessageCodec(MessageSigner signer, TimeProvider time)
{
    private const int PartsBehindDelimiter = 5;

    private readonly string _session = Guid.NewGuid().ToString("N");

    private static ReadOnlySpan<byte> Delimiter => "<IDS|MSG>"u8;

    /// <summary>Reads a message. Nothing of it is looked into before its signature is known to be good.</summary>
    /// <exception cref="MessageException">It is to be dropped.</exception>
    public JupyterMessage Read(byte[][] frames)
    {
        var at = Array.FindIndex(frames, frame => frame.AsSpan().SequenceEqual(Delimiter));
        if (at < 0 || frames.Length - at - 1 < PartsBehindDelimiter)
            throw new MessageException("the delimiter <IDS|MSG> and five parts are required; received something else");
        var (signature, header, parent, metadata, content) = (frames[at + 1], frames[at + 2], frames[at + 3], frames[at + 4], frames[at + 5]);
        signer.Check(signature, header, parent, metadata, content);
        try
        {
            return new JupyterMessage(frames[..at], MessageHeader.Read(Object(header)), header, Object(content));
        }
        catch (Exception error) when (error is JsonException or RequestException)
        {
            throw new MessageException($"header and content as JSON objects are required; {error.Message}");
        }
    }

    /// <summary>Writes a message.</summary>
    /// <param name="envelope">The receiver's identity, or the topic.</param>
    /// <param name="type">Its type.</param>
    /// <param name="content">An object.</param>
    /// <param name="parentJson">The header of the message that it answers; null for none.</param>
    public byte[][] Write(byte[][] envelope, string type, JsonObject content, byte[]? parentJson) => Write(envelope, Header(type), content, parentJson);

    /// <inheritdoc cref="Write(byte[][], string, JsonObject, byte[])"/>
    public byte[][] Write(byte[][] envelope, MessageHeader header, JsonObject content, byte[]? parentJson)
    {
        var (head, parent, body) = (header.ToJson(), parentJson ?? MessageJson.Empty, MessageJson.Write(content));
        return [.. envelope, Delimiter.ToArray(), signer.Sign(head, parent, MessageJson.Empty, body), head, parent, MessageJson.Empty, body];
    }

    /// <summary>The header of a message that is sent now.</summary>
    public MessageHeader Header(string type) => MessageHeader.New(_session, type, time);

    private static JsonElement Object(byte[] json) =>
        MessageJson.Parse(json) is { ValueKind: JsonValueKind.Object } element ? element : throw new JsonException("received something else");
}
