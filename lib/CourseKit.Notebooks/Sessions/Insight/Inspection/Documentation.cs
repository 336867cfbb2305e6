using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace CourseKit.Notebooks.Sessions.Insight.Inspection;

/// <summary>The documentation of a symbol: of cells from their own comments, of libraries from their files.</summary>
internal sealed class Documentation(DocumentationFiles files, Compilation compilation)
{
    /// <summary>How often one text may refer to another.</summary>
    private const int Depth = 4;

    /// <summary>Plain text; null where there is none.</summary>
    public string? Of(ISymbol symbol) => symbol switch
    {
        IParameterSymbol parameter => Part(parameter.ContainingSymbol, "param", parameter.Name),
        ITypeParameterSymbol type => Part(type.ContainingSymbol, "typeparam", type.Name),
        IPropertySymbol property when Element(property, Depth) is null => Part(property.ContainingType, "param", property.Name),
        INamespaceSymbol => null,
        _ => Element(symbol, Depth) is { } element ? DocumentationText.Of(element) : null,
    };

    /// <summary>What the text on a method, or on a record, says of one of its parameters.</summary>
    private string? Part(ISymbol owner, string tag, string name) =>
        Element(owner, Depth)?.Elements(tag).FirstOrDefault(part => NameOf(part) == name) is { } part ? DocumentationText.Inline(part) : null;

    private XElement? Element(ISymbol symbol, int depth)
    {
        var definition = (symbol as IMethodSymbol)?.ReducedFrom ?? symbol.OriginalDefinition;
        var element = SymbolText.IsOfNotebook(definition) ? Parse(definition.GetDocumentationCommentXml()) : OfLibrary(definition);
        if (element is null || depth == 0 || element.Element("inheritdoc") is not { } inherit)
            return element;
        var origin = (string?)inherit.Attribute("cref") is { } reference
            ? DocumentationCommentId.GetFirstSymbolForDeclarationId(reference, compilation)
            : Inherited(definition);
        return origin is not null && Element(origin, depth - 1) is { } inherited ? Merged(element, inherited) : element;
    }

    private XElement? OfLibrary(ISymbol definition) =>
        definition.ContainingAssembly is { } assembly && definition.GetDocumentationCommentId() is { } id
            && compilation.GetMetadataReference(assembly) is PortableExecutableReference { FilePath: { } path }
            ? files.Find(path, id)
            : null;

    /// <summary>What a member overrides, or what of an interface it implements.</summary>
    private static ISymbol? Inherited(ISymbol member) => member switch
    {
        IMethodSymbol { OverriddenMethod: { } method } => method,
        IPropertySymbol { OverriddenProperty: { } property } => property,
        INamedTypeSymbol type => type.BaseType,
        _ => member.ContainingType?.AllInterfaces.SelectMany(one => one.GetMembers(member.Name))
            .FirstOrDefault(one => SymbolEqualityComparer.Default.Equals(member.ContainingType.FindImplementationForInterfaceMember(one), member)),
    };

    /// <summary>The inherited text, with what the member says itself in place of it.</summary>
    private static XElement Merged(XElement own, XElement inherited)
    {
        var said = own.Elements().Where(part => part.Name != "inheritdoc").ToList();
        return new XElement("member", said, inherited.Elements().Where(part => !said.Exists(one => one.Name == part.Name && NameOf(one) == NameOf(part))));
    }

    private static string? NameOf(XElement part) => (string?)part.Attribute("name");

    private static XElement? Parse(string? xml)
    {
        if (string.IsNullOrWhiteSpace(xml))
            return null;
        try
        {
            return XElement.Parse(xml, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException)
        {
            // The author is still writing the comment.
            return null;
        }
    }
}
