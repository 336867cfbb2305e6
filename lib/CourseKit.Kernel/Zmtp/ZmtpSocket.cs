using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace CourseKit.Kernel.Zmtp;

/// <summary>
/// A bound ZeroMQ socket: accepts connections, shakes hands, and hands on what the peers say. Whatever one of them does, the others do not feel it.
/// </summary>
internal abstract partial class ZmtpSocket : IAsyncDisposable
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
}
