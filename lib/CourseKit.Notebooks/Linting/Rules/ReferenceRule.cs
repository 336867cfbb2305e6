using System.Text.RegularExpressions;

namespace CourseKit.Notebooks.Linting.Rules;

/// <summary>References stand in the setup cell, at the beginning of their line, with nothing behind them: Polyglot Notebooks hangs on a comment there.</summary>
internal sealed partial class ReferenceRule : LintRule
{
    public override string Name => "reference";

    public override IEnumerable<LintFinding> Check(LintedNotebook notebook)
    {
        var setup = notebook.Code.FirstOrDefault();
        foreach (var cell in notebook.Code)
            foreach (var (index, line) in cell.Lines.Index())
                if (Form().Match(line) is { Success: true } match)
                    foreach (var finding in Check(cell, index + 1, match, cell == setup))
                        yield return finding;
    }

    private IEnumerable<LintFinding> Check(LintedCell cell, int line, Match reference, bool isSetup)
    {
        var text = reference.Groups["reference"].Value;
        if (reference.Groups["indent"].Length > 0)
            yield return At(cell, line, $"{text} is required at the beginning of its line; it is indented.", "Remove the blanks before it.", reference.Value.TrimStart());
        if (reference.Groups["rest"].Value.Trim().Length > 0)
            yield return At(cell, line, $"nothing is allowed behind {text}; there is \"{reference.Groups["rest"].Value.Trim()}\".",
                "Put the comment on a line of its own.", text);
        if (!isSetup && !text.Contains("\"nuget:", StringComparison.Ordinal))
            yield return At(cell, line, $"{text} is required in the first cell of code; this is a later one.", "Move it there.");
        if (cell.Lines.Take(line - 1).Any(before => !IsHarmless(before)))
            yield return At(cell, line, $"{text} is required before the cell's code; code stands above it.", "Move it to the top of the cell.");
    }

    private static bool IsHarmless(string line) => string.IsNullOrWhiteSpace(line) || line.StartsWith("//", StringComparison.Ordinal) || line.StartsWith('#');

    [GeneratedRegex("^(?<indent>[ \\t]*)(?<reference>#(r|load|i)[ \\t]*\"[^\"]*\")(?<rest>.*)$")]
    private static partial Regex Form();
}
