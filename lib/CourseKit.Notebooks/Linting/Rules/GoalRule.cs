using CourseKit.Notebooks.Documents;

namespace CourseKit.Notebooks.Linting.Rules;

/// <summary>A notebook says before its first code what one will be able to do.</summary>
internal sealed class GoalRule : LintRule
{
    private const string Words = "be able to";

    public override string Name => "goal";

    public override IEnumerable<LintFinding> Check(LintedNotebook notebook)
    {
        var before = notebook.Cells.TakeWhile(cell => cell.Cell.Kind != CellKind.Code);
        if (!before.Any(cell => cell.Cell.Source.Contains(Words, StringComparison.OrdinalIgnoreCase)))
            yield return InAll("its goal is required before the first code; no text there says what one will be able to do.",
                "Add to the title's cell: **After this notebook you will be able to** …");
    }
}
