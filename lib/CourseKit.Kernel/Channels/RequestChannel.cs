using System.Text.Json.Nodes;
using CourseKit.Kernel.Messages;
using CourseKit.Kernel.Zmtp;

namespace CourseKit.Kernel.Channels;

/// <summary>A channel on which requests come and replies go: busy before, idle after, and a reply, whatever happens between.</summary>
/// <param name="name">What the log calls it.</param>
/// <param name="socket">Its socket.</param>
/// <param name="codec">Reads and writes.</param>
/// <param name="iopub">Where busy and idle are told.</param>
/// <param name="log">Takes a line for each message that is dropped.</param>
internal sealed class RequestChannel(string name, RouterSocket socket, MessageCodec codec, IOPub iopub, Action<string> log)
{
    /// <summary>How many messages wait.</summary>
    public int Waiting => socket.Waiting;

    /// <summary>The next message that is one; null once it is cancelled.</summary>
    public async Task<JupyterMessage?> ReceiveAsync(CancellationToken cancellationToken)
    {
        while (await socket.ReceiveAsync(cancellationToken).ConfigureAwait(false) is { } frames)
        {
            try
            {
                return codec.Read(frames);
            }
            catch (MessageException error)
            {
                log($"{name}: a message is dropped: {error.Message}");
            }
        }
        return null;
    }

    /// <summary>Answers a request.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="handle">Returns the reply's content; null for messages that are not replied to.</param>
    public async Task AnswerAsync(JupyterMessage request, Func<JupyterMessage, Task<JsonObject?>> handle)
    {
        iopub.Status("busy", request.HeaderJson);
        try
        {
            if (await ReplyAsync(request, handle).ConfigureAwait(false) is { } content)
                socket.Send(codec.Write(request.Envelope, request.ReplyType, content, request.HeaderJson));
        }
        finally
        {
            iopub.Status("idle", request.HeaderJson);
        }
    }

    private async Task<JsonObject?> ReplyAsync(JupyterMessage request, Func<JupyterMessage, Task<JsonObject?>> handle)
    {
        try
        {
            return await handle(request).ConfigureAwait(false);
        }
        catch (RequestException error)
        {
            return Reply.Error("BadRequest", $"{request.Header.Type}: {error.Message} Send it as Jupyter's protocol has it.", []);
        }
        catch (Exception error)
        {
            // A defect of the kernel in one request must not end the notebook: it is told, and the next request comes.
            log($"{name}: {request.Header.Type} failed: {error}");
            return Reply.Error(error.GetType().Name, error.Message, []);
        }
    }
}
