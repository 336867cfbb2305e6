using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CourseKit.Kernel.Messages;
using CourseKit.Kernel.Tests.Execution;
using CourseKit.Kernel.Zmtp;
using CourseKit.Notebooks.Sessions;

namespace CourseKit.Kernel.Tests;

/// <summary>A kernel in this process, with sessions that do as they are told, and a front end connected to it.</summary>
internal sealed class TestKernel : IAsyncDisposable
{
    private const string Key = "the key";

    private readonly CancellationTokenSource _end = new();
    private readonly MessageCodec _codec = new(new MessageSigner(Key), TimeProvider.System);
    private readonly JupyterKernel _kernel;
    private readonly Task _reading;
    private readonly ZmtpClient[] _clients;

    private TestKernel(JupyterKernel kernel, TestKernelParts parts, ZmtpClient[] clients)
    {
        (_kernel, Sessions, Log, _clients) = (kernel, parts.Sessions, parts.Log, clients);
        Running = Task.Run(() => kernel.RunAsync(_end.Token));
        _reading = Task.Run(ReadIOPubAsync);
    }

    /// <summary>All sessions that were started.</summary>
    public List<FakeSession> Sessions { get; }

    /// <summary>What the kernel said of messages that it dropped.</summary>
    public ConcurrentQueue<string> Log { get; }

    /// <summary>Everything that was told to all, in order.</summary>
    public ConcurrentQueue<Heard> IOPub { get; } = [];

    /// <summary>Ends when the kernel does.</summary>
    public Task Running { get; }

    public ZmtpClient Shell => _clients[0];

    public ZmtpClient Control => _clients[1];

    public ZmtpClient Stdin => _clients[2];

    public IPEndPoint StdinEndPoint => _kernel.Sockets.Stdin.EndPoint;

    public IPEndPoint HeartbeatEndPoint => _kernel.Sockets.Heartbeat.EndPoint;

    /// <summary>Requests that wait.</summary>
    public int Waiting => _kernel.Sockets.Shell.Waiting;

    public static async Task<TestKernel> StartAsync(Func<KernelOptions, KernelOptions>? change = null, Func<CancellationToken, Task<ISession>>? start = null)
    {
        var parts = new TestKernelParts([], []);
        var options = new KernelOptions
        {
            Version = "1.2.3",
            Log = TextWriter.Null,
            LateInterval = TimeSpan.FromMilliseconds(5),
            StartSession = start ?? (_ =>
            {
                parts.Sessions.Add(new FakeSession());
                return Task.FromResult<ISession>(parts.Sessions[^1]);
            }),
        };
        var connection = new ConnectionFile(IPAddress.Loopback, 0, 0, 0, 0, 0, Key);
        var kernel = new JupyterKernel(connection, change?.Invoke(options) ?? options, new TransportOptions { Log = parts.Log.Enqueue });
        var clients = new[]
        {
            await ZmtpClient.ConnectAsync(kernel.Sockets.Shell.EndPoint, "DEALER", "me"),
            await ZmtpClient.ConnectAsync(kernel.Sockets.Control.EndPoint, "DEALER", "me"),
            await ZmtpClient.ConnectAsync(kernel.Sockets.Stdin.EndPoint, "DEALER", "me"),
            await ZmtpClient.ConnectAsync(kernel.Sockets.IOPub.EndPoint, "SUB"),
        };
        await Eventually.HoldsAsync(() => kernel.Sockets.IOPub.Subscribers == 1);
        return new TestKernel(kernel, parts, clients);
    }

    /// <summary>Sends a request and returns its id.</summary>
    public async Task<string> SendAsync(ZmtpClient channel, string type, JsonObject content)
    {
        var header = _codec.Header(type);
        await channel.SendAsync(_codec.Write([], header, content, null));
        return header.Id;
    }

