using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CourseKit.Notebooks.Sessions.Insight.Completion;

/// <summary>What may stand without a dot before it: variables, functions, types, namespaces, words of the language.</summary>
internal static class ScopeCompletions
{
    /// <summary>Words that are such only in their place.</summary>
    private static readonly string[] Contextual =
    [
        "and", "ascending", "async", "await", "by", "descending", "dynamic", "equals", "field", "file", "from", "get", "global",
        "group", "init", "into", "join", "let", "nameof", "nint", "not", "notnull", "nuint", "on", "or", "orderby", "partial", "record",
        "required", "scoped", "select", "set", "unmanaged", "value", "var", "when", "where", "with", "yield",
    ];

    private static readonly string[] Keywords =
    [
        .. SyntaxFacts.GetReservedKeywordKinds().Select(SyntaxFacts.GetText).Where(word => !word.StartsWith("__", StringComparison.Ordinal)),
        .. Contextual,
    ];

    public static void Fill(CompletionList list, Draft draft, int start, SyntaxToken before)
    {
        if (before.Parent?.FirstAncestorOrSelf<UsingDirectiveSyntax>() is { } directive && directive.SemicolonToken != before)
        {
            AddNamespaces(list, draft, start);
            return;
        }
        var onlyTypes = before.IsKind(SyntaxKind.NewKeyword);
        foreach (var symbol in onlyTypes ? draft.Model.LookupNamespacesAndTypes(start) : draft.Model.LookupSymbols(start))
            list.Add(symbol, Distance(symbol));
        if (list.HasWord && !onlyTypes)
            foreach (var word in Keywords)
                list.Add(new CompletionItem(word, "keyword", null), Nearness.Keyword);
    }

    private static void AddNamespaces(CompletionList list, Draft draft, int start)
    {
        foreach (var symbol in draft.Model.LookupNamespacesAndTypes(start))
            if (symbol is INamespaceSymbol)
                list.Add(symbol, Nearness.Namespace);
        list.Add(new CompletionItem("static", "keyword", null), Nearness.Keyword);
    }

    private static Nearness Distance(ISymbol symbol) => symbol switch
    {
        INamespaceSymbol => Nearness.Namespace,
        ILocalSymbol or IParameterSymbol or IRangeVariableSymbol or ITypeParameterSymbol => Nearness.Local,
        _ when SymbolText.IsOfNotebook(symbol) => Nearness.Notebook,
        ITypeSymbol => Nearness.Library,
        _ => Nearness.Inherited,
    };
}
