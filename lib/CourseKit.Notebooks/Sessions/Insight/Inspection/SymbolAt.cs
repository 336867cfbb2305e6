using CourseKit.Notebooks.Sessions.Insight.Completion;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CourseKit.Notebooks.Sessions.Insight.Inspection;

/// <summary>Finds what a place in code is about.</summary>
internal static class SymbolAt
{
    /// <summary>The name in or behind which the place lies; else the methods whose arguments it stands among. Empty for neither.</summary>
    public static IReadOnlyList<ISymbol> Find(Draft draft, int position)
    {
        if (draft.IsText(position) && !IsWord(draft.Before(position + 1)))
            return [];
        foreach (var token in new[] { draft.Root.FindToken(position), draft.Before(position) })
            if (IsWord(token) && token.SpanStart <= position && position <= token.Span.End && Meaning(draft, token) is { Count: > 0 } found)
                return found;
        return Called(draft, position);
    }

    private static bool IsWord(SyntaxToken token) => token.IsKind(SyntaxKind.IdentifierToken) || token.IsKeyword();

    private static IReadOnlyList<ISymbol> Meaning(Draft draft, SyntaxToken token)
    {
        if (token.Parent is not { } node)
            return [];
        if (draft.Model.GetDeclaredSymbol(node) is { } declared && declared.Name == token.ValueText)
            return [declared];
        if (node is not (ExpressionSyntax or AttributeSyntax or ConstructorInitializerSyntax) || node is LiteralExpressionSyntax)
            return [];
        var info = draft.Model.GetSymbolInfo(node);
        ISymbol?[] meant = info.Symbol is { } symbol ? [symbol] : [.. info.CandidateSymbols];
        if (meant.Length == 0 && node is NameSyntax name)
            meant = Speculated(draft, name);
        if (meant.Length == 0 && token.IsKeyword())
            meant = [draft.Model.GetTypeInfo(node).Type];
        return [.. meant.OfType<ISymbol>().Select(one => one is IAliasSymbol alias ? alias.Target : one).Where(one => one is not IErrorTypeSymbol)];
    }

    /// <summary>A name that the parser took for a type's, because a line was not finished.</summary>
    private static ISymbol?[] Speculated(Draft draft, NameSyntax name)
    {
        while (name.Parent is QualifiedNameSyntax outer && outer.Right == name)
            name = outer;
        var expression = SyntaxFactory.ParseExpression(name.ToString());
        var info = draft.Model.GetSpeculativeSymbolInfo(name.SpanStart, expression, SpeculativeBindingOption.BindAsExpression);
        return info.Symbol is { } symbol ? [symbol] : [.. info.CandidateSymbols];
    }

    private static IReadOnlyList<ISymbol> Called(Draft draft, int position)
    {
        var arguments = draft.Before(position).Parent?.FirstAncestorOrSelf<BaseArgumentListSyntax>(list =>
            list.GetFirstToken().Span.End <= position && (position < list.Span.End || list.GetLastToken(includeZeroWidth: true).IsMissing));
        if (arguments is null)
            return [];
        var chosen = arguments.Parent is { } call ? draft.Model.GetSymbolInfo(call).Symbol : null;
        return chosen is not null ? [chosen] : [.. ArgumentCompletions.Methods(draft, arguments)];
    }
}
