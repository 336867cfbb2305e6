using System.Text.Json;

namespace CourseKit.Kernel.Messages;

/// <summary>A message that has been checked.</summary>
/// <param name="Envelope">The frames before the delimiter: by which way an answer finds back.</param>
/// <param name="Header">Its header.</param>
/// <param name="HeaderJson">The header as it was sent, which becomes the answers' parent header.</param>
/// <param name="Content">An object.</param>
internal sealed record JupyterMessage(byte[][] Envelope, MessageHeader Header, byte[] HeaderJson, JsonElement Content)
{
    /// <summary><c>execute_reply</c> to an <c>execute_request</c>.</summary>
    public string ReplyType =>
        Header.Type.EndsWith("_request", StringComparison.Ordinal) ? $"{Header.Type[..^"_request".Length]}_reply" : $"{Header.Type}_reply";
}
