using System.Text.RegularExpressions;

namespace CourseKit.Notebooks.Linting.Rules;

/// <summary><c>using var</c> does not compile at the top level of a cell.</summary>
internal sealed partial class TopLevelUsingRule : LintRule
{
    public override string Name => "top-level-using";

    public override IEnumerable<LintFinding> Check(LintedNotebook notebook) =>
        from cell in notebook.Code
        from line in cell.Lines.Index()
        where Form().IsMatch(line.Item)
        select At(cell, line.Index + 1, "using with braces is required at the top level of a cell; this is a declaration (CS1002).", "Write using (var x = …) { … }");

    [GeneratedRegex(@"^(await\s+)?using\s+(var|[\w.]+(<[^=]*>)?(\[\])?)\s+\w+\s*=")]
    private static partial Regex Form();
}
