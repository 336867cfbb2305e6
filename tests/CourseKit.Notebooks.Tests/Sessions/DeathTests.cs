using System.Diagnostics;
using CourseKit.Notebooks.Sessions;

namespace CourseKit.Notebooks.Tests.Sessions;

public class DeathTests
{
    [Theory]
    [InlineData("static int Dive(int n) => Dive(n + 1) + 1;\nDive(0)", "Stack overflow: a method calls itself without end, or too deep.")]
    [InlineData("Environment.FailFast(\"over and out\");", "Environment.FailFast: over and out")]
    [InlineData("new System.Threading.Thread(() => throw new FormatException(\"background\")).Start(); await Task.Delay(-1);",
        "An exception on a background thread: System.FormatException: background")]
    [InlineData("Environment.Exit(3);", "The session's process ended itself with exit code 3 (Environment.Exit?).")]
    public async Task A_session_that_ends_says_why_and_what_was_written_before(string code, string reason)
    {
        var session = await TestSession.StartAsync();

        var run = await session.RunAsync("Console.Write(\"before\");\n" + code);
        var next = await session.RunAsync("1");

        Assert.Equal("before", run.Out);
        Assert.Equal(reason, run.Died?.Reason);
        Assert.Same(run.Died, run.Events[^1]);
        Assert.Equal([reason], next.Events.Cast<SessionEvent.Died>().Select(died => died.Reason));
        await session.DisposeAsync();
    }

    [Fact]
    public async Task Exit_code_and_last_words_are_kept()
    {
        var session = await TestSession.StartAsync();

        var run = await session.RunAsync("""
            using System.IO;
            using (var real = new StreamWriter(Console.OpenStandardError())) real.Write("native words");
            Environment.Exit(7);
            """);

        Assert.Equal((7, "native words"), (run.Died!.ExitCode, run.Died.Text));
        await session.DisposeAsync();
    }

    [Fact]
    public async Task More_memory_than_allowed_fails_the_cell_only()
    {
        using var folder = new TempFolder();
        await using var session = await ChildSession.StartAsync(TestSession.Options(folder.Path) with { MemoryLimit = 200 << 20 });
        var events = new List<SessionEvent>();

        foreach (var code in new[] { "var hog = new byte[400 << 20];", "\"still here\"" })
            await foreach (var happened in session.ExecuteAsync(new CellRequest("c", code, null, 1, 0)))
                events.Add(happened);

        Assert.Equal("System.OutOfMemoryException", Assert.Single(events.OfType<SessionEvent.Failed>()).Error.ExceptionType);
        Assert.Equal("still here", Assert.Single(events.OfType<SessionEvent.Result>()).Data["text/plain"]);
    }

    [Fact]
    public async Task The_limit_is_not_that_of_programs_which_cells_start()
    {
        var session = await TestSession.StartAsync();

        Assert.Equal("<null>", (await session.RunAsync("Environment.GetEnvironmentVariable(\"DOTNET_GCHeapHardLimit\")")).Shown);

        await session.DisposeAsync();
    }

    [Fact]
    public async Task Killing_ends_the_cell_and_all_it_has_started()
    {
        var session = await TestSession.StartAsync();
        var started = Path.Combine(session.Folder, "sleeper");

        var run = await session.RunAsync(Sleeper(started) + "\nConsole.Write(\"started\");\nwhile (true) { }", until: "started", then: session.Session.KillAsync);

        Assert.Equal(("The session was ended from outside.", null), (run.Died!.Reason, run.Died.ExitCode));
        await AllGone(started, session.Session.ProcessId);
        await session.DisposeAsync();
    }

    [Fact]
    public async Task Killing_ends_what_a_started_program_started_in_a_group_of_its_own()
    {
        if (!OperatingSystem.IsLinux())
            return;
        var session = await TestSession.StartAsync();
        var started = Path.Combine(session.Folder, "sleeper");

        await session.RunAsync($$"""
            var shell = System.Diagnostics.Process.Start("sh", ["-c", "setsid sleep 1000 & echo -n $! > '{{started}}.new'; wait"]);
            while (!System.IO.File.Exists("{{started}}.new") || System.IO.File.ReadAllText("{{started}}.new") == "") await Task.Delay(10);
            System.IO.File.AppendAllText("{{started}}.new", $" {shell.Id}");
            System.IO.File.Move("{{started}}.new", "{{started}}");
            """);
        await session.Session.KillAsync();

        await AllGone(started, session.Session.ProcessId);
        await session.DisposeAsync();
    }

