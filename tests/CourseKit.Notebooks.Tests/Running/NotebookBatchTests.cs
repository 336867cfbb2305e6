using System.Collections.Concurrent;
using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Running;
using CourseKit.Notebooks.Sessions;
using CourseKit.Notebooks.Tests.Sessions;

namespace CourseKit.Notebooks.Tests.Running;

/// <summary>Many notebooks in one run.</summary>
public sealed class NotebookBatchTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly ConcurrentQueue<ScriptedSession> _sessions = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Several_at_a_time_give_the_results_in_the_order_given_and_each_is_told_in_one_go()
    {
        var told = new Told();

        var results = await Run(Options with { Jobs = 3 }, told, "say a", "throw b", "say c", "say d");

        Assert.Equal([Verdict.Passed, Verdict.Failed, Verdict.Passed, Verdict.Passed], results.Select(result => result.Verdict));
        Assert.Equal(["1.dib", "2.dib", "3.dib", "4.dib"], results.Select(result => Path.GetFileName(result.Path)));
        Assert.Equal(4, told.Lines.Count(line => line == "finished"));
        Assert.All(told.Lines.Chunk(4), lines => Assert.Equal(["started", "cell 1", "cell 1 ended", "finished"], lines));
        Assert.All(_sessions, session => Assert.True(session.Ended));
    }

    [Fact]
    public async Task How_far_each_of_several_notebooks_is_is_told_at_once()
    {
        var told = new Progress();

        await Run(Options with { Jobs = 2 }, told, "say a", "throw b");

        Assert.All(new[] { "1.dib", "2.dib" }, name =>
            Assert.Equal(["began with 1", "reached 1", "passed", "ended", "told"], told.Lines.Where(line => line.Name == name).Select(line => line.What)));
    }

    [Fact]
    public async Task The_first_failure_ends_the_run_where_that_is_asked_for()
    {
        var results = await Run(Options with { FailFast = true }, new Silent(), "throw a\n#!csharp\nsay b", "say c");

        Assert.Equal([Verdict.Failed, Verdict.NotRun], Assert.Single(results).Cells.Select(cell => cell.Verdict));
        Assert.Equal(["throw a"], _sessions.SelectMany(session => session.Ran));
        Assert.All(_sessions, session => Assert.True(session.Ended));
    }

    [Fact]
    public async Task A_notebook_that_passed_and_rests_on_the_same_files_is_not_run_again()
    {
        var options = Options with { Incremental = true };
        var data = _folder.Write("numbers.csv", "1,2");
        const string Code = "// \"numbers.csv\"\nsay a";
        await Run(options, new Silent(), Code);

        var second = Assert.Single(await Run(options, new Silent(), Code));

        Assert.True(second.IsUnchanged);
        Assert.Equal((Verdict.Passed, 1), (second.Verdict, second.Cells.Count));
        Assert.Single(_sessions.SelectMany(session => session.Ran));

        File.WriteAllText(data, "1,3");
        Assert.False(Assert.Single(await Run(options, new Silent(), Code)).IsUnchanged);
        Assert.False(Assert.Single(await Run(options, new Silent(), Code + " new")).IsUnchanged);
        Assert.True(Assert.Single(await Run(options, new Silent(), Code + " new")).IsUnchanged);
    }

    [Fact]
    public async Task A_notebook_that_failed_runs_again()
    {
        var options = Options with { Incremental = true };
        await Run(options, new Silent(), "throw a");

        Assert.False(Assert.Single(await Run(options, new Silent(), "throw a")).IsUnchanged);
    }

    private RunOptions Options => new() { OutputFolder = Path.Combine(_folder.Path, "out") };

    private Task<IReadOnlyList<NotebookResult>> Run(RunOptions options, IRunObserver observer, params string[] notebooks)
    {
        string[] paths = [.. notebooks.Select((code, index) => _folder.Write($"{index + 1}.dib", $"#!csharp\n\n{code}\n"))];
        return new NotebookBatch(options, Start, observer).RunAsync(paths);
    }

    private Task<ISession> Start(string folder)
    {
        var session = new ScriptedSession();
        _sessions.Enqueue(session);
        return Task.FromResult<ISession>(session);
    }

    private sealed class Progress : IRunObserver, IRunProgress
    {
        public ConcurrentQueue<(string Name, string What)> Lines { get; } = [];

        public void Began(string path, int cells) => Add(path, $"began with {cells}");

        public void Reached(string path, int number) => Add(path, $"reached {number}");

        public void Passed(string path) => Add(path, "passed");

        public void Ended(string path) => Add(path, "ended");

        public void NotebookStarted(string path, NotebookDocument document) => Add(path, "told");

        public void CellStarted(int number, NotebookCell cell)
        {
        }

        public void Happened(int number, SessionEvent happened)
        {
        }

        public void CellFinished(CellResult result)
        {
        }

        public void NotebookFinished(NotebookResult result)
        {
        }

        private void Add(string path, string what) => Lines.Enqueue((Path.GetFileName(path), what));
    }

    private sealed class Told : IRunObserver
    {
        public List<string> Lines { get; } = [];

        public void NotebookStarted(string path, NotebookDocument document) => Lines.Add("started");

        public void CellStarted(int number, NotebookCell cell) => Lines.Add($"cell {number}");

        public void Happened(int number, SessionEvent happened)
        {
        }

        public void CellFinished(CellResult result) => Lines.Add($"cell {result.Number} ended");

        public void NotebookFinished(NotebookResult result) => Lines.Add("finished");
    }
}
