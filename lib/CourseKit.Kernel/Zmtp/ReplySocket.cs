using System.Collections.Concurrent;
using System.Net;

namespace CourseKit.Kernel.Zmtp;

/// <summary>Answers each message with itself, on a thread of its own: it shows who asks that this process lives, whatever else it is doing.</summary>
internal sealed class ReplySocket : ZmtpSocket
{
    private const int MostWaiting = 1000;

    private readonly BlockingCollection<(Peer Peer, byte[][] Message)> _questions = new(MostWaiting);

    /// <inheritdoc cref="ZmtpSocket(string, SocketType, IPEndPoint, TransportOptions)"/>
    public ReplySocket(string name, IPEndPoint endpoint, TransportOptions options)
        : base(name, SocketType.Reply, endpoint, options) => new Thread(Answer) { IsBackground = true, Name = $"coursekit {name}" }.Start();

    /// <summary>More than fit are not answered: nobody asks so often who still waits for the first answer.</summary>
    protected override ValueTask ReceivedAsync(Peer peer, byte[][] message, CancellationToken cancellationToken)
    {
        _questions.TryAdd((peer, message), 0, cancellationToken);
        return ValueTask.CompletedTask;
    }

    protected override void Closed() => _questions.CompleteAdding();

    private void Answer()
    {
        foreach (var (peer, message) in _questions.GetConsumingEnumerable())
            peer.Send(message);
    }
}
