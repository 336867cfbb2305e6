using System.Buffers.Binary;
using System.Text.RegularExpressions;
using CourseKit.Notebooks.Sessions;
using CourseKit.Notebooks.Sessions.Insight;
using CourseKit.Notebooks.Sessions.Output;
using CourseKit.Notebooks.Sessions.Processes;
using CourseKit.Notebooks.Sessions.Wire;

namespace CourseKit.Notebooks.Tests.Sessions;

/// <summary>What is said when a session cannot start, or is not used as it must be.</summary>
internal static partial class SessionErrors
{
    [ErrorCases]
    internal static IEnumerable<(string, Action)> Errors() =>
    [
        ("Session: a program that is not there", () => Start("no-such-program")),
        ("Session: a program that is no session", () => Start("dotnet", "--version")),
        ("Session: a child of another release", () => Handshake.Checked(new Frame.Hello(99, 1, ""))),
        ("Session: a child that does not greet", () => Handshake.Checked(null)),
        ("Session: a frame that is too long", () => Read(-1, "")),
        ("Session: a frame that is null", () => Read(4, "null")),
        ("Session: two cells at a time", RunTwo),
        ("Session: display without one", () => _ = DisplayBridge.Display),
        ("Session: a question that nobody answers", Ask),
        ("Session: a cell that is stopped", StopALoop),
        ("Session: a question over which the compiler fails", AskInVain),
    ];

    private static void Start(string program, params string[] arguments)
    {
        using var folder = new TempFolder();
        try
        {
            ChildSession.StartAsync(new SessionOptions { WorkingDirectory = folder.Path, FileName = program, Arguments = arguments }).GetAwaiter().GetResult();
        }
        catch (SessionException error)
        {
            throw new SessionException(SystemsWords().Replace(error.Message.Replace(folder.Path, "<folder>", StringComparison.Ordinal), "…"), error);
        }
    }

    private static void Read(int length, string json)
    {
        var message = new byte[sizeof(int) + json.Length];
        BinaryPrimitives.WriteInt32LittleEndian(message, length);
        System.Text.Encoding.UTF8.GetBytes(json, message.AsSpan(sizeof(int)));
        using var frames = new FrameStream<Frame>(new MemoryStream(message), WireJson.Default.Frame);
        frames.Read();
    }

    private static void RunTwo() => Task.Run(async () =>
    {
        var session = await TestSession.StartAsync();
        try
        {
            await using var first = session.Session.ExecuteAsync(session.Request("Console.WriteLine(1)", null)).GetAsyncEnumerator();
            await first.MoveNextAsync();
            await foreach (var _ in session.Session.ExecuteAsync(session.Request("2", null)))
                break;
        }
        finally
        {
            await session.DisposeAsync();
        }
    }).GetAwaiter().GetResult();

    private static void Ask() => Task.Run(async () =>
    {
        using var outbox = new EventOutbox(_ => { }, TimeProvider.System);
        var requests = new InputRequests(outbox);
        var asked = requests.AskAsync("Your name?", isSecret: false);
        requests.Answer("1", null);
        await asked;
    }).GetAwaiter().GetResult();

    private static void AskInVain()
    {
        Inquiries? inquiries = null;
        inquiries = new Inquiries(frame =>
        {
            inquiries!.Found(((Frame.Ask)frame).Id, new Finding.Failure("System.NullReferenceException: it broke."));
            return Task.CompletedTask;
        });
        inquiries.AskAsync<Finding.Completions>(new Inquiry.Complete("Console.", 8), CancellationToken.None).GetAwaiter().GetResult();
    }

    private static void StopALoop()
    {
        LoopGuard.Raised = true;
        try
        {
            LoopGuard.Turn();
        }
        finally
        {
            LoopGuard.Raised = false;
        }
    }

    /// <summary>What the system says differs from one to the next.</summary>
    [GeneratedRegex("(?<=starting fails: ).*(?= Install)|(?<=It said: ).*", RegexOptions.Singleline)]
    private static partial Regex SystemsWords();
}
