using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CourseKit.Notebooks.Sessions.Scripting;

/// <summary>Tells a cell that ends in a value, perhaps null, from one that ends in a statement: the compiled code returns null for both.</summary>
internal static class TrailingValue
{
    public static bool Of(Compilation compilation, CancellationToken cancellationToken)
    {
        // Files that were loaded come first; the cell itself is the last tree.
        var tree = compilation.SyntaxTrees.Last();
        var root = tree.GetCompilationUnitRoot(cancellationToken);
        if (root.Members.OfType<GlobalStatementSyntax>().Any(Returns))
            return true;
        if (root.Members.LastOrDefault() is not GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } last })
            return false;
        var type = compilation.GetSemanticModel(tree).GetTypeInfo(last.Expression, cancellationToken).ConvertedType;
        return type?.SpecialType != SpecialType.System_Void;
    }

    /// <summary>A return statement of the cell itself, not of a lambda in it. Functions are members, not statements.</summary>
    private static bool Returns(GlobalStatementSyntax statement) =>
        statement.DescendantNodes(node => node is StatementSyntax and not LocalFunctionStatementSyntax or GlobalStatementSyntax or ElseClauseSyntax
                or SwitchSectionSyntax or CatchClauseSyntax or FinallyClauseSyntax)
            .Any(node => node is ReturnStatementSyntax);
}
