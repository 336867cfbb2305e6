using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CourseKit.Notebooks.Linting.Rules;

/// <summary>What is random comes out alike in every run: the seed is seen.</summary>
internal sealed class SeedRule : LintRule
{
    public override string Name => "seed";

    public override IEnumerable<LintFinding> Check(LintedNotebook notebook) =>
        from cell in notebook.Code
        from node in cell.Syntax.DescendantNodes()
        where IsUnseeded(node)
        select At(cell, LintedCell.LineOf(node), $"a seed is required for what is random; {node} has none.", "Write new Random(1), and use it.");

    private static bool IsUnseeded(SyntaxNode node) => node switch
    {
        ObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: 0 } creation => creation.Type.ToString() is "Random" or "System.Random",
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Shared" } access => access.Expression.ToString() is "Random" or "System.Random",
        _ => false,
    };
}
