using System.CommandLine;
using System.CommandLine.Parsing;
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

        Exit codes: 0 all passed · 1 a cell failed · 2 wrong usage · 3 a notebook could not be read
                    4 a cell timed out or its session died · 5 nothing ran
        """;

    /// <summary>Parses and runs; returns the exit code of <see cref="ExitCode"/>.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand(Description) { RunCommand.Create() };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count == 0)
            return await parsed.InvokeAsync();
        foreach (var message in Messages(parsed))
            await Console.Error.WriteLineAsync($"coursekit: {message}");
        await Console.Error.WriteLineAsync($"See: {CommandPath(parsed.CommandResult)} --help");
        return ExitCode.Usage;
    }

    private static IEnumerable<string> Messages(ParseResult parsed)
    {
        if (parsed.Tokens.Count == 0)
            return ["a command is required; none was given."];
        return parsed.UnmatchedTokens.Count > 0
            ? parsed.UnmatchedTokens.Select(token => Unknown(token, parsed.CommandResult.Command))
            : parsed.Errors.Select(error => error.Message).Distinct();
    }

    private static string Unknown(string token, Command command)
    {
        var isOption = token.StartsWith('-');
        IEnumerable<string> known = isOption
            ? [.. command.Options.SelectMany(option => option.Aliases.Prepend(option.Name)), "--help"]
            : command.Subcommands.Select(sub => sub.Name);
        var nearest = NearestName.Of(token, known);
        return $"unknown {(isOption ? "option" : "command")} \"{token}\".{(nearest is null ? "" : $" Did you mean \"{nearest}\"?")} Known: {string.Join(", ", known)}.";
    }

    private static string CommandPath(CommandResult result) =>
        result.Parent is CommandResult parent ? $"{CommandPath(parent)} {result.Command.Name}" : "coursekit";
}
