using System.Net;
using System.Net.Sockets;
using System.Text;
using CourseKit.Kernel.Zmtp;

namespace CourseKit.Kernel.Tests;

/// <summary>The other end of a connection, as simple as can be.</summary>
internal sealed class ZmtpClient : IAsyncDisposable
{
    private static readonly TransportOptions Options = new() { Log = _ => { } };

    private readonly TcpClient _tcp;
    private readonly FrameReader _reader;

    private ZmtpClient(TcpClient tcp, FrameReader reader) => (_tcp, _reader) = (tcp, reader);

    /// <summary>Commands that came between messages.</summary>
    public List<Command> Commands { get; } = [];

    public static async Task<ZmtpClient> ConnectAsync(IPEndPoint endpoint, string type, string identity = "")
    {
        var client = await OpenAsync(endpoint);
        var stream = client._tcp.GetStream();
        await stream.WriteAsync(Greeting.Ours);
        await Greeting.ReadAsync(client._reader, CancellationToken.None);
        await stream.WriteAsync(Command.OfReady(("Socket-Type", type), ("Identity", identity)).ToFrame().ToBytes());
        await client._reader.ReadAsync(1000, CancellationToken.None);
        if (type == "SUB")
            await client.SendAsync([1]);
        return client;
    }

    /// <summary>A connection on which nothing was said yet.</summary>
    public static async Task<ZmtpClient> OpenAsync(IPEndPoint endpoint)
    {
        var tcp = new TcpClient { NoDelay = true };
        await tcp.ConnectAsync(endpoint);
        return new ZmtpClient(tcp, new FrameReader(tcp.GetStream(), Options));
    }

    /// <summary>Sends octets as they are.</summary>
    public ValueTask WriteAsync(ReadOnlyMemory<byte> octets) => _tcp.GetStream().WriteAsync(octets);

    public Task SendAsync(params string[] frames) => SendAsync([.. frames.Select(Encoding.UTF8.GetBytes)]);

    public async Task SendAsync(params byte[][] frames)
    {
        for (var i = 0; i < frames.Length; i++)
            await WriteAsync(new Frame(frames[i], More: i < frames.Length - 1, IsCommand: false).ToBytes());
    }

    public ValueTask SendAsync(Command command) => WriteAsync(command.ToFrame().ToBytes());

    public ValueTask<byte[][]> ReceiveAsync(CancellationToken cancellationToken = default) => _reader.ReadMessageAsync(Commands.Add, cancellationToken);

    /// <summary>The next message as texts.</summary>
    public async Task<string[]> ReceiveTextAsync() => [.. (await ReceiveAsync()).Select(Encoding.UTF8.GetString)];

    /// <summary>The next octet, whatever it belongs to.</summary>
    public async Task<byte> ReadByteAsync() => (await _reader.ReadBytesAsync(1, CancellationToken.None))[0];

    /// <summary>Ends when the other side has closed the connection.</summary>
    public async Task ClosedAsync()
    {
        var rest = new byte[4096];
        try
        {
            while (await _tcp.GetStream().ReadAsync(rest) > 0)
            {
            }
        }
        catch (IOException)
        {
            // Reset, which is closed, too.
        }
    }

    public ValueTask DisposeAsync()
    {
        _tcp.Dispose();
        return ValueTask.CompletedTask;
    }
}
