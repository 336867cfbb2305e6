using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CourseKit.Notebooks.Sessions.Insight.Completion;

/// <summary>What stands behind a dot: members of a value, of a type, of a namespace.</summary>
internal static class MemberCompletions
{
    /// <summary>What stands before the dot; null if the token is no such dot.</summary>
    public static ExpressionSyntax? Qualifier(SyntaxToken dot) => !dot.IsKind(SyntaxKind.DotToken) ? null : dot.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Expression,
        QualifiedNameSyntax name => name.Left,
        MemberBindingExpressionSyntax binding =>
            binding.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>(access => access.WhenNotNull.Span.Start == binding.SpanStart)?.Expression,
        _ => null,
    };

    public static void Fill(CompletionList list, Draft draft, ExpressionSyntax qualifier, SyntaxToken dot)
    {
        var (symbol, type) = Meaning(draft, qualifier);
        var position = dot.Span.End;
        if (symbol is INamespaceSymbol space)
            AddNamespace(list, draft, position, space, dot.Parent?.FirstAncestorOrSelf<UsingDirectiveSyntax>());
        else if (symbol is ITypeSymbol named)
            AddStatics(list, draft, position, named);
        else if (type is not null && type.TypeKind != TypeKind.Error)
        {
            AddInstance(list, draft, position, dot.Parent is MemberBindingExpressionSyntax ? Underlying(type) : type);
            // A property called as its type: both may be meant.
            if (qualifier is IdentifierNameSyntax name && type.Name == name.Identifier.ValueText)
                AddStatics(list, draft, position, type);
        }
    }

    /// <summary>What an expression is. A name that the parser took for a type's, because a line was not finished, is looked up as an expression.</summary>
    private static (ISymbol? Symbol, ITypeSymbol? Type) Meaning(Draft draft, ExpressionSyntax qualifier)
    {
        var symbol = draft.Model.GetSymbolInfo(qualifier).Symbol;
        if (symbol is IAliasSymbol alias)
            symbol = alias.Target;
        var type = draft.Model.GetTypeInfo(qualifier).Type;
        if (symbol is not null || type is not null and not IErrorTypeSymbol || qualifier is not NameSyntax)
            return (symbol, type);
        var expression = SyntaxFactory.ParseExpression(qualifier.ToString());
        var info = draft.Model.GetSpeculativeSymbolInfo(qualifier.SpanStart, expression, SpeculativeBindingOption.BindAsExpression);
        type = draft.Model.GetSpeculativeTypeInfo(qualifier.SpanStart, expression, SpeculativeBindingOption.BindAsExpression).Type;
        return (info.Symbol ?? info.CandidateSymbols.FirstOrDefault(candidate => candidate is INamespaceOrTypeSymbol), type);
    }

    /// <summary>Of a nullable value the value's type.</summary>
    public static ITypeSymbol Underlying(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var value] } ? value : type;

    private static void AddNamespace(CompletionList list, Draft draft, int position, INamespaceSymbol space, UsingDirectiveSyntax? directive)
    {
        var onlyNamespaces = directive is { Alias: null } && directive.StaticKeyword.IsKind(SyntaxKind.None);
        foreach (var member in draft.Model.LookupNamespacesAndTypes(position, space))
            if (member is INamespaceSymbol)
                list.Add(member, Nearness.Namespace);
            else if (!onlyNamespaces)
                list.Add(member, Nearness.Library);
    }

    private static void AddStatics(CompletionList list, Draft draft, int position, ITypeSymbol type)
    {
        foreach (var member in draft.Model.LookupSymbols(position, type))
            if (member.IsStatic || member is ITypeSymbol)
                list.Add(member, Distance(member, type));
    }

    private static void AddInstance(CompletionList list, Draft draft, int position, ITypeSymbol type)
    {
        foreach (var member in draft.Model.LookupSymbols(position, type, includeReducedExtensionMethods: true))
            if (member is IMethodSymbol { MethodKind: MethodKind.ReducedExtension } || !member.IsStatic && member is not ITypeSymbol)
                list.Add(member, Distance(member, type));
    }

    private static Nearness Distance(ISymbol member, ITypeSymbol type) =>
        member is IMethodSymbol { MethodKind: MethodKind.ReducedExtension }
        || member.ContainingType?.SpecialType == SpecialType.System_Object && type.SpecialType != SpecialType.System_Object
            ? Nearness.Inherited
            : Nearness.Notebook;
}
