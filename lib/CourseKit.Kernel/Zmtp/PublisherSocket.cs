using System.Net;

namespace CourseKit.Kernel.Zmtp;

/// <summary>Tells all subscribers what they have subscribed to.</summary>
/// <remarks>
/// Output waits a while for a subscriber that does not keep up, which slows its source; then it is left out for that subscriber, who is told how much it was.
/// What must not be left out is not; a subscriber that does not even read that is dropped.
/// </remarks>
internal sealed class PublisherSocket(string name, IPEndPoint endpoint, TransportOptions options) : ZmtpSocket(name, SocketType.Publisher, endpoint, options)
{
    private const byte Subscribe = 1, Unsubscribe = 0;

    private readonly Lock _gate = new();
    private readonly Dictionary<Peer, Subscriber> _subscribers = [];

    /// <summary>How many peers have subscribed to something.</summary>
    public int Subscribers
    {
        get
        {
            lock (_gate)
                return _subscribers.Values.Count(subscriber => subscriber.HasTopics);
        }
    }

    /// <summary>Sends a message, its topic first, that nobody may miss.</summary>
    public void Publish(byte[][] message)
    {
        foreach (var subscriber in For(message))
            subscriber.Deliver(message);
    }

    /// <summary>Sends a message that may be left out for those who do not keep up.</summary>
    public async Task PublishAsync(byte[][] message, Droppable droppable)
    {
        foreach (var subscriber in For(message))
            await subscriber.DeliverAsync(message, droppable, Options).ConfigureAwait(false);
    }

    protected override void Joined(Peer peer)
    {
        lock (_gate)
            _subscribers[peer] = new Subscriber(peer);
    }

    protected override void Left(Peer peer)
    {
        lock (_gate)
            _subscribers.Remove(peer);
    }

    /// <summary>Subscriptions as ZMTP 3.1 has them.</summary>
    protected override void Commanded(Peer peer, Command command)
    {
        if (command.Name is Command.Subscribe or Command.Cancel)
            Change(peer, command.Name == Command.Subscribe, command.Data);
    }

    /// <summary>Subscriptions as ZMTP 3.0 has them. Anything else is nothing to a publisher.</summary>
    protected override ValueTask ReceivedAsync(Peer peer, byte[][] message, CancellationToken cancellationToken)
    {
        if (message is [[Subscribe or Unsubscribe, ..]])
            Change(peer, message[0][0] == Subscribe, message[0][1..]);
        return ValueTask.CompletedTask;
    }

    private void Change(Peer peer, bool add, byte[] topic)
    {
        lock (_gate)
            _subscribers[peer].Change(add, topic);
    }

    private Subscriber[] For(byte[][] message)
    {
        lock (_gate)
            return [.. _subscribers.Values.Where(subscriber => subscriber.Wants(message[0]))];
    }
}
