using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CourseKit.Notebooks.Sessions.Scripting;

/// <summary>Where an index was out of its array's range, when the runtime does not know.</summary>
/// <remarks>
/// The just-in-time compiler gathers these throws at the end of a method, where no line is; a stack trace then names the method's first line, or none. What can be told is
/// in which lines the method indexes arrays at all.
/// </remarks>
internal static class ArrayThrow
{
    private const string Thrower = "ThrowIndexOutOfRangeException";

    /// <summary>Whether a frame is such a method's, so that its line means nothing.</summary>
    public static bool HasNoLine(StackFrame[] frames, int index) =>
        index > 0 && frames[index].GetILOffset() == 0
        && frames[index - 1].GetMethod() is { Name: Thrower, DeclaringType: { } type } && type.Assembly == typeof(object).Assembly;

    /// <summary>The places that come into question, the first of each line; in the guarded code's lines and columns.</summary>
    /// <param name="compilation">Of the cell.</param>
    /// <param name="path">The cell's name in it.</param>
    /// <param name="somewhere">A place in the function.</param>
    public static IReadOnlyList<CodePlace> Places(CSharpCompilation compilation, string path, CodePlace somewhere)
    {
        var tree = compilation.SyntaxTrees.First(tree => tree.FilePath == path);
        var token = tree.GetRoot().FindToken(tree.GetText().Lines.GetPosition(new LinePosition(somewhere.Line - 1, somewhere.Column - 1)));
        return Within([token.Parent?.FirstAncestorOrSelf<SyntaxNode>(IsMethod) ?? tree.GetRoot()], compilation.GetSemanticModel(tree));
    }

    /// <summary>The same by a function's name.</summary>
    /// <param name="compilation">Of the cell.</param>
    /// <param name="path">The cell's name in it.</param>
    /// <param name="function">The function's name; empty: the cell's own statements.</param>
    public static IReadOnlyList<CodePlace> Places(CSharpCompilation compilation, string path, string function)
    {
        var tree = compilation.SyntaxTrees.First(tree => tree.FilePath == path);
        var functions = function.Length == 0 ? [tree.GetRoot()] : tree.GetRoot().DescendantNodes().Where(node => node switch
        {
            LocalFunctionStatementSyntax local => local.Identifier.ValueText == function,
            MethodDeclarationSyntax method => method.Identifier.ValueText == function,
            _ => false,
        });
        return Within(functions, compilation.GetSemanticModel(tree));
    }

    private static IReadOnlyList<CodePlace> Within(IEnumerable<SyntaxNode> methods, SemanticModel model) =>
    [
        .. methods.SelectMany(method => method.DescendantNodes(node => node == method || !IsMethod(node))).Where(node => IsIndexing(node, model))
            .Select(node => node.GetLocation().GetLineSpan().StartLinePosition).DistinctBy(start => start.Line).Select(CodePlace.Of),
    ];

    private static bool IsMethod(SyntaxNode node) =>
        node is LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax or BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or PropertyDeclarationSyntax;

    private static bool IsIndexing(SyntaxNode node, SemanticModel model) => node switch
    {
        ElementAccessExpressionSyntax access => HasChecks(model.GetTypeInfo(access.Expression).Type),
        ElementBindingExpressionSyntax => true,
        _ => false,
    };

    /// <summary>Whether the range is checked in place, not by a method of the type.</summary>
    private static bool HasChecks(ITypeSymbol? type) => type is IArrayTypeSymbol or { SpecialType: SpecialType.System_String } or { Name: "Span" or "ReadOnlySpan" };
}