    [Theory]
    [InlineData("static long Count(long n) => n <= 1 ? 1 : Count(n - 1) + Count(n - 2);\nCount(1000)")]
    [InlineData("Enumerable.Repeat(1L, int.MaxValue).SelectMany(i => Enumerable.Repeat(i, int.MaxValue)).Sum()")]
    public async Task What_cannot_be_interrupted_can_be_killed(string code)
    {
        var session = await TestSession.StartAsync();

        var run = await session.RunAsync("Console.Write(\"started\");\n" + code, until: "started", then: async () =>
        {
            await session.Session.InterruptAsync();
            await session.Session.KillAsync();
        });

        Assert.NotNull(run.Died);
        await session.DisposeAsync();
    }

    [Fact]
    public async Task What_a_cell_started_does_not_outlive_a_session_that_exits()
    {
        var session = await TestSession.StartAsync();
        var started = Path.Combine(session.Folder, "sleeper");

        await session.RunAsync(Sleeper(started) + "\nEnvironment.Exit(0);");

        await AllGone(started, session.Session.ProcessId);
        await session.DisposeAsync();
    }

    [Fact]
    public async Task Threads_that_would_keep_a_program_alive_do_not_keep_a_session()
    {
        var session = await TestSession.StartAsync();
        var id = session.Session.ProcessId;
        await session.RunAsync("new System.Threading.Thread(() => System.Threading.Thread.Sleep(-1)) { IsBackground = false }.Start();");

        await session.DisposeAsync();

        Assert.Throws<ArgumentException>(() => Process.GetProcessById(id));
    }

    [Fact]
    public async Task A_session_leaves_no_files_behind()
    {
        var session = await TestSession.StartAsync();
        Assert.True(Directory.Exists(session.Session.Scratch));

        await session.DisposeAsync();

        Assert.False(Directory.Exists(session.Session.Scratch));
    }

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("await Task.Delay(-1);")]
    public async Task Killing_the_runner_leaves_no_process_behind(string cell)
    {
        using var folder = new TempFolder();
        var started = Path.Combine(folder.Path, "sleeper");
        var notebook = folder.Write("endless.dib", $"#!csharp\n\n{Sleeper(started)}\n{cell}\n");
        using var runner = Process.Start(new ProcessStartInfo("dotnet", [TestSession.Program, "run", notebook])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        await Eventually.HoldsAsync(() => File.Exists(started));

        runner.Kill();

        await AllGone(started, runner.Id);
    }

    /// <summary>Code that starts a program of a thousand seconds, and writes its process id and the session's into a file.</summary>
    internal static string Sleeper(string file)
    {
        var command = OperatingSystem.IsWindows() ? "\"ping\", \"-n 1000 127.0.0.1\"" : "\"sleep\", \"1000\"";
        return $$"""
            var sleeper = System.Diagnostics.Process.Start({{command}});
            System.IO.File.WriteAllText(@"{{file}}.new", $"{sleeper.Id} {Environment.ProcessId}");
            System.IO.File.Move(@"{{file}}.new", @"{{file}}");
            """;
    }

    /// <summary>Waits until both processes that such code names, and others, have ended.</summary>
    internal static async Task AllGone(string file, params int[] others)
    {
        var named = File.ReadAllText(file).Split(' ').Select(id => int.Parse(id, System.Globalization.CultureInfo.InvariantCulture));
        List<int> processes = [.. named, .. others];
        Assert.Equal(2 + others.Length, processes.Count);
        await Eventually.HoldsAsync(() => !processes.Exists(IsRunning));
    }

    private static bool IsRunning(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited && !IsZombie(id);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Ended, but not yet collected by whoever inherited it.</summary>
    private static bool IsZombie(int id)
    {
        var status = $"/proc/{id}/status";
        return File.Exists(status) && File.ReadAllText(status).Contains("State:\tZ", StringComparison.Ordinal);
    }
}
