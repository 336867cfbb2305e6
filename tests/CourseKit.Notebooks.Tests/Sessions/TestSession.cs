using CourseKit.Notebooks.Parameters;
using CourseKit.Notebooks.Sessions;
using CourseKit.Notebooks.Sessions.Compilers;

namespace CourseKit.Notebooks.Tests.Sessions;

/// <summary>A real session in a real child process, shared by the tests of a class: state is theirs too, so names differ from test to test.</summary>
public class TestSession : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private int _cells;

    public ChildSession Session { get; private set; } = null!;

    public string Folder => _folder.Path;

    /// <summary>The built command, which lies beside the tests in the same configuration.</summary>
    public static string Program { get; } = Path.Combine(
        Repository.Root, "artifacts", "bin", "CourseKit.Cli", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "CourseKit.Cli.dll");

    /// <summary>The compiler of most sessions here. It ends with the tests' process.</summary>
    private static readonly SharedCompiler Compiler = new(OptionsOfCompiler);

    public static SessionOptions OptionsOfCompiler => new() { WorkingDirectory = AppContext.BaseDirectory, FileName = "dotnet", Arguments = [Program, "compiler"] };

    /// <summary>A session that shares its compiler with others, as those of a run of several notebooks do.</summary>
    public static SessionOptions Options(string folder) => OptionsOfOwn(folder) with { Compiler = Compiler.Pipe };

    /// <summary>A session that has its own compiler, as those of kernels and of single notebooks do.</summary>
    public static SessionOptions OptionsOfOwn(string folder) => new() { WorkingDirectory = folder, FileName = "dotnet", Arguments = [Program, "session"] };

    public static async Task<TestSession> StartAsync()
    {
        var session = new TestSession();
        await session.InitializeAsync();
        return session;
    }

    /// <summary>A session whose compiler is shared with those that the test starts, too.</summary>
    public static async Task<TestSession> StartAsync(SharedCompiler compiler)
    {
        var session = new TestSession();
        session.Session = await compiler.StartSessionAsync(OptionsOfOwn(session.Folder));
        return session;
    }

    public async Task InitializeAsync() => Session = await ChildSession.StartAsync(OptionsHere);

    private protected virtual SessionOptions OptionsHere => Options(Folder);

    public async Task DisposeAsync()
    {
        await Session.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>Runs a cell to its end. Cells are numbered from one, each on line 100 · number of the file <c>test.dib</c>.</summary>
    /// <param name="code">The cell.</param>
    /// <param name="id">Its id.</param>
    /// <param name="answer">What is typed when it asks.</param>
    public async Task<CellRun> RunAsync(string code, string? id = null, string? answer = null)
    {
        var run = new CellRun();
        await foreach (var happened in ExecuteAsync(Request(code, id)))
        {
            run.Events.Add(happened);
            if (happened is SessionEvent.InputRequested request)
                await Session.AnswerAsync(request.RequestId, answer);
        }
        return run;
    }

    /// <summary>Runs a cell whose variable <c>n</c> is given a value.</summary>
    public async Task<CellRun> RunAsync(string code, ParameterValue given)
    {
        var run = new CellRun();
        await foreach (var happened in ExecuteAsync(Request(code, null) with { Parameters = new Dictionary<string, ParameterValue> { ["n"] = given } }))
            run.Events.Add(happened);
        return run;
    }

    /// <summary>Runs a cell until it says something, and goes on with what follows while it still runs.</summary>
    public async Task<CellRun> RunAsync(string code, string until, Func<Task> then)
    {
        var run = new CellRun();
        Task? doing = null;
        await foreach (var happened in ExecuteAsync(Request(code, null)))
        {
            run.Events.Add(happened);
            if (doing is null && run.Out.Contains(until, StringComparison.Ordinal))
                doing = then();
        }
        await (doing ?? Task.CompletedTask);
        return run;
    }

    /// <summary>Asks what may be written where the code has a bar.</summary>
    public Task<CodeCompletions> CompleteAsync(string marked)
    {
        var (code, position) = Unmarked(marked);
        return Session.CompleteAsync(code, position);
    }

    /// <summary>Asks what is known of the name where the code has a bar.</summary>
    public Task<CodeInspection?> InspectAsync(string marked)
    {
        var (code, position) = Unmarked(marked);
        return Session.InspectAsync(code, position);
    }

    /// <summary>Runs a cell with a limit that only a defect reaches.</summary>
    public async IAsyncEnumerable<SessionEvent> ExecuteAsync(CellRequest request)
    {
        using var stuck = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        await foreach (var happened in Session.ExecuteAsync(request, stuck.Token))
            yield return happened;
    }

    private static (string Code, int Position) Unmarked(string marked)
    {
        var position = marked.IndexOf('|', StringComparison.Ordinal);
        return (marked.Remove(position, 1), position);
    }

    public CellRequest Request(string code, string? id)
    {
        var number = ++_cells;
        return new CellRequest(id ?? $"cell-{number}", code, Path.Combine(Folder, "test.dib"), number, 100 * number);
    }
}

/// <summary>The same with a compiler of its own.</summary>
public sealed class OwnSession : TestSession
{
    private protected override SessionOptions OptionsHere => OptionsOfOwn(Folder);
}

/// <summary>What a cell did.</summary>
public sealed class CellRun
{
    public List<SessionEvent> Events { get; } = [];

    public string Out => Text("stdout");

    public string Err => Text("stderr");

    public CellError? Error => Events.OfType<SessionEvent.Failed>().SingleOrDefault()?.Error;

    public SessionEvent.Died? Died => Events.OfType<SessionEvent.Died>().SingleOrDefault();

    public IReadOnlyList<CellDiagnostic> Diagnostics => [.. Events.OfType<SessionEvent.DiagnosticsReported>().SelectMany(reported => reported.Diagnostics)];

    /// <summary>The plain text of the cell's value; null without one.</summary>
    public string? Value => Events.OfType<SessionEvent.Result>().SingleOrDefault()?.Data["text/plain"];

    /// <summary>The value of a cell that is expected to succeed; its error if it did not.</summary>
    public string? Shown => Error?.Message ?? Died?.Reason ?? Value;

    private string Text(string stream) =>
        string.Concat(Events.OfType<SessionEvent.Output>().Where(output => output.Stream == stream).Select(output => output.Text));
}

/// <summary>A folder for one test.</summary>
public sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("coursekit-test-").FullName;

    public string Write(string name, string text)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
