using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using CourseKit.Notebooks.Parameters;
using CourseKit.Notebooks.Running;
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
            Description = "Notebooks (.dib, .ipynb), or folders, of which the numbered notebooks are taken: 00-start-here.dib, 01-….",
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
        var scale = new Option<double>("--timeout-scale")
        {
            Description = "Multiplies all times, those in cells too: 2 on a machine half as fast.",
            DefaultValueFactory = _ => defaults.TimeoutScale,
            CustomParser = ParseScale,
            HelpName = "FACTOR",
        };
        var command = new Command("run", Description) { paths, output, cellTimeout, notebookTimeout, scale };
        var skip = new Option<bool>("--skip-unsupported") { Description = "Leaves out cells in languages that do not run here (F#, PowerShell, SQL); they fail otherwise." };
        command.Options.Add(skip);
        var given = new GivenOptions();
        foreach (var option in given.All)
            command.Options.Add(option);
        paths.Validators.Add(result => CheckPaths(result, command));
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetRequiredValue(paths), () => defaults with
        {
            Given = given.Read(parsed),
            SkipUnsupported = parsed.GetValue(skip),
            OutputFolder = parsed.GetRequiredValue(output),
            CellTimeout = parsed.GetValue(cellTimeout) ?? defaults.CellTimeout,
            NotebookTimeout = parsed.GetValue(notebookTimeout) ?? defaults.NotebookTimeout,
            TimeoutScale = parsed.GetValue(scale),
        }, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string[] paths, Func<RunOptions> read, CancellationToken cancellation)
    {
        try
        {
            var options = read();
            var notebooks = NotebookFinder.Find(paths);
            if (notebooks.Count == 0)
            {
                await Console.Error.WriteLineAsync($"coursekit: {string.Join(", ", paths)}: no numbered notebook (12-name.dib, 12-name.ipynb) is there, so nothing ran.");
                return ExitCode.NothingRan;
            }
            var results = IsInteractive
                ? await TerminalReporter.WatchAsync(AnsiConsole.Console, notebooks, observer => Batch(options, observer).RunAsync(notebooks, cancellation))
                : await Batch(options, new PlainReporter(Console.Out)).RunAsync(notebooks, cancellation);
            Summary.Write(Console.Out, results);
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

    /// <summary>A person looks at a terminal; not a pipe, and not a build server.</summary>
    private static bool IsInteractive =>
        !Console.IsOutputRedirected && AnsiConsole.Profile.Capabilities.Interactive && Environment.GetEnvironmentVariable("CI") is null or "";

    private static NotebookBatch Batch(RunOptions options, IRunObserver observer) => new(options, StartSession, observer);

    private static async Task<ISession> StartSession(string workingDirectory) => await ChildSession.StartAsync(SessionProgram.Options(workingDirectory));

    /// <summary>A mistyped option would else be taken for a path.</summary>
    private static void CheckPaths(ArgumentResult paths, Command command)
    {
        if (paths.Tokens.FirstOrDefault(token => token.Value.StartsWith('-')) is { } option)
            paths.AddError(CommandLine.Unknown(option.Value, command));
    }

    private static Option<TimeSpan?> Time(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result => Duration.TryParse(result.Tokens[0].Value, out var time)
            ? time
            : Refuse<TimeSpan?>(result, $"{name}: a time such as 90s or 5m is required; received \"{result.Tokens[0].Value}\"."),
        HelpName = "TIME",
    };

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
