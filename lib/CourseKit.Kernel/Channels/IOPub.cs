using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CourseKit.Kernel.Messages;
using CourseKit.Kernel.Zmtp;

namespace CourseKit.Kernel.Channels;

/// <summary>Tells everybody who looks on what happens.</summary>
internal sealed class IOPub(PublisherSocket socket, MessageCodec codec)
{
    /// <summary>Whether the kernel works on a request.</summary>
    public void Status(string state, byte[]? parent) => Send("status", new JsonObject { ["execution_state"] = state }, parent);

    /// <summary>Sends what nobody may miss.</summary>
    /// <param name="type">The message's type, which is its topic too.</param>
    /// <param name="content">An object.</param>
    /// <param name="parent">The header of the request that brought it about.</param>
    public void Send(string type, JsonObject content, byte[]? parent) => socket.Publish(codec.Write([Encoding.UTF8.GetBytes(type)], type, content, parent));

    /// <summary>Sends what a cell puts out: it waits for those who do not keep up, and is left out for them when they are too slow.</summary>
    /// <param name="type">The message's type, which is its topic too.</param>
    /// <param name="content">An object.</param>
    /// <param name="parent">The header of the request that brought it about.</param>
    /// <param name="amount">How much is missed where it is left out.</param>
    public Task SendOutputAsync(string type, JsonObject content, byte[]? parent, Loss amount) =>
        socket.PublishAsync(codec.Write([Encoding.UTF8.GetBytes(type)], type, content, parent), new Droppable(amount, lost => Note(lost, parent)));

    /// <summary>A piece of console text.</summary>
    public static JsonObject Stream(string name, string text) => new() { ["name"] = name, ["text"] = text };

    /// <summary>What stands in place of output that is not there.</summary>
    public static string LeftOut(Loss lost, string why)
    {
        string[] parts = [.. Counted(lost.Letters, "character"), .. Counted(lost.Lines, "line"), .. Counted(lost.Values, "value")];
        return $"\n[… left out here: {string.Join(", ", parts)}; {why} …]\n";
    }

    private byte[][] Note(Loss lost, byte[]? parent) =>
        codec.Write(["stream"u8.ToArray()], "stream", Stream("stderr", LeftOut(lost, "the front end did not take it in time")), parent);

    private static string[] Counted(long count, string what) =>
        count == 0 ? [] : [string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}{(count == 1 ? "" : "s")}")];
}
