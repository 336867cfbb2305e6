using System.Globalization;
using System.Text.RegularExpressions;

namespace CourseKit.Notebooks.Running;

/// <summary>What a cell is worth: <c>test sigmoid-values (2 points)</c>, <c>question why-69 (3 points, manual)</c>.</summary>
/// <param name="Name">Letters, digits and hyphens; one of its kind in the assignment.</param>
/// <param name="Points">0 or more; halves may be given.</param>
public sealed partial record GradedTask(string Name, decimal Points)
{
    private const string Manual = "manual";

    /// <summary>As people say it: <c>1 point</c>, <c>2.5 points</c>.</summary>
    public static string Text(decimal points) => string.Create(CultureInfo.InvariantCulture, $"{points:0.##} {(points == 1 ? "point" : "points")}");

    /// <summary>Reads what follows the word <c>test</c> or <c>question</c>.</summary>
    /// <param name="kind">That word.</param>
    /// <param name="value">What follows.</param>
    /// <exception cref="FormatException">It is not of the form above.</exception>
    internal static GradedTask Parse(string kind, string value)
    {
        var manual = kind == "question";
        var example = manual ? "// coursekit: question why-it-learns (3 points, manual)" : "// coursekit: test sigmoid-values (2 points)";
        if (Form().Match(value) is not { Success: true } match)
            throw new FormatException($"{kind}: a name and its points are required; received \"{value}\". Write {example}");
        var name = match.Groups["name"].Value;
        if (!decimal.TryParse(match.Groups["points"].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var points))
            throw new FormatException($"{kind} {name}: points as a number, such as 2 or 0.5, are required; received \"{match.Groups["points"].Value}\". Write {example}");
        var rest = match.Groups["rest"].Value.Trim();
        if (rest != (manual ? Manual : ""))
            throw new FormatException($"{kind} {name}: {(manual ? "the word manual behind its points" : "nothing behind its points")} is required, for " +
                $"{(manual ? "a person grades it" : "a test is graded by running it")}; received \"{rest}\". Write {example}");
        return new GradedTask(name, points);
    }

    [GeneratedRegex(@"^(?<name>\w[\w-]*)[ \t]*\([ \t]*(?<points>[^\s(),]*)[ \t]+points?[ \t]*(,(?<rest>[^()]*))?\)$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
