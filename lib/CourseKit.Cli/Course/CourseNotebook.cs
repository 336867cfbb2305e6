using System.Text.RegularExpressions;
using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Pages;

namespace CourseKit.Cli.Course;

/// <summary>What a notebook says of itself before its first code.</summary>
/// <param name="File">Its file's name: <c>01-mlpclassifier-digits.dib</c>.</param>
/// <param name="Title">Its first heading.</param>
/// <param name="Goals">What one will be able to do after it, as Markdown.</param>
/// <param name="Needs">What stands after <c>*You need:*</c>, as Markdown without its full stop.</param>
/// <param name="HasModes">Whether it has a parameter <c>mode</c>: then there is a full run besides the quick one.</param>
internal sealed partial record CourseNotebook(string File, string Title, IReadOnlyList<string> Goals, string Needs, bool HasModes)
{
    /// <summary>The name by which <c>data/reports.json</c> knows it.</summary>
    public string Name => Path.GetFileNameWithoutExtension(File);

    /// <summary>The two digits.</summary>
    public string Number => File[..2];

    /// <exception cref="CourseException">It does not say what the page is to say.</exception>
    /// <exception cref="NotebookFormatException">It cannot be read.</exception>
    public static CourseNotebook Load(string path)
    {
        var document = NotebookFile.Load(path);
        var opening = string.Join("\n\n", document.Cells.TakeWhile(cell => cell.Kind != CellKind.Code).Select(cell => cell.Source.ReplaceLineEndings("\n")));
        string Missing(string what) => $"{path}: {what} is required before its first code, for the page of the course; there is none.";
        var goals = GoalsOf(opening);
        return new CourseNotebook(
            Path.GetFileName(path),
            NotebookTitle.Of(document) ?? throw new CourseException(Missing("a title, \"# …\",")),
            goals.Count > 0 ? goals : throw new CourseException(Missing("a list after \"**After this notebook you will be able to**\"")),
            Need().Match(opening) is { Success: true } need ? OneLine(need.Groups["need"].Value).TrimEnd('.') : throw new CourseException(Missing("\"*You need:* … *Takes:* …\"")),
            document.Cells.Any(cell => Mode().IsMatch(cell.Source)));
    }

    /// <summary>The list after the promise, an item a line, without the commas and the stop that make a sentence of it.</summary>
    private static List<string> GoalsOf(string opening)
    {
        var goals = new List<string>();
        foreach (var line in Promise().Match(opening).Groups["list"].Value.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0))
            if (line.StartsWith("- ", StringComparison.Ordinal))
                goals.Add(line[2..]);
            else if (char.IsWhiteSpace(line[0]) && goals.Count > 0)
                goals[^1] += " " + line.Trim();
            else
                break;
        return goals.ConvertAll(goal => goal.TrimEnd(',', '.', ';'));
    }

    private static string OneLine(string text) => Blanks().Replace(text.Trim(), " ");

    [GeneratedRegex(@"be able to\*\*\s*\n(?<list>(.|\n)*)")]
    private static partial Regex Promise();

    [GeneratedRegex(@"\*You need:\*(?<need>(.|\n(?!\n))+?)(?=\*Takes:\*|\n\n|\z)")]
    private static partial Regex Need();

    [GeneratedRegex(@"\A\s*// coursekit: parameters\b[^#]*^var mode = ", RegexOptions.Multiline)]
    private static partial Regex Mode();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
