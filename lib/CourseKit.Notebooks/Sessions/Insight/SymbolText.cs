using System.ComponentModel;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace CourseKit.Notebooks.Sessions.Insight;

/// <summary>Symbols in words.</summary>
internal static class SymbolText
{
    private static readonly SymbolDisplayFormat ShortFormat = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameOnly,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeVariance,
        memberOptions: SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeRef
            | SymbolDisplayMemberOptions.IncludeConstantValue,
        delegateStyle: SymbolDisplayDelegateStyle.NameAndSignature,
        extensionMethodStyle: SymbolDisplayExtensionMethodStyle.InstanceMethod,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeDefaultValue,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        localOptions: SymbolDisplayLocalOptions.IncludeType | SymbolDisplayLocalOptions.IncludeConstantValue,
        kindOptions: SymbolDisplayKindOptions.IncludeTypeKeyword | SymbolDisplayKindOptions.IncludeNamespaceKeyword,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
            | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    private static readonly SymbolDisplayFormat MemberFormat = ShortFormat.WithMemberOptions(
        ShortFormat.MemberOptions | SymbolDisplayMemberOptions.IncludeContainingType);

    /// <summary><c>Int32</c>, not <c>int</c>, where the type itself is looked at.</summary>
    private static readonly SymbolDisplayFormat TypeFormat =
        ShortFormat.RemoveMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    /// <summary>See <see cref="CompletionItem"/>.</summary>
    public static string Kind(ISymbol symbol) => symbol switch
    {
        INamespaceSymbol => "namespace",
        ITypeParameterSymbol => "type parameter",
        ITypeSymbol type => type.TypeKind switch
        {
            TypeKind.Struct => "struct",
            TypeKind.Interface => "interface",
            TypeKind.Enum => "enum",
            TypeKind.Delegate => "delegate",
            _ => "class",
        },
        IMethodSymbol => "method",
        IPropertySymbol => "property",
        IEventSymbol => "event",
        IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } => "enum member",
        IFieldSymbol field => IsVariable(field) ? "variable" : "field",
        IParameterSymbol => "parameter",
        ILabelSymbol => "label",
        _ => "variable",
    };

    /// <summary>A cell's variables are fields to the compiler.</summary>
    public static bool IsVariable(ISymbol symbol) => symbol is IFieldSymbol { ContainingType.IsScriptClass: true };

    /// <summary>Whether a cell declares it, this one or another.</summary>
    public static bool IsOfNotebook(ISymbol symbol) => symbol.DeclaringSyntaxReferences.Length > 0;

    /// <summary>Whether its author says that it is not for use by hand.</summary>
    public static bool IsHidden(ISymbol symbol) => symbol is not INamespaceSymbol && symbol.GetAttributes().Any(attribute =>
        attribute.AttributeClass?.Name == nameof(EditorBrowsableAttribute)
        && attribute.ConstructorArguments is [{ Value: (int)EditorBrowsableState.Never }]);

    /// <summary>One line without the names of namespaces.</summary>
    public static string Short(ISymbol symbol) => symbol.ToDisplayString(ShortFormat);

    /// <summary>One line for reading about the symbol itself: with what it belongs to, and whether it is static.</summary>
    public static string Long(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.ReducedExtension or MethodKind.LocalFunction } => symbol.ToDisplayString(ShortFormat),
        INamedTypeSymbol { ContainingNamespace.IsGlobalNamespace: false } =>
            $"{symbol.ToDisplayString(TypeFormat)} (in {symbol.ContainingNamespace.ToDisplayString()})",
        INamespaceSymbol => $"namespace {symbol.ToDisplayString()}",
        IMethodSymbol or IPropertySymbol or IFieldSymbol or IEventSymbol when symbol.ContainingType is { IsScriptClass: false, TypeKind: not TypeKind.Enum } =>
            (symbol is IFieldSymbol { IsConst: true } ? "const " : symbol.IsStatic ? "static " : "") + symbol.ToDisplayString(MemberFormat),
        _ => symbol.ToDisplayString(ShortFormat),
    };

    /// <summary>How many overloads are not shown.</summary>
    public static string Overloads(int others) => others switch
    {
        <= 0 => "",
        1 => " (+ 1 overload)",
        _ => string.Create(CultureInfo.InvariantCulture, $" (+ {others} overloads)"),
    };
}
