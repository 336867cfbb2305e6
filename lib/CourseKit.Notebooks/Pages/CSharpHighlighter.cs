using System.Collections.Frozen;
using System.Net;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CourseKit.Notebooks.Pages;

/// <summary>Colours C# by its tokens, as Roslyn's own lexer sees them.</summary>
internal static class CSharpHighlighter
{
    private static readonly CSharpParseOptions Script = new(LanguageVersion.CSharp14, DocumentationMode.None, SourceCodeKind.Script);

    private static readonly FrozenSet<string> ContextualKeywords =
        new[] { "var", "await", "async", "record", "init", "required", "with", "when", "where", "yield", "get", "set", "not", "and", "or" }.ToFrozenSet();

    public static string ToHtml(string source)
    {
        var html = new StringBuilder();
        foreach (var token in SyntaxFactory.ParseTokens(source, options: Script))
        {
            foreach (var trivia in token.LeadingTrivia)
                Append(html, trivia.ToFullString(), ClassOf(trivia));
            Append(html, token.Text, ClassOf(token));
            foreach (var trivia in token.TrailingTrivia)
                Append(html, trivia.ToFullString(), ClassOf(trivia));
        }
        return html.ToString();
    }

    private static void Append(StringBuilder html, string text, string? cssClass)
    {
        if (cssClass is null)
            html.Append(WebUtility.HtmlEncode(text));
        else
            html.Append("<span class=\"").Append(cssClass).Append("\">").Append(WebUtility.HtmlEncode(text)).Append("</span>");
    }

    private static string? ClassOf(SyntaxToken token) => token.Kind() switch
    {
        var kind when SyntaxFacts.IsKeywordKind(kind) => "k",
        SyntaxKind.IdentifierToken => ContextualKeywords.Contains(token.Text) ? "k" : null,
        SyntaxKind.NumericLiteralToken => "n",
        SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.InterpolatedStringToken
            or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
            or SyntaxKind.Utf8StringLiteralToken => "s",
        _ => null,
    };

    private static string? ClassOf(SyntaxTrivia trivia) =>
        trivia.IsDirective || trivia.IsKind(SyntaxKind.SkippedTokensTrivia) ? "d"
        : trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
            or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.DisabledTextTrivia ? "c"
        : null;
}
