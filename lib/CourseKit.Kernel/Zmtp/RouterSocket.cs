using System.Buffers.Binary;
using System.Net;
using System.Threading.Channels;

namespace CourseKit.Kernel.Zmtp;

/// <summary>Hears many peers in one queue and answers each by its identity.</summary>
internal sealed class RouterSocket(string name, IPEndPoint endpoint, TransportOptions options) : ZmtpSocket(name, SocketType.Router, endpoint, options)
{
    private readonly Channel<Received> _inbox = Channel.CreateUnbounded<Received>();
    private readonly ByteBudget _waiting = new(options.MostReceived);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Peer> _byIdentity = [];
    private readonly Dictionary<Peer, byte[]> _identities = [];
    private int _unnamed;

    /// <summary>How many messages have come and not been taken.</summary>
    public int Waiting => _inbox.Reader.Count;

    /// <summary>The next message, the sender's identity before its frames; null once <paramref name="cancellationToken"/> is cancelled.</summary>
    public async ValueTask<byte[][]?> ReceiveAsync(CancellationToken cancellationToken)
    {
        try
        {
            var received = await _inbox.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            _waiting.Give(received.Size);
            return received.Message;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>Sends a message whose first frame is the receiver's identity; to one who is gone, nothing.</summary>
    public void Send(byte[][] message)
    {
        Peer? peer;
        lock (_gate)
            _byIdentity.TryGetValue(Key(message[0]), out peer);
        peer?.Send(message[1..]);
    }

    /// <summary>A name that is taken goes to who takes it last: a peer that comes back does so before its old connection is known to be dead.</summary>
    protected override void Joined(Peer peer)
    {
        lock (_gate)
        {
            var identity = peer.Identity.Length > 0 ? peer.Identity : NewIdentity();
            _identities[peer] = identity;
            _byIdentity[Key(identity)] = peer;
        }
    }

    protected override void Left(Peer peer)
    {
        lock (_gate)
            if (_identities.Remove(peer, out var identity) && _byIdentity.GetValueOrDefault(Key(identity)) == peer)
                _byIdentity.Remove(Key(identity));
    }

    protected override async ValueTask ReceivedAsync(Peer peer, byte[][] message, CancellationToken cancellationToken)
    {
        byte[] identity;
        lock (_gate)
            identity = _identities[peer];
        var size = message.Sum(frame => (long)frame.Length + Frame.LongestHeader);
        await _waiting.TakeAsync(size, cancellationToken).ConfigureAwait(false);
        await _inbox.Writer.WriteAsync(new Received([identity, .. message], size), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Names that begin with a zero are the socket's own to give.</summary>
    private byte[] NewIdentity()
    {
        var identity = new byte[1 + sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(identity.AsSpan(1), ++_unnamed);
        return identity;
    }

    private static string Key(byte[] identity) => Convert.ToHexString(identity);

    private readonly record struct Received(byte[][] Message, long Size);
}
