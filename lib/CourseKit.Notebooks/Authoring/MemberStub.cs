using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CourseKit.Notebooks.Authoring;

/// <summary>A declaration without what it does: whoever calls it is told that the code is still to be written.</summary>
/// <param name="isUsed">Whether somebody outside names this; such members stay even if they are private.</param>
internal sealed class MemberStub(Func<string, bool> isUsed)
{
    private const string Indent = "    ";

    /// <summary>What stands in place of a body.</summary>
    public static string Throw(string name) => $"throw new NotImplementedException(\"{name}: your code here\")";

    /// <summary>What a declaration is called; null for what is none.</summary>
    public static string? NameOf(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        LocalFunctionStatementSyntax function => function.Identifier.ValueText,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        OperatorDeclarationSyntax sign => $"operator {sign.OperatorToken.Text}",
        ConversionOperatorDeclarationSyntax conversion => $"conversion to {conversion.Type}",
        IndexerDeclarationSyntax => "this[]",
        BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
        DelegateDeclarationSyntax type => type.Identifier.ValueText,
        _ => null,
    };

    /// <summary>All names that a declaration brings.</summary>
    public static IEnumerable<string> NamesOf(SyntaxNode node) => node is BaseFieldDeclarationSyntax field
        ? field.Declaration.Variables.Select(variable => variable.Identifier.ValueText)
        : NameOf(node) is { } name ? [name] : [];

    /// <summary>The lines of the stub.</summary>
    public IEnumerable<string> Of(SyntaxNode node) => node switch
    {
        TypeDeclarationSyntax and not InterfaceDeclarationSyntax => TypeLines((TypeDeclarationSyntax)node),
        BaseTypeDeclarationSyntax or DelegateDeclarationSyntax => Lines(node.ToString()),
        BaseMethodDeclarationSyntax { Body: null, ExpressionBody: null } => Lines(node.ToString()),
        ConstructorDeclarationSyntax constructor => Lines($"{Until(constructor, constructor.Initializer ?? Body(constructor))}{Initializer(constructor)} => {Throw(NameOf(node)!)};"),
        BaseMethodDeclarationSyntax method => Lines($"{Until(method, Body(method))} => {Throw(NameOf(node) ?? "this")};"),
        LocalFunctionStatementSyntax function => Lines($"{Until(function, (SyntaxNode?)function.Body ?? function.ExpressionBody!)} => {Throw(NameOf(node)!)};"),
        PropertyDeclarationSyntax property => Lines(Property(property, property.ExpressionBody, property.Initializer is not null)),
        IndexerDeclarationSyntax indexer => Lines(Property(indexer, indexer.ExpressionBody, hasInitializer: false)),
        FieldDeclarationSyntax field => Lines(Field(field)),
        _ => Lines(node.ToString()),
    };

    private static string[] Lines(string text) => text.Split('\n');

    /// <summary>The text of a node up to one of its parts, without a comment that may stand between them.</summary>
    private static string Until(SyntaxNode node, SyntaxNode part) => Until(node, part.GetFirstToken());

    private static string Until(SyntaxNode node, SyntaxToken token) =>
        node.ToString()[..(token.GetPreviousToken().Span.End - node.SpanStart)];

    private static SyntaxNode Body(BaseMethodDeclarationSyntax method) => (SyntaxNode?)method.Body ?? method.ExpressionBody!;

    /// <summary>What a constructor hands on is the solution's, unless it is a parameter.</summary>
    private static string Initializer(ConstructorDeclarationSyntax constructor) =>
        constructor.Initializer is { } initializer ? $" : {initializer.ThisOrBaseKeyword.Text}{Arguments(initializer.ArgumentList)}" : "";

    private static string Arguments(ArgumentListSyntax list) =>
        $"({string.Join(", ", list.Arguments.Select(argument => argument.Expression is IdentifierNameSyntax ? argument.ToString() : "default!"))})";

    private static string Property(BasePropertyDeclarationSyntax property, ArrowExpressionClauseSyntax? arrow, bool hasInitializer)
    {
        var name = NameOf(property)!;
        if (arrow is not null)
            return $"{Until(property, arrow)} => {Throw(name)};";
        var accessors = property.AccessorList!;
        if (accessors.Accessors.All(accessor => accessor is { Body: null, ExpressionBody: null }))
            return $"{property.ToString()[..(accessors.Span.End - property.SpanStart)]}{(hasInitializer ? " = default!;" : "")}";
        var thrown = accessors.Accessors.Select(accessor => $"{string.Concat(accessor.Modifiers.Select(word => word.Text + " "))}{accessor.Keyword.Text} => {Throw(name)};");
        return $"{Until(property, accessors)} {{ {string.Join(' ', thrown)} }}";
    }

    private static string Field(FieldDeclarationSyntax field)
    {
        var names = field.Declaration.Variables.Select(variable => $"{variable.Identifier.Text} = default!");
        return $"{string.Concat(field.Modifiers.Select(word => word.Text + " "))}{field.Declaration.Type} {string.Join(", ", names)};";
    }

    private string[] TypeLines(TypeDeclarationSyntax type)
    {
        var head = Head(type);
        string[] members = [.. type.Members.Where(Stays).SelectMany(Of)];
        return members.Length == 0
            ? Lines(type.OpenBraceToken.IsKind(SyntaxKind.None) ? $"{head};" : $"{head} {{ }}")
            : [.. Lines(head), "{", .. members.Select(line => line.Length == 0 ? line : Indent + line), "}"];
    }

    private static string Head(TypeDeclarationSyntax type)
    {
        var end = type.OpenBraceToken.IsKind(SyntaxKind.None) ? type.SemicolonToken : type.OpenBraceToken;
        var head = Until(type, end);
        if (type.BaseList?.Types.OfType<PrimaryConstructorBaseTypeSyntax>().FirstOrDefault() is not { } given)
            return head;
        var at = given.ArgumentList.SpanStart - type.SpanStart;
        return string.Concat(head.AsSpan(0, at), Arguments(given.ArgumentList), head.AsSpan(at + given.ArgumentList.Span.Length));
    }

    /// <summary>Others may use it, or do: it is part of the signature.</summary>
    private bool Stays(MemberDeclarationSyntax member) =>
        member.Modifiers.Any(word => word.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.ProtectedKeyword or SyntaxKind.InternalKeyword)
        || member is BaseFieldDeclarationSyntax or MethodDeclarationSyntax or PropertyDeclarationSyntax or BaseTypeDeclarationSyntax && NamesOf(member).Any(isUsed);
}
