using System.Diagnostics;
using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Running;
using CourseKit.Notebooks.Sessions;
using CourseKit.Notebooks.Tests.Sessions;

namespace CourseKit.Notebooks.Tests.Running;

/// <summary>What takes more than one cell, or more than one notebook, to go wrong.</summary>
public sealed class HostileRunTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_thread_that_throws_after_its_cell_is_that_cells_fault()
    {
        var result = await RunAsync("a", """
            var wake = new System.Threading.ManualResetEventSlim();
            #!csharp
            new System.Threading.Thread(() =>
            {
                wake.Wait();
                throw new FormatException("too late");
            }).Start();
            #!csharp
            1
            #!csharp
            wake.Set();
            await Task.Delay(-1);
            #!csharp
            2
            """);

        Assert.Equal([Verdict.Passed, Verdict.Died, Verdict.Passed, Verdict.Died, Verdict.NotRun], result.Cells.Select(cell => cell.Verdict));
        Assert.Equal("What it had left running in the background ended the session later: System.FormatException: too late", result.Cells[1].Message);
        Assert.Equal("a.dib(7,5), cell 2, line 4", result.Cells[1].Position!.ToString());
        Assert.Equal("Its session was ended by what cell 2 had left running in the background: System.FormatException: too late", result.Cells[3].Message);
    }

    [Fact]
    public async Task Text_that_comes_late_goes_to_the_cell_that_it_is_of()
    {
        var result = await RunAsync("a", """
            var wake = new TaskCompletionSource();
            var late = Task.Run(async () => { await wake.Task; Console.Write("late"); });
            Console.Write("early, ");
            #!csharp
            wake.SetResult();
            await late;
            Console.Write("own");
            """);

        Assert.Equal(["early, late", "own"], result.Cells.Select(TextOf));
    }

    [Fact]
    public async Task Ten_million_lines_are_cut_in_the_middle()
    {
        var result = await RunAsync("a", "for (var i = 0; i < 10_000_000; i++) Console.WriteLine(i);\n#!csharp\n1");

        var text = TextOf(result.Cells[0]);
        Assert.Equal(Verdict.Passed, result.Verdict);
        Assert.StartsWith("0\n1\n2\n", text, StringComparison.Ordinal);
        Assert.EndsWith("\n9999998\n9999999\n", text, StringComparison.Ordinal);
        Assert.Contains("[… left out here: 77,888,890 characters, ", text, StringComparison.Ordinal);
        Assert.InRange(text.Length, 1_000_000, 1_001_000);
    }

    [Fact]
    public async Task A_process_that_a_cell_leaves_behind_ends_with_the_notebook()
    {
        var started = Path.Combine(_folder.Path, "sleeper");

        var result = await RunAsync("a", DeathTests.Sleeper(started));

        Assert.Equal(Verdict.Passed, result.Verdict);
        await DeathTests.AllGone(started);
    }

    [Fact]
    public async Task Two_notebooks_that_wait_for_each_other_run_at_the_same_time()
    {
        static string Meet(string here, string there) => $$"""
            System.IO.File.WriteAllText("{{here}}", "");
            while (!System.IO.File.Exists("{{there}}")) await Task.Delay(10);
            """;

        var results = await Task.WhenAll(RunAsync("a", Meet("a-is-here", "b-is-here")), RunAsync("b", Meet("b-is-here", "a-is-here")));

        Assert.All(results, result => Assert.Equal(Verdict.Passed, result.Verdict));
    }

    [Fact]
    public async Task Killing_the_runner_loses_nothing_that_was_there_and_leaves_no_process()
    {
        var started = Path.Combine(_folder.Path, "sleeper");
        var notebook = _folder.Write("a.dib", $"#!csharp\nConsole.WriteLine(\"said before\");\n#!csharp\n{DeathTests.Sleeper(started)}\nwhile (true) {{ }}\n#!csharp\n1\n");
        using var runner = Process.Start(new ProcessStartInfo("dotnet", [TestSession.Program, "run", notebook, "--out", "out"])
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        await Eventually.HoldsAsync(() => File.Exists(started));

        runner.Kill();

        await DeathTests.AllGone(started, runner.Id);
        var saved = NotebookFile.Load(Path.Combine(_folder.Path, "out", "a.ipynb"));
        Assert.Equal(new StreamOutput("stdout", "said before\n"), Assert.Single(saved.Cells[0].Outputs));
        var page = File.ReadAllText(Path.Combine(_folder.Path, "out", "a.html"));
        Assert.Contains("said before", page, StringComparison.Ordinal);
        Assert.Contains("1 passed, 2 not run", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_long_cell_has_said_so_far_is_saved_while_it_runs()
    {
        var path = _folder.Write("a.dib", """
            #!csharp
            bool IsSaved() => System.IO.File.Exists("out/a.ipynb") && System.IO.File.ReadAllText("out/a.ipynb").Contains("first words");
            Console.WriteLine("first words");
            while (!IsSaved()) { Console.WriteLine("more"); await Task.Delay(50); }

            """);
        var options = new RunOptions { OutputFolder = Path.Combine(_folder.Path, "out"), SaveInterval = TimeSpan.Zero };

        var result = Assert.Single(await new NotebookBatch(options, StartAsync, new Silent()).RunAsync([path]));

        Assert.Equal(Verdict.Passed, result.Verdict);
    }

    private static string TextOf(CellResult cell) => string.Concat(cell.Outputs.OfType<StreamOutput>().Select(text => text.Text));

    private async Task<NotebookResult> RunAsync(string name, string cells)
    {
        var notebook = _folder.Write($"{name}.dib", $"#!csharp\n{cells}\n");
        var options = new RunOptions { OutputFolder = Path.Combine(_folder.Path, "out", name), CellTimeout = TimeSpan.FromMinutes(5) };
        return Assert.Single(await new NotebookBatch(options, StartAsync, new Silent()).RunAsync([notebook]).WaitAsync(TimeSpan.FromMinutes(8)));
    }

    private static async Task<ISession> StartAsync(string folder) => await ChildSession.StartAsync(TestSession.Options(folder));
}
