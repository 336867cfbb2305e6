using Microsoft.CodeAnalysis;

namespace CourseKit.Notebooks.Sessions.Insight.Inspection;

/// <summary>What is known of the name at a place, or of the method whose arguments stand there.</summary>
internal static class Inspector
{
    /// <summary>Of more overloads nobody reads.</summary>
    private const int MostOverloads = 10;

    public static CodeInspection? Inspect(Draft draft, int position, DocumentationFiles files)
    {
        var meant = SymbolAt.Find(draft, position);
        if (meant.Count == 0)
            return null;
        var documentation = meant.Select(symbol => new Documentation(files, draft.Compilation).Of(symbol)).FirstOrDefault(text => text is not null);
        var signatures = string.Join('\n', meant.Take(MostOverloads).Select(SymbolText.Long));
        return new CodeInspection(signatures + SymbolText.Overloads(Others(meant)), documentation);
    }

    /// <summary>Of one method that was chosen the other overloads, of several the ones that are left out.</summary>
    private static int Others(IReadOnlyList<ISymbol> meant) => meant is [IMethodSymbol { MethodKind: MethodKind.Ordinary } method]
        ? method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>().Count(other => other.DeclaredAccessibility == Accessibility.Public
            && !SymbolEqualityComparer.Default.Equals(other, method.OriginalDefinition))
        : meant.Count - MostOverloads;
}
