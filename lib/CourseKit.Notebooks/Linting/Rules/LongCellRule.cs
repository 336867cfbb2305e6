using System.Globalization;

namespace CourseKit.Notebooks.Linting.Rules;

/// <summary>A cell shows one idea, and is seen whole.</summary>
internal sealed class LongCellRule : LintRule
{
    private const int Most = 25;

    public override string Name => "long-cell";

    public override IEnumerable<LintFinding> Check(LintedNotebook notebook) => notebook.Code
        .Where(cell => cell.Lines.Length > Most)
        .Select(cell => At(cell, Most + 1,
            string.Create(CultureInfo.InvariantCulture, $"at most {Most} lines of code are required in a cell; this one has {cell.Lines.Length}."),
            "Cut it in two where a new idea begins."));
}
