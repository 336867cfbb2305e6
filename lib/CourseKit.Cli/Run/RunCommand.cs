using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using CourseKit.Notebooks.Pages;
using CourseKit.Notebooks.Parameters;
using CourseKit.Notebooks.Running;
using CourseKit.Notebooks.Running.Results;
using CourseKit.Notebooks.Sessions;
using Spectre.Console;

namespace CourseKit.Cli.Run;

/// <summary><c>coursekit run PATH…</c></summary>
internal static class RunCommand
{
    private const string Description = "Runs notebooks; leaves for each an .ipynb with its outputs and a page for people (.html).";

    public static Command Create()
    {
        var defaults = new RunOptions();
        var paths = new Argument<string[]>("PATH")
        {
            Description = NotebookPaths.Description,
            Arity = ArgumentArity.OneOrMore,
        };
        var output = new Option<string>("--out", "-o")
        {
            Description = "Folder for the .ipynb and .html files.",
            DefaultValueFactory = _ => defaults.OutputFolder.Replace('\\', '/'),
            HelpName = "FOLDER",
        };
        var cellTimeout = Time("--cell-timeout", "Time for a cell that names none itself with // coursekit: timeout 120s. [default: 60s]");
        var notebookTimeout = Time("--notebook-timeout", "Time for a whole notebook. [default: 10m]");
        var restoreTimeout = Time("--restore-timeout", "Time for getting packages (#r \"nuget:…\"), beside the cell's own. [default: 3m]");
        var scale = new Option<double>("--timeout-scale")
        {
            Description = "Multiplies all times, those in cells too: 2 on a machine half as fast.",
            DefaultValueFactory = _ => defaults.TimeoutScale,
            CustomParser = ParseScale,
            HelpName = "FACTOR",
        };
        var plotly = Plotly();
        var junit = ResultFile("--junit", "Writes the results as JUnit's XML, for build servers.");
        var trx = ResultFile("--trx", "Writes the results as TRX, the format of dotnet test.");
        var json = new Option<bool>("--json") { Description = "Prints the run as JSON, one event a line, and nothing else; guides/ci.md has the schema." };
        var skip = new Option<bool>("--skip-unsupported") { Description = "Leaves out cells in languages that do not run here (F#, PowerShell, SQL); else they fail." };
        var given = new GivenOptions();
        var command = new Command("run", Description) { paths, output, cellTimeout, notebookTimeout, restoreTimeout, scale, plotly, skip, junit, trx, json };
        foreach (var option in given.All)
            command.Options.Add(option);
        paths.Validators.Add(result => NotebookPaths.Check(result, command));
        command.SetAction((parsed, cancellation) =>
        {
            RunOptions Options() => defaults with
            {
                Given = given.Read(parsed),
                SkipUnsupported = parsed.GetValue(skip),
                OutputFolder = parsed.GetRequiredValue(output),
                CellTimeout = parsed.GetValue(cellTimeout) ?? defaults.CellTimeout,
                NotebookTimeout = parsed.GetValue(notebookTimeout) ?? defaults.NotebookTimeout,
                RestoreTimeout = parsed.GetValue(restoreTimeout) ?? defaults.RestoreTimeout,
                TimeoutScale = parsed.GetValue(scale),
                Plotly = parsed.GetValue(plotly) ?? defaults.Plotly,
            };
            var files = new ResultFiles(parsed.GetValue(junit), parsed.GetValue(trx));
            return RunAsync(parsed.GetRequiredValue(paths), Options, files, parsed.GetValue(json), cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(string[] paths, Func<RunOptions> read, ResultFiles files, bool json, CancellationToken cancellation)
    {
        try
        {
            var options = read();
            var notebooks = NotebookFinder.Find(paths);
            if (notebooks.Count == 0)
            {
                await Console.Error.WriteLineAsync(NotebookPaths.Nothing(paths));
                return ExitCode.NothingRan;
            }
            files.Prepare();
            var results = json ? await PrintEventsAsync(notebooks, options, cancellation) : await ReportAsync(notebooks, options, cancellation);
            files.Write(results);
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

    private static async Task<IReadOnlyList<NotebookResult>> PrintEventsAsync(IReadOnlyList<string> notebooks, RunOptions options, CancellationToken cancellation)
    {
        var events = new JsonEvents(Console.Out);
        events.RunStarted(notebooks);
        var results = await Batch(options, events).RunAsync(notebooks, cancellation);
        events.RunFinished(results);
        return results;
    }

    private static async Task<IReadOnlyList<NotebookResult>> ReportAsync(IReadOnlyList<string> notebooks, RunOptions options, CancellationToken cancellation)
    {
        var results = IsInteractive
            ? await TerminalReporter.WatchAsync(AnsiConsole.Console, notebooks, observer => Batch(options, observer).RunAsync(notebooks, cancellation))
            : await Batch(options, new PlainReporter(Console.Out, options.Time)).RunAsync(notebooks, cancellation);
        Summary.Write(Console.Out, results);
        if (Environment.GetEnvironmentVariable("GITHUB_ACTIONS") == "true")
            foreach (var line in GitHubAnnotations.Of(results, Environment.GetEnvironmentVariable("GITHUB_WORKSPACE")))
                Console.Out.WriteLine(line);
        return results;
    }

    /// <summary>A person looks at a terminal; not a pipe, and not a build server.</summary>
    private static bool IsInteractive =>
        !Console.IsOutputRedirected && AnsiConsole.Profile.Capabilities.Interactive && Environment.GetEnvironmentVariable("CI") is null or "";

    private static NotebookBatch Batch(RunOptions options, IRunObserver observer) =>
        new(options, async folder => await ChildSession.StartAsync(SessionProgram.Options(folder, options)), observer);

    private static Option<TimeSpan?> Time(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result => Duration.TryParse(result.Tokens[0].Value, out var time)
            ? time
            : Refuse<TimeSpan?>(result, $"{name}: a time such as 90s or 5m is required; received \"{result.Tokens[0].Value}\"."),
        HelpName = "TIME",
    };

    private static Option<PlotlySource?> Plotly() => new("--plotly")
    {
        Description = "Where the pages' charts get plotly.js, to become interactive: cdn (when the page is opened), inline (a copy, 5 MB a page), none. [default: cdn]",
        CustomParser = result => Enum.GetNames<PlotlySource>().FirstOrDefault(name => name.Equals(result.Tokens[0].Value, StringComparison.OrdinalIgnoreCase)) is { } name
            ? Enum.Parse<PlotlySource>(name)
            : Refuse<PlotlySource?>(result, $"--plotly: cdn, inline or none is required; received \"{result.Tokens[0].Value}\"."),
        HelpName = "SOURCE",
    };

    private static Option<string?> ResultFile(string name, string description) => new(name) { Description = description, HelpName = "FILE" };

    private static double ParseScale(ArgumentResult result) =>
        double.TryParse(result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var scale) && scale is > 0 and <= 1000
            ? scale
            : Refuse<double>(result, $"--timeout-scale: a factor above 0, at most 1000, is required; received \"{result.Tokens[0].Value}\".");

    private static T? Refuse<T>(ArgumentResult result, string message)
    {
        result.AddError(message);
        return default;
    }
}
