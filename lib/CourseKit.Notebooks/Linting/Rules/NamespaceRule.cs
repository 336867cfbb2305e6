using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CourseKit.Notebooks.Linting.Rules;

/// <summary>Cells cannot declare namespaces.</summary>
internal sealed class NamespaceRule : LintRule
{
    public override string Name => "namespace";

    public override IEnumerable<LintFinding> Check(LintedNotebook notebook) =>
        from cell in notebook.Code
        from declaration in cell.Syntax.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>()
        select At(cell, LintedCell.LineOf(declaration), $"no namespace is allowed in a cell (CS7021); this one declares {declaration.Name}.", "Take what is in it out of it.");
}
