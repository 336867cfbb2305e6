using System.Text.RegularExpressions;

namespace CourseKit.Notebooks.Sessions.Scripting;

/// <summary>Turns the compiler's names for cells and what is in them into those that people know.</summary>
internal static partial class CellNames
{
    /// <summary>Takes the class that holds a cell off a name: <c>Submission#3+Shape</c> is <c>Shape</c>.</summary>
    public static string Clean(string text) => Submission().Replace(text, "");

    /// <summary>An exception's text with cells instead of files, and without the frames of the session.</summary>
    public static string CleanTrace(string text, CellSources sources) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Where(line => !Noise().IsMatch(line)).Select(line => CleanLine(line, sources)));

    /// <summary>The function that a class runs, as asynchronous ones and iterators are; empty for a cell's own statements, null for any other class.</summary>
    public static string? FunctionOf(Type type) =>
        CellItself().IsMatch($"{type.Name}.MoveNext()") ? "" : StateMachine().Match($"{type.Name}.MoveNext()") is { Success: true } match ? match.Groups["name"].Value : null;

    private static string CleanLine(string line, CellSources sources)
    {
        var place = Place().Match(line);
        if (!place.Success || sources.Find(place.Groups["file"].Value) is not { } cell)
            return Clean(line);
        var where = sources.Where(cell, place.Groups["line"].Value);
        var method = Clean(place.Groups["method"].Value);
        if (CellItself().IsMatch(method))
            return $"   at {where}";
        method = StateMachine().Replace(method, "${name}()");
        return $"   at {Lambda().Replace(method, "lambda")} in {where}";
    }

    [GeneratedRegex(@"Submission#\d+[.+]")]
    private static partial Regex Submission();

    [GeneratedRegex(@"^   at (?<method>.+) in (?<file>.+):line (?<line>[^:]+)$")]
    private static partial Regex Place();

    /// <summary>The cell's own statements are the body of an asynchronous method.</summary>
    [GeneratedRegex(@"^<<Initialize>>d__\d+\.MoveNext\(\)$")]
    private static partial Regex CellItself();

    /// <summary>Asynchronous methods and iterators run as classes of their own.</summary>
    [GeneratedRegex(@"<(?<name>\w+)>d(__\d+)?(`\d+)?(<.*>)?\.MoveNext\(\)")]
    private static partial Regex StateMachine();

    /// <summary>Lambdas are methods of closure classes, both with names nobody wrote.</summary>
    [GeneratedRegex(@"(<>c[\w`]*(<.*?>)?\.)?<[^(]*>b__[\d_]+")]
    private static partial Regex Lambda();

    /// <summary>Frames of the session and of the machinery between it and the cell.</summary>
    [GeneratedRegex(@"^   at (CourseKit\.Notebooks\.|Submission#\d+\.<Factory>|System\.RuntimeMethodHandle\.|System\.Reflection\.)|^--- End of stack trace from previous")]
    private static partial Regex Noise();
}
