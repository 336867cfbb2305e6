using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CourseKit.Notebooks.Linting.Rules;

/// <summary>Recognises the calls that show something.</summary>
internal static class Display
{
    /// <summary><c>display(x)</c>, <c>x.Display()</c> and their kin.</summary>
    public static bool IsCall(ExpressionSyntax expression) => expression is InvocationExpressionSyntax call && call.Expression switch
    {
        IdentifierNameSyntax { Identifier.ValueText: "display" } => true,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText is "Display" or "DisplayAs" or "DisplayTable",
        _ => false,
    };
}
