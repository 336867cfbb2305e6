using System.Globalization;
using System.Text.RegularExpressions;

namespace CourseKit.Notebooks.Sessions.Scripting;

/// <summary>Turns the compiler's names for cells and what is in them into those that people know.</summary>
internal static partial class CellNames
{
    /// <summary>Takes the class that holds a cell off a name: <c>Submission#3+Shape</c> is <c>Shape</c>.</summary>
    public static string Clean(string text) => Submission().Replace(text, "");

    /// <summary>An exception's text with cells instead of files, and without the frames of the session.</summary>
    public static string CleanTrace(string text, CellSources sources) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Where(line => !OwnFrame().IsMatch(line)).Select(line => CleanLine(line, sources)));

    private static string CleanLine(string line, CellSources sources)
    {
        var place = Place().Match(line);
        if (!place.Success || sources.Find(place.Groups["file"].Value) is not { } cell)
            return Clean(line);
        var where = string.Create(CultureInfo.InvariantCulture, $"cell {cell.CellNumber}, line {place.Groups["line"].Value}");
        var method = Generated().Replace(Clean(place.Groups["method"].Value), "");
        return method.StartsWith("<Initialize>", StringComparison.Ordinal) ? $"   at {where}" : $"   at {method} in {where}";
    }

    [GeneratedRegex(@"Submission#\d+[.+]")]
    private static partial Regex Submission();

    [GeneratedRegex(@"^   at (?<method>.+) in (?<file>.+):line (?<line>\d+)$")]
    private static partial Regex Place();

    /// <summary>Closure classes and the numbers of lambdas.</summary>
    [GeneratedRegex(@"<>c(__DisplayClass[\d_]+)?(<.*?>)?\.|b__[\d_]+|(?<=\|)[\d_]+")]
    private static partial Regex Generated();

    [GeneratedRegex(@"^   at (CourseKit\.Notebooks\.|Submission#\d+\.<Factory>|System\.RuntimeMethodHandle\.|System\.Reflection\.)")]
    private static partial Regex OwnFrame();
}
