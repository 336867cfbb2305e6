using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CourseKit.Notebooks.Linting.Rules;

/// <summary>What was shown cannot be changed in place everywhere: in Polyglot Notebooks the change goes to something that was never shown.</summary>
internal sealed class DisplayUpdateRule : LintRule
{
    public override string Name => "display-update";

    public override IEnumerable<LintFinding> Check(LintedNotebook notebook)
    {
        var shown = notebook.Code.SelectMany(cell => cell.Syntax.DescendantNodes().OfType<VariableDeclaratorSyntax>())
            .Where(variable => variable.Initializer is { Value: var value } && Display.IsCall(value))
            .Select(variable => variable.Identifier.ValueText).ToHashSet();
        return from cell in notebook.Code
               from call in cell.Syntax.DescendantNodes().OfType<InvocationExpressionSyntax>()
               where call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Update" } access
                   && (Display.IsCall(access.Expression) || access.Expression is IdentifierNameSyntax name && shown.Contains(name.Identifier.ValueText))
               select At(cell, LintedCell.LineOf(call), "nothing may rely on changing what was shown; Update does not work everywhere.", "Show the new value as well.");
    }
}
