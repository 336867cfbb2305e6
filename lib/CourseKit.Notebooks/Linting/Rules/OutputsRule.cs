namespace CourseKit.Notebooks.Linting.Rules;

/// <summary>Outputs are made, not kept: they make every change of a notebook unreadable.</summary>
internal sealed class OutputsRule : LintRule
{
    public override string Name => "outputs";

    public override IEnumerable<LintFinding> Check(LintedNotebook notebook) => notebook.Cells
        .Where(cell => cell.Cell.Outputs.Count > 0 || cell.Cell.ExecutionCount is not null)
        .Select(Finding);

    private LintFinding Finding(LintedCell cell)
    {
        var finding = At(cell, 1, "a notebook without outputs is required; this cell has kept some, or the number of its run.", "Clear them before committing.");
        return finding with { Fix = new LintFix.ClearOutputs() };
    }
}
