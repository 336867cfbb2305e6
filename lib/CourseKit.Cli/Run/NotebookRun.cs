using CourseKit.Notebooks.Approval;
using CourseKit.Notebooks.Parameters;
using CourseKit.Notebooks.Running;
using CourseKit.Notebooks.Running.Results;
using CourseKit.Notebooks.Sessions;
using CourseKit.Notebooks.Sessions.Compilers;
using Spectre.Console;

namespace CourseKit.Cli.Run;

/// <summary>A run of notebooks, as it was asked for on the command line, with all that is said of it.</summary>
internal sealed record NotebookRun
{
    /// <summary>Reads the budgets and what is given from outside.</summary>
    public required Func<RunOptions> Options { get; init; }

    /// <summary>What is taken of the notebooks that were found.</summary>
    public required Func<IReadOnlyList<string>, IReadOnlyList<string>> Filter { get; init; }

    public required ResultFiles Files { get; init; }

    /// <summary>Whether the run is told as JSON.</summary>
    public required bool Json { get; init; }

    /// <summary>The folder of an earlier run that is looked at in place of a new one; null for a new one.</summary>
    public string? From { get; init; }

    /// <summary>Runs; returns the exit code.</summary>
    public async Task<int> ExecuteAsync(string[] paths, CancellationToken cancellation)
    {
        try
        {
            var options = Options();
            var found = NotebookFinder.Find(paths);
            var notebooks = Filter(found);
            if (notebooks.Count == 0 && found.Count > 0)
                throw new RunException($"--filter: a text that is in a notebook's name is required; it is in none of {string.Join(", ", found.Select(Path.GetFileName))}.");
            if (notebooks.Count == 0)
            {
                await Console.Error.WriteLineAsync(NotebookPaths.Nothing(paths));
                return ExitCode.NothingRan;
            }
            Files.Prepare();
            var results = Json ? await PrintEventsAsync(notebooks, options, cancellation) : await ReportAsync(notebooks, options, cancellation);
            Files.Write(results);
            return ExitCode.Of(results);
        }
        catch (Exception error) when (error is FileNotFoundException or RunException or SessionException or ParameterException)
        {
            await Console.Error.WriteLineAsync($"coursekit: {error.Message}");
            return error switch
            {
                FileNotFoundException => ExitCode.Unreadable,
                SessionException => ExitCode.TimedOutOrDied,
                _ => ExitCode.Usage,
            };
        }
    }

    private async Task<IReadOnlyList<NotebookResult>> PrintEventsAsync(IReadOnlyList<string> notebooks, RunOptions options, CancellationToken cancellation)
    {
        var events = new JsonEvents(Console.Out, Environment.ProcessorCount);
        events.RunStarted(notebooks);
        var results = await ResultsAsync(notebooks, options, events, cancellation);
        events.RunFinished(results);
        return results;
    }

    private async Task<IReadOnlyList<NotebookResult>> ReportAsync(IReadOnlyList<string> notebooks, RunOptions options, CancellationToken cancellation)
    {
        var results = IsInteractive
            ? await TerminalReporter.WatchAsync(AnsiConsole.Console, notebooks, observer => ResultsAsync(notebooks, options, observer, cancellation))
            : await ResultsAsync(notebooks, options, new PlainReporter(Console.Out, options.Time), cancellation);
        Summary.Write(Console.Out, results);
        if (Environment.GetEnvironmentVariable("GITHUB_ACTIONS") == "true")
            foreach (var line in GitHubAnnotations.Of(results, Environment.GetEnvironmentVariable("GITHUB_WORKSPACE")))
                Console.Out.WriteLine(line);
        return results;
    }

    private Task<IReadOnlyList<NotebookResult>> ResultsAsync(IReadOnlyList<string> notebooks, RunOptions options, IRunObserver observer, CancellationToken cancellation) =>
        From is { } folder && options.Approval is { } approval
            ? Task.FromResult(EarlierRun.Judge(notebooks, folder, approval, observer, options.Time))
            : RunAsync(notebooks, options, observer, cancellation);

    private static async Task<IReadOnlyList<NotebookResult>> RunAsync(IReadOnlyList<string> notebooks, RunOptions options, IRunObserver observer, CancellationToken cancellation)
    {
        await using var compiler = new SharedCompiler(SessionProgram.Compiler(options));
        var batch = new NotebookBatch(options, async folder => await StartAsync(SessionProgram.Options(folder, options)), observer);
        var results = await batch.RunAsync(notebooks, cancellation);
        foreach (var loss in compiler.Losses)
            await Console.Error.WriteLineAsync($"coursekit: the compiler that the notebooks shared ended. {loss} Their sessions went on with compilers of their own.");
        return results;

        // A single notebook is as well served by a compiler of its own. What runs when the run is cancelled, the batch ends.
        Task<ChildSession> StartAsync(SessionOptions session) => notebooks.Count > 1
            ? compiler.StartSessionAsync(session, CancellationToken.None)
            : ChildSession.StartAsync(session, CancellationToken.None);
    }

    /// <summary>A person looks at a terminal; not a pipe, and not a build server.</summary>
    private static bool IsInteractive =>
        !Console.IsOutputRedirected && AnsiConsole.Profile.Capabilities.Interactive && Environment.GetEnvironmentVariable("CI") is null or "";
}
