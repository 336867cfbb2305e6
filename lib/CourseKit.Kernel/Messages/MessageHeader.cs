using System.Globalization;
using System.Text.Json;

namespace CourseKit.Kernel.Messages;

/// <summary>Who says what kind of thing.</summary>
/// <param name="Id"><c>msg_id</c>: no two messages have the same.</param>
/// <param name="Session">Of the sender; new whenever it is started.</param>
/// <param name="Username">Of whom it is started by.</param>
/// <param name="Date">ISO 8601, UTC.</param>
/// <param name="Type"><c>execute_request</c> and so on.</param>
/// <param name="Version">Of the protocol that the sender speaks.</param>
internal sealed record MessageHeader(string Id, string Session, string Username, string Date, string Type, string Version)
{
    /// <summary>The protocol that this kernel speaks.</summary>
    public const string Protocol = "5.4";

    /// <summary>The header of a message that the kernel sends now.</summary>
    public static MessageHeader New(string session, string type, TimeProvider time)
    {
        var now = time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
        return new MessageHeader(Guid.NewGuid().ToString("N"), session, "kernel", now, type, Protocol);
    }

    /// <exception cref="RequestException">A field is missing.</exception>
    public static MessageHeader Read(JsonElement json) => new(
        json.Text("msg_id"), json.Text("session"), json.Text("username", ""), json.Text("date", ""), json.Text("msg_type"), json.Text("version", ""));

    /// <summary>As it is sent.</summary>
    public byte[] ToJson() => MessageJson.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("msg_id", Id);
        writer.WriteString("session", Session);
        writer.WriteString("username", Username);
        writer.WriteString("date", Date);
        writer.WriteString("msg_type", Type);
        writer.WriteString("version", Version);
        writer.WriteEndObject();
    });
}
