using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CourseKit.Kernel.Execution;
using CourseKit.Kernel.Messages;
using CourseKit.Kernel.Tests.Zmtp;
using CourseKit.Kernel.Zmtp;

namespace CourseKit.Kernel.Tests.Messages;

/// <summary>What is said of connection files, requests, messages and peers that are not as they must be.</summary>
internal static partial class KernelErrors
{
    private static readonly TransportOptions Options = new() { Log = _ => { }, LargestMessage = 1 << 20, MostFrames = 2 };

    [ErrorCases]
    internal static IEnumerable<(string, Action)> ConnectionFiles() =>
    [
        ("Connection file: none", NoFile),
        ("Connection file: no JSON", () => Parse("{")),
        ("Connection file: no object", () => Parse("7")),
        ("Connection file: another transport", () => Parse("""{"transport": "ipc"}""")),
        ("Connection file: another signature", () => Parse("""{"signature_scheme": "hmac-md5"}""")),
        ("Connection file: no address", () => Parse("""{"ip": "*"}""")),
        ("Connection file: no port", () => Parse("""{"ip": "127.0.0.1"}""")),
        ("Connection file: a port too high", () => Parse("""{"shell_port": 70000}""")),
        ("Connection file: a port in words", () => Parse("""{"shell_port": "any"}""")),
    ];

    [ErrorCases]
    internal static IEnumerable<(string, Action)> Requests() =>
    [
        ("Request: no code", () => ExecuteRequest.Read(MessageJson.Parse("{}"u8))),
        ("Request: code that is a number", () => ExecuteRequest.Read(MessageJson.Parse("""{"code": 7}"""u8))),
        ("Request: half a surrogate pair", () => ExecuteRequest.Read(MessageJson.Parse("""{"code": "\ud800"}"""u8))),
        ("Request: a flag that is none", () => ExecuteRequest.Read(MessageJson.Parse("""{"code": "", "silent": 1}"""u8))),
        ("Request: history in an unknown way", () => new History().Answer(MessageJson.Parse("""{"hist_access_type": "all"}"""u8))),
        ("Request: history of so many", () => new History().Answer(MessageJson.Parse("""{"hist_access_type": "tail", "n": "all"}"""u8))),
        ("Request: one that is not known", () => Unknown("debug_request")),
        ("Message: an answer that is none", () => Misplaced("input_request")),
        ("Message: another key", () => new MessageSigner("key").Check([1], [2], [3], [4], [5])),
        ("Message: a second time", () => Twice(new MessageSigner("key"))),
        ("Message: no delimiter", () => Codec().Read([[1]])),
        ("Message: no JSON", () => Codec().Read(["<IDS|MSG>"u8.ToArray(), [], "{"u8.ToArray(), [], [], []])),
        ("Message: a header that is no object", () => Codec().Read(["<IDS|MSG>"u8.ToArray(), [], "[]"u8.ToArray(), [], [], []])),
        ("Message: a header without a type", () => Codec().Read(["<IDS|MSG>"u8.ToArray(), [], """{"msg_id": "1", "session": "1"}"""u8.ToArray(), [], [], []])),
    ];

    [ErrorCases]
    internal static IEnumerable<(string, Action)> Peers() =>
    [
        ("ZMTP: another protocol", () => Greet("GET / HTTP/1.1\r\n\r\n"u8)),
        ("ZMTP: a signature that is none", () => Greet([0xff, .. new byte[9]])),
        ("ZMTP: version 2", () => Greet([0xff, 0, 0, 0, 0, 0, 0, 0, 1, 0x7f, 1, 0, 0])),
        ("ZMTP: encryption", () => Greet([.. Greeting.Ours.AsSpan(0, 12), .. "CURVE"u8, .. new byte[47]])),
        ("ZMTP: half a handshake", HalfAHandshake),
        ("ZMTP: no ready", () => Shake(new Command("HELLO", []))),
        ("ZMTP: the wrong partner", () => Shake(Command.OfReady(("Socket-Type", "PUSH")))),
        ("ZMTP: a long name", () => Shake(Command.OfReady(("Socket-Type", "REQ"), ("Identity", new string('x', 256))))),
        ("ZMTP: cut properties", () => Shake(new Command(Command.Ready, [200, 1]))),
        ("ZMTP: a command without a name", () => Command.Read([])),
        ("ZMTP: flags that there are not", () => Read([0x80])),
        ("ZMTP: a frame too long", () => Read([Frame.LongFlag, 0, 0, 0, 1, 0, 0, 0, 0])),
        ("ZMTP: too many frames", () => Read([1, 0, 1, 0, 1, 0])),
    ];

    private static void Parse(string json) => ConnectionFile.Parse(Encoding.UTF8.GetBytes(json), "kernel-1.json");

    private static void NoFile()
    {
        try
        {
            ConnectionFile.Read("no/such/file.json");
        }
        catch (ConnectionFileException error)
        {
            throw new ConnectionFileException(SystemsWords().Replace(error.Message, "…"));
        }
    }

    private static MessageCodec Codec() => new(new MessageSigner(""), TimeProvider.System);

    private static void Twice(MessageSigner signer)
    {
        var signature = signer.Sign([1], [2], [3], [4]);
        signer.Check(signature, [1], [2], [3], [4]);
        signer.Check(signature, [1], [2], [3], [4]);
    }

    private static void Unknown(string type) => Task.Run(async () =>
    {
        await using var kernel = await TestKernel.StartAsync();
        throw new RequestException((await kernel.AskAsync(type, new JsonObject())).Reply["evalue"]!);
    }).GetAwaiter().GetResult();

    private static void Misplaced(string type) => Task.Run(async () =>
    {
        await using var kernel = await TestKernel.StartAsync();
        await kernel.SendAsync(kernel.Stdin, type, new JsonObject());
        await Eventually.HoldsAsync(() => !kernel.Log.IsEmpty);
        throw new MessageException(kernel.Log.First());
    }).GetAwaiter().GetResult();

    private static void HalfAHandshake() => Task.Run(async () =>
    {
        await using var sockets = new TestSockets(options => options with { HandshakeTimeout = TimeSpan.FromMilliseconds(50) });
        await using var client = await ZmtpClient.OpenAsync(sockets.Router.EndPoint);
        await client.ClosedAsync();
        await Eventually.HoldsAsync(() => !sockets.Log.IsEmpty);
        var line = sockets.Log.First();
        throw new ZmtpException(line[line.IndexOf("is disconnected", StringComparison.Ordinal)..]);
    }).GetAwaiter().GetResult();

    private static void Greet(ReadOnlySpan<byte> octets) => Greeting.ReadAsync(new FrameReader(new MemoryStream(octets.ToArray()), Options), CancellationToken.None).GetAwaiter().GetResult();

    private static void Shake(Command ready)
    {
        var octets = new byte[][] { Greeting.Ours, ready.ToFrame().ToBytes() }.SelectMany(part => part).ToArray();
        Handshake.MakeAsync(SocketType.Router, new FrameReader(new MemoryStream(octets), Options), Stream.Null, CancellationToken.None).GetAwaiter().GetResult();
    }

    private static void Read(byte[] octets) =>
        new FrameReader(new MemoryStream(octets), Options).ReadMessageAsync(_ => { }, CancellationToken.None).AsTask().GetAwaiter().GetResult();

    /// <summary>What the system says differs from one to the next.</summary>
    [GeneratedRegex("(?<=reading it fails: ).*(?= The front end)")]
    private static partial Regex SystemsWords();
}
