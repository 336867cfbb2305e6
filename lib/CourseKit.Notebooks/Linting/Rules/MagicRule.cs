using System.Text.RegularExpressions;
using CourseKit.Notebooks.Documents;

namespace CourseKit.Notebooks.Linting.Rules;

/// <summary>Magic commands differ from front end to front end; a line that looks like one splits the cell in some.</summary>
internal sealed partial class MagicRule : LintRule
{
    public override string Name => "magic";

    public override IEnumerable<LintFinding> Check(LintedNotebook notebook) =>
        from cell in notebook.Code.Concat(notebook.Text)
        from line in cell.Lines.Index()
        where (cell.Cell.Kind == CellKind.Markdown ? OneWord() : Any()).IsMatch(line.Item)
        select At(cell, line.Index + 1, $"no line that begins with #! is portable; this one is \"{line.Item.Trim()}\".",
            cell.Cell.Kind == CellKind.Markdown ? "Indent it." : "Do it in C#; indent it if it is part of a text.");

    [GeneratedRegex("^#!")]
    private static partial Regex Any();

    /// <summary>What some readers take for the head of a cell.</summary>
    [GeneratedRegex(@"^#![\w#-]+\s*$")]
    private static partial Regex OneWord();
}