    /// <summary>Sends a request whose content is JSON as it stands, and returns the reply.</summary>
    public async Task<Heard> SendRawAsync(string type, string content)
    {
        var frames = _codec.Write([], type, [], null);
        frames[^1] = Encoding.UTF8.GetBytes(content);
        frames[1] = new MessageSigner(Key).Sign(frames[2], frames[3], frames[4], frames[5]);
        await Shell.SendAsync(frames);
        return await ReceiveAsync(Shell);
    }

    /// <summary>Sends the same request two times, and returns the reply to the first.</summary>
    public async Task<Heard> SendTwiceAsync(string type, JsonObject content)
    {
        var frames = _codec.Write([], type, content, null);
        await Shell.SendAsync(frames);
        await Shell.SendAsync(frames);
        return await ReceiveAsync(Shell);
    }

    /// <summary>The next message on a channel.</summary>
    public async Task<Heard> ReceiveAsync(ZmtpClient channel) => Read(await channel.ReceiveAsync());

    /// <summary>Sends a request, and returns the reply and what was told to all because of it.</summary>
    public async Task<Answer> AskAsync(string type, JsonObject? content = null, ZmtpClient? channel = null)
    {
        var id = await SendAsync(channel ?? Shell, type, content ?? []);
        var reply = await ReceiveAsync(channel ?? Shell);
        Assert.Equal(id, reply.Parent);
        return new Answer(id, reply, await UntilIdleAsync(id));
    }

    /// <summary>Runs a cell.</summary>
    public Task<Answer> RunAsync(string code, Action<JsonObject>? change = null)
    {
        var content = Execute(code);
        change?.Invoke(content);
        return AskAsync("execute_request", content);
    }

    public static JsonObject Execute(string code) => new() { ["code"] = code };

    /// <summary>What was told to all because of a request, up to idle.</summary>
    public async Task<Heard[]> UntilIdleAsync(string id)
    {
        await Eventually.HoldsAsync(() => IOPub.Any(heard => heard.Parent == id && heard.Is("idle")));
        return [.. IOPub.Where(heard => heard.Parent == id)];
    }

    /// <summary>Ends when something was told to all.</summary>
    public Task HearsAsync(Func<Heard, bool> wanted) => Eventually.HoldsAsync(() => IOPub.Any(wanted));

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Running;
        foreach (var client in _clients)
            await client.DisposeAsync();
        await _kernel.DisposeAsync();
        await _reading;
        _end.Dispose();
    }

    private async Task ReadIOPubAsync()
    {
        try
        {
            while (true)
                IOPub.Enqueue(Read(await _clients[3].ReceiveAsync()));
        }
        catch (Exception end) when (end is IOException or ObjectDisposedException or NotSupportedException)
        {
            // The test is over.
        }
    }

    private Heard Read(byte[][] frames)
    {
        var message = _codec.Read(frames);
        var at = Array.FindIndex(frames, frame => frame.AsSpan().SequenceEqual("<IDS|MSG>"u8));
        return new Heard(message.Header.Type, MessageJson.Parse(frames[at + 3]).Text("msg_id", ""), JsonNode.Parse(frames[at + 5])!.AsObject());
    }

    private sealed record TestKernelParts(List<FakeSession> Sessions, ConcurrentQueue<string> Log);
}

/// <summary>A message from the kernel.</summary>
internal sealed record Heard(string Type, string Parent, JsonObject Content)
{
    /// <summary>A field as text.</summary>
    public string? this[string field] => Content[field]?.ToString();

    public bool Is(string state) => Type == "status" && this["execution_state"] == state;

    /// <summary>On one line.</summary>
    public override string ToString() => Type switch
    {
        "status" => this["execution_state"]!,
        "stream" => $"{this["name"]}: {this["text"]}",
        "error" => $"error: {this["evalue"]}",
        _ => $"{Type}: {Content.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })}",
    };
}

/// <summary>A reply, and what was told to all meanwhile.</summary>
internal sealed record Answer(string Id, Heard Reply, Heard[] IOPub)
{
    public string? Status => Reply["status"];

    /// <summary>What was told, a line each.</summary>
    public string[] Lines => [.. IOPub.Select(heard => heard.ToString())];
}
