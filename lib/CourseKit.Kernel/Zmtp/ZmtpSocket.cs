using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace CourseKit.Kernel.Zmtp;

/// <summary>A bound ZeroMQ socket: accepts connections, shakes hands, and hands on what the peers say. Whatever one of them does, the others do not feel it.</summary>
internal abstract class ZmtpSocket : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Connection, Task> _connections = [];
    private readonly CancellationTokenSource _closing = new();
    private readonly SocketType _type;
    private readonly string _name;
    private readonly TcpListener _listener;
    private readonly Task _accepting;

    /// <param name="name">What the log calls it.</param>
    /// <param name="type">Its kind.</param>
    /// <param name="endpoint">The one address on which it listens; port 0 takes a free one.</param>
    /// <param name="options">Limits.</param>
    /// <exception cref="SocketException">The address is not this machine's, or the port is taken.</exception>
    protected ZmtpSocket(string name, SocketType type, IPEndPoint endpoint, TransportOptions options)
    {
        (_name, _type, Options) = (name, type, options);
        _listener = new TcpListener(endpoint);
        _listener.Start();
        _accepting = Task.Run(AcceptAsync);
    }

    /// <summary>Where it listens.</summary>
    public IPEndPoint EndPoint => (IPEndPoint)_listener.LocalEndpoint;

    protected TransportOptions Options { get; }

    /// <summary>Sends what was sent, then closes all connections.</summary>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync().ConfigureAwait(false);
        _listener.Dispose();
        await _accepting.ConfigureAwait(false);
        Connection[] open;
        Task all;
        lock (_gate)
            (open, all) = ([.. _connections.Keys], Task.WhenAll(_connections.Values));
        foreach (var connection in open)
            connection.Complete();
        await Task.WhenAny(all, Task.Delay(Options.Linger, Options.Time)).ConfigureAwait(false);
        foreach (var connection in open)
            connection.Close();
        await all.ConfigureAwait(false);
        _closing.Dispose();
        Closed();
        GC.SuppressFinalize(this);
    }

    /// <summary>A peer has shaken hands.</summary>
    protected virtual void Joined(Peer peer)
    {
    }

    /// <summary>A peer is gone.</summary>
    protected virtual void Left(Peer peer)
    {
    }

    /// <summary>A peer says something to the transport, other than PING.</summary>
    protected virtual void Commanded(Peer peer, Command command)
    {
    }

    /// <summary>All connections are closed, and no more come.</summary>
    protected virtual void Closed()
    {
    }

    /// <summary>A peer says something. As long as this does not end, nothing more is read from that peer.</summary>
    protected abstract ValueTask ReceivedAsync(Peer peer, byte[][] message, CancellationToken cancellationToken);

    private async Task AcceptAsync()
    {
        while (!_closing.IsCancellationRequested)
        {
            Socket socket;
            try
            {
                socket = await _listener.AcceptSocketAsync(_closing.Token).ConfigureAwait(false);
            }
            catch (Exception end) when (end is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
            catch (SocketException error)
            {
                // The peer has left before it was let in, or there are no more descriptors: those that are connected must not suffer.
                Options.Log($"{_name}: a connection could not be accepted: {error.Message}");
                await Task.Delay(TimeSpan.FromMilliseconds(100), Options.Time).ConfigureAwait(false);
                continue;
            }
            Admit(new Connection(socket, this));
        }
    }

    private void Admit(Connection connection)
    {
        lock (_gate)
        {
            if (_connections.Count < Options.MostPeers)
            {
                _connections[connection] = Task.Run(() => ServeAsync(connection));
                return;
            }
        }
        Options.Log(string.Create(CultureInfo.InvariantCulture, $"{_name}: at most {Options.MostPeers} connections are allowed; {connection.Name} is refused"));
        connection.Close();
        connection.Dispose();
    }

    private async Task ServeAsync(Connection connection)
    {
        try
        {
            await connection.RunAsync().ConfigureAwait(false);
        }
        catch (ZmtpException error)
        {
            Options.Log($"{_name}: {connection.Name} is disconnected: {error.Message}");
        }
        catch (Exception end) when (end is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Peers come and go. ZeroMQ's come back by themselves.
        }
        finally
        {
            lock (_gate)
                _connections.Remove(connection);
            connection.Dispose();
        }
    }

    /// <summary>One connection from its first octet to its end.</summary>
    private sealed class Connection(Socket socket, ZmtpSocket owner) : IDisposable
    {
        private readonly CancellationTokenSource _end = new();
        private readonly NetworkStream _stream = new(socket, ownsSocket: false);
        private Peer? _peer;

        /// <summary>For the log.</summary>
        public string Name { get; } = socket.RemoteEndPoint?.ToString() ?? "a peer";

        public async Task RunAsync()
        {
            socket.NoDelay = true;
            var reader = new FrameReader(_stream, owner.Options);
            using var peer = new Peer(socket, _stream, await ShakeHandsAsync(reader).ConfigureAwait(false), owner.Options);
            await using var _ = peer.Dropped.Register(_end.Cancel);
            _peer = peer;
            owner.Joined(peer);
            try
            {
                if (owner._closing.IsCancellationRequested)
                    peer.Complete();
                await BothAsync(peer, ReadAsync(peer, reader), peer.WriteAsync(_end.Token)).ConfigureAwait(false);
            }
            finally
            {
                owner.Left(peer);
            }
        }

        public void Complete()
        {
            if (_peer is { } peer)
                peer.Complete();
            else
                Close();
        }

        public void Close() => _end.Cancel();

        public void Dispose()
        {
            _stream.Dispose();
            socket.Dispose();
        }

        private async Task<byte[]> ShakeHandsAsync(FrameReader reader)
        {
            using var late = new CancellationTokenSource(owner.Options.HandshakeTimeout, owner.Options.Time);
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(late.Token, _end.Token);
            try
            {
                return await Handshake.MakeAsync(owner._type, reader, _stream, stop.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (late.IsCancellationRequested)
            {
                throw new ZmtpException(string.Create(CultureInfo.InvariantCulture,
                    $"a handshake within {owner.Options.HandshakeTimeout.TotalSeconds} s is required; received a part of it"));
            }
        }

        /// <summary>Either way ends the other; what went wrong first is what is reported.</summary>
        private async Task BothAsync(Peer peer, Task reading, Task writing)
        {
            var first = await Task.WhenAny(reading, writing).ConfigureAwait(false);
            if (first == reading || writing.IsFaulted)
                await _end.CancelAsync().ConfigureAwait(false);
            var both = Task.WhenAll(reading, writing);
            await ((Task)both.ContinueWith(_ => { }, TaskScheduler.Default)).ConfigureAwait(false);
            if (peer.Fault is { } fault)
                throw new ZmtpException(fault);
            await first.ConfigureAwait(false);
            await both.ConfigureAwait(false);
        }

        private async Task ReadAsync(Peer peer, FrameReader reader)
        {
            while (true)
            {
                var message = await reader.ReadMessageAsync(command => Answer(peer, command), _end.Token).ConfigureAwait(false);
                await owner.ReceivedAsync(peer, message, _end.Token).ConfigureAwait(false);
            }
        }

        private void Answer(Peer peer, Command command)
        {
            if (command.Name == Command.Ping)
                peer.Send(command.ToPong());
            else
                owner.Commanded(peer, command);
        }
    }
}
