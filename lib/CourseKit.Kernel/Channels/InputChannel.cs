using System.Text.Json.Nodes;
using CourseKit.Kernel.Messages;
using CourseKit.Kernel.Zmtp;

namespace CourseKit.Kernel.Channels;

/// <summary>Asks whoever has sent a cell, one question after another.</summary>
internal sealed class InputChannel(RouterSocket socket, MessageCodec codec, Action<string> log)
{
    private readonly Lock _gate = new();
    private readonly Queue<Question> _open = [];

    /// <summary>Asks for a line of text.</summary>
    /// <param name="request">The request whose cell asks; its sender is asked.</param>
    /// <param name="prompt">What to ask.</param>
    /// <param name="isSecret">Whether what is typed must not be seen.</param>
    /// <param name="answer">Called with what was typed.</param>
    public void Ask(JupyterMessage request, string prompt, bool isSecret, Func<string, Task> answer)
    {
        var content = new JsonObject { ["prompt"] = prompt, ["password"] = isSecret };
        var question = new Question(request.Envelope, codec.Write(request.Envelope, "input_request", content, request.HeaderJson), answer);
        lock (_gate)
        {
            _open.Enqueue(question);
            // Front ends show one question at a time.
            if (_open.Count > 1)
                return;
        }
        socket.Send(question.Message);
    }

    /// <summary>The cell has ended: what it asked for is no longer wanted.</summary>
    public void Forget()
    {
        lock (_gate)
            _open.Clear();
    }

    /// <summary>Hears answers until it is cancelled.</summary>
    public async Task ListenAsync(CancellationToken cancellationToken)
    {
        while (await socket.ReceiveAsync(cancellationToken).ConfigureAwait(false) is { } frames)
        {
            try
            {
                await TakeAsync(codec.Read(frames)).ConfigureAwait(false);
            }
            catch (Exception error) when (error is MessageException or RequestException)
            {
                log($"stdin: a message is dropped: {error.Message}");
            }
        }
    }

    /// <summary>Takes an answer to the open question, if it comes from the one who was asked.</summary>
    private async Task TakeAsync(JupyterMessage message)
    {
        if (message.Header.Type != "input_reply")
            throw new MessageException($"an input_reply is required; received \"{message.Header.Type}\"");
        var text = message.Content.Text("value", "");
        Question? asked, next;
        lock (_gate)
        {
            if (!_open.TryPeek(out asked) || !asked.Envelope[0].AsSpan().SequenceEqual(message.Envelope[0]))
                return;
            _open.Dequeue();
            _open.TryPeek(out next);
        }
        if (next is not null)
            socket.Send(next.Message);
        await asked.Answer(text).ConfigureAwait(false);
    }

    private sealed record Question(byte[][] Envelope, byte[][] Message, Func<string, Task> Answer);
}
