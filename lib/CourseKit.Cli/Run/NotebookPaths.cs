using System.CommandLine;
using System.CommandLine.Parsing;

namespace CourseKit.Cli.Run;

/// <summary>The argument that names notebooks, alike for every command.</summary>
internal static class NotebookPaths
{
    public const string Description = "Notebooks (.dib, .ipynb), or folders, of which the numbered notebooks are taken: 00-start-here.dib, 01-….";

    /// <summary>A mistyped option would else be taken for a path.</summary>
    public static void Check(ArgumentResult paths, Command command)
    {
        if (paths.Tokens.FirstOrDefault(token => token.Value.StartsWith('-')) is { } option)
            paths.AddError(CommandLine.Unknown(option.Value, command));
    }

    /// <summary>What is said of folders without a notebook.</summary>
    public static string Nothing(IEnumerable<string> paths) =>
        $"coursekit: {string.Join(", ", paths)}: no numbered notebook (12-name.dib, 12-name.ipynb) is there, so nothing ran.";
}
