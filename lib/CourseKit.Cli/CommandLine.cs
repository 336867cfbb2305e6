using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using CourseKit.Cli.Assignments;
using CourseKit.Cli.Conversion;
using CourseKit.Cli.Course;
using CourseKit.Cli.Data;
using CourseKit.Cli.Jupyter;
using CourseKit.Cli.Lint;
using CourseKit.Cli.New;
using CourseKit.Cli.Run;
using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Running;

namespace CourseKit.Cli;

/// <summary>The <c>coursekit</c> command: what may be typed, and what is said when something else was.</summary>
internal static class CommandLine
{
    private const string Description =
        """
        Runs C# notebooks (.dib, .ipynb) without a screen and without .NET Interactive.

        Examples:
          coursekit run notebooks                     the numbered notebooks of a folder
          coursekit run hw1.dib --out results         one notebook, results elsewhere
          coursekit run notebooks --timeout-scale 3   a slow machine
          coursekit describe 02-perceptron.dib        what may be given to it with -p name=value
          coursekit lint notebooks                    does every front end run them alike?
          coursekit convert hw1.dib --to ipynb        for Jupyter; also .md and .html, and back to .dib
          coursekit new course neural-networks        a course to begin with
          coursekit assignment release hw1.dib --out students/hw1
          coursekit jupyter install                   notebooks in JupyterLab and VS Code

        Exit codes: 0 all passed · 1 a cell failed · 2 wrong usage · 3 a notebook could not be read
                    4 a cell timed out or its session died · 5 nothing ran
        """;

    /// <summary>How long a run that is told to stop may take to end its sessions and write what there is.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(15);

    /// <summary>Parses and runs; returns the exit code of <see cref="ExitCode"/>.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var root = new Command("coursekit", Description)
        {
            RunCommand.Create(), DescribeCommand.Create(), LintCommand.Create(), ConvertCommand.Create(), CourseCommand.Create(), DataCommand.Create(),
            NewCommand.Create(), AssignmentCommand.Create(), JupyterCommand.Create(), new HelpOption(), new VersionOption(),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count == 0)
            return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = Farewell });
        await Console.Error.WriteLineAsync($"coursekit: {Message(parsed)}");
        await Console.Error.WriteLineAsync($"See: {CommandPath(parsed.CommandResult)} --help");
        return ExitCode.Usage;
    }

    /// <summary>The first thing that is wrong; what follows from it is not worth reading.</summary>
    private static string Message(ParseResult parsed)
    {
        if (parsed.UnmatchedTokens.Count > 0)
            return Unknown(parsed.UnmatchedTokens[0], parsed.CommandResult.Command);
        var command = parsed.CommandResult.Command;
        if (command.Subcommands.Count > 0)
            return $"a command is required; none was given. Known: {string.Join(", ", command.Subcommands.Select(sub => sub.Name))}.";
        var missing = command.Arguments.FirstOrDefault(argument => argument.Arity.MinimumNumberOfValues > (parsed.GetResult(argument)?.Tokens.Count ?? 0));
        return missing is null ? parsed.Errors[0].Message : $"{command.Name}: {missing.Name} is required; none was given. {missing.Name}: {missing.Description}";
    }

    /// <summary>What is said of a word that is neither a command nor an option, with the nearest that is.</summary>
    internal static string Unknown(string token, Command command)
    {
        var isOption = token.StartsWith('-');
        IEnumerable<string> known = isOption
            ? [.. command.Options.Select(option => option.Name), "--help"]
            : command.Subcommands.Select(sub => sub.Name);
        var nearest = NearestName.Of(token, known);
        return $"unknown {(isOption ? "option" : "command")} \"{token}\".{(nearest is null ? "" : $" Did you mean \"{nearest}\"?")} Known: {string.Join(", ", known)}.";
    }

    private static string CommandPath(CommandResult result) =>
        result.Parent is CommandResult parent ? $"{CommandPath(parent)} {result.Command.Name}" : "coursekit";
}
