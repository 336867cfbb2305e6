using System.Globalization;
using System.Text.RegularExpressions;
using CourseKit.Notebooks.Documents;

namespace CourseKit.Notebooks.Running;

/// <summary>What a cell's own comments ask of the runner: <c>// coursekit: timeout 120s</c>, <c>// coursekit: skip needs a GPU</c>.</summary>
/// <remarks>Comments, because <c>.dib</c> has no cell metadata and a comment survives every format.</remarks>
public sealed partial record CellDirectives
{
    private static readonly string[] Known = ["parameters", "timeout", "skip"];

    /// <summary>The cell's own budget, or null for the runner's.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Why the cell is left out, or null.</summary>
    public string? SkipReason { get; init; }

    /// <summary>Whether the cell declares the notebook's parameters.</summary>
    public bool IsParameters { get; init; }

    /// <summary>Reads the directives of a cell: whole-line comments that begin with <c>coursekit:</c>.</summary>
    /// <param name="source">The cell's code.</param>
    /// <exception cref="FormatException">A directive is unknown or has a wrong value; the message has its line.</exception>
    public static CellDirectives Of(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var directives = new CellDirectives();
        foreach (Match match in Line().Matches(source))
        {
            var (name, value) = (match.Groups["name"].Value, match.Groups["value"].Value.Trim());
            directives = name switch
            {
                "parameters" => directives with { IsParameters = true },
                "timeout" => directives with { Timeout = ParseTimeout(value, LineOf(source, match)) },
                "skip" when value.Length > 0 => directives with { SkipReason = value },
                "skip" => throw Wrong(source, match, "skip: a reason is required; none was given. Write // coursekit: skip needs a GPU"),
                _ => throw Wrong(source, match, $"unknown directive \"{name}\".{Suggestion(name)} Known: {string.Join(", ", Known)}."),
            };
        }
        return directives;
    }

    private static string Suggestion(string name) => NearestName.Of(name, Known) is { } nearest ? $" Did you mean \"{nearest}\"?" : "";

    private static TimeSpan ParseTimeout(string value, int line) =>
        Duration.TryParse(value, out var timeout)
            ? timeout
            : throw new FormatException(string.Create(CultureInfo.InvariantCulture,
                $"Line {line}: timeout: a time such as 120s or 5m is required; received \"{value}\"."));

    private static FormatException Wrong(string source, Match match, string message) =>
        new(string.Create(CultureInfo.InvariantCulture, $"Line {LineOf(source, match)}: {message}"));

    private static int LineOf(string source, Match match) => source.AsSpan(0, match.Index).Count('\n') + 1;

    [GeneratedRegex(@"^[ \t]*//[ \t]*coursekit:[ \t]*(?<name>[\w-]*)(?<value>[^\r\n]*)", RegexOptions.Multiline)]
    private static partial Regex Line();
}
