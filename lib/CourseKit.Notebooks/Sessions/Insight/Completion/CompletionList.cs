using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CourseKit.Notebooks.Sessions.Insight.Completion;

/// <summary>How near something is to the place: what is nearer is shown first.</summary>
internal enum Nearness
{
    /// <summary>The place asks for it: a named argument, a value of the wanted enum.</summary>
    Expected,

    /// <summary>A local variable or a parameter.</summary>
    Local,

    /// <summary>A variable, a function or a type of this cell or of one that has run; behind a dot, a member of the type itself.</summary>
    Notebook,

    /// <summary>A member that came from somewhere else: of <c>object</c>, an extension, <c>display</c>.</summary>
    Inherited,

    /// <summary>A word of the language.</summary>
    Keyword,

    /// <summary>A type of a library.</summary>
    Library,

    /// <summary>A namespace.</summary>
    Namespace,
}

/// <summary>Gathers what begins with the word that is written, capitals aside; of overloads one.</summary>
internal sealed class CompletionList(string word)
{
    /// <summary>Nobody reads further, and without a word there are thousands.</summary>
    public const int Longest = 400;

    private readonly Dictionary<string, (Nearness Nearness, List<ISymbol> Symbols)> _symbols = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Nearness Nearness, CompletionItem Item)> _others = new(StringComparer.Ordinal);

    /// <summary>Whether anything has been written of the word.</summary>
    public bool HasWord => word.Length > 0;

    public void Add(ISymbol symbol, Nearness nearness)
    {
        if (!symbol.CanBeReferencedByName || !IsMeant(symbol.Name))
            return;
        if (!_symbols.TryGetValue(symbol.Name, out var known))
            _symbols[symbol.Name] = known = (nearness, []);
        known.Symbols.Add(symbol);
        if (nearness < known.Nearness)
            _symbols[symbol.Name] = known with { Nearness = nearness };
    }

    /// <param name="item">What is no symbol's plain name.</param>
    /// <param name="nearness">How near it is.</param>
    /// <param name="name">What the written word may be the beginning of, beside the item's own text.</param>
    public void Add(CompletionItem item, Nearness nearness, string? name = null)
    {
        if (IsMeant(item.Text) || name is not null && IsMeant(name))
            _others.TryAdd(item.Text, (nearness, item));
    }

    public IReadOnlyList<CompletionItem> Items()
    {
        var symbols = _symbols.Where(entry => !_others.ContainsKey(entry.Key))
            .Select(entry => (entry.Value.Nearness, Name: entry.Key, Item: (CompletionItem?)null));
        var others = _others.Select(entry => (entry.Value.Nearness, Name: entry.Key, Item: (CompletionItem?)entry.Value.Item));
        return
        [
            .. symbols.Concat(others)
                .OrderBy(entry => entry.Nearness)
                .ThenBy(entry => entry.Name, StringComparer.OrdinalIgnoreCase).ThenBy(entry => entry.Name, StringComparer.Ordinal)
                .Select(entry => entry.Item ?? Item(entry.Name)).OfType<CompletionItem>().Take(Longest),
        ];
    }

    private bool IsMeant(string text) => text.StartsWith(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Null for what is not to be used by hand.</summary>
    private CompletionItem? Item(string name)
    {
        var symbols = _symbols[name].Symbols.Where(symbol => !SymbolText.IsHidden(symbol)).ToList();
        if (symbols.Count == 0)
            return null;
        var text = SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
        var methods = symbols.OfType<IMethodSymbol>().Distinct(SymbolEqualityComparer.Default).Count();
        return new CompletionItem(text, SymbolText.Kind(symbols[0]), SymbolText.Short(symbols[0]) + SymbolText.Overloads(methods - 1));
    }
}
