namespace CourseKit.Kernel.Zmtp;

/// <summary>A peer of a publisher: what it wants, and what it has missed.</summary>
internal sealed class Subscriber(Peer peer)
{
    /// <summary>A subscription is a few letters; a peer has no use for very many.</summary>
    private const int MostTopics = 1000;

    private readonly Lock _gate = new();
    private readonly List<byte[]> _topics = [];
    private Loss _lost;
    private Func<Loss, byte[][]>? _note;

    public bool HasTopics => _topics.Count > 0;

    /// <summary>Adds a subscription, or takes one of its like away.</summary>
    public void Change(bool add, byte[] topic)
    {
        if (add && _topics.Count < MostTopics)
            _topics.Add(topic);
        else if (!add && _topics.FindIndex(known => known.AsSpan().SequenceEqual(topic)) is >= 0 and var index)
            _topics.RemoveAt(index);
    }

    /// <summary>Whether the topic begins with one that was subscribed to.</summary>
    public bool Wants(byte[] topic) => _topics.Exists(wanted => topic.AsSpan().StartsWith(wanted));

    /// <summary>Sends what must arrive, and before it what is to be said of what did not.</summary>
    public void Deliver(byte[][] message)
    {
        lock (_gate)
        {
            if (_note is { } note)
                peer.Send(note(_lost));
            (_lost, _note) = (default, null);
            peer.Send(message);
        }
    }

    /// <summary>Sends what may be left out: waits for room, but not for ever and not again before the peer has caught up by half.</summary>
    public async Task DeliverAsync(byte[][] message, Droppable droppable, TransportOptions options)
    {
        Task? patience = null;
        while (true)
        {
            var given = peer.Waiting.Given();
            if (TryDeliver(message, droppable, giveUp: patience?.IsCompleted == true))
                return;
            patience ??= Task.Delay(options.Patience, options.Time, peer.Dropped);
            await Task.WhenAny(given, patience).ConfigureAwait(false);
        }
    }

    /// <returns>False: there is no room, and it is worth waiting for some.</returns>
    private bool TryDeliver(byte[][] message, Droppable droppable, bool giveUp)
    {
        lock (_gate)
        {
            var isBehind = _note is not null && peer.Waiting.Used > peer.Waiting.Most / 2;
            if (!isBehind)
            {
                if (_note is { } note)
                    peer.Send(note(_lost));
                (_lost, _note) = (default, null);
                if (peer.TrySend(message))
                    return true;
            }
            if (!isBehind && !giveUp)
                return false;
            (_lost, _note) = (_lost + droppable.Amount, droppable.Note);
            return true;
        }
    }
}
