using CourseKit.Notebooks.Documents;

namespace CourseKit.Notebooks.Linting.Rules;

/// <summary>C# and Markdown run everywhere; other kernels do not.</summary>
internal sealed class KernelRule : LintRule
{
    public override string Name => "kernel";

    public override IEnumerable<LintFinding> Check(LintedNotebook notebook) => notebook.Cells
        .Where(cell => cell.Cell.Kind == CellKind.Code && cell.Cell.Kernel != "csharp" && !string.IsNullOrWhiteSpace(cell.Cell.Source))
        .Select(cell => At(cell, 1, $"C# or Markdown is required; this cell is of \"{cell.Cell.Kernel}\".", "Write it in C#, or leave it out."));
}
