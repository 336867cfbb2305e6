using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CourseKit.Notebooks.Sessions.Insight;

/// <summary>Code that is being written, as the compiler understands it behind the cells that have run.</summary>
internal sealed class Draft(CSharpCompilation compilation)
{
    public CSharpCompilation Compilation => compilation;

    public SyntaxNode Root { get; } = compilation.SyntaxTrees[^1].GetRoot();

    public SemanticModel Model { get; } = compilation.GetSemanticModel(compilation.SyntaxTrees[^1]);

    public string Text { get; } = compilation.SyntaxTrees[^1].GetText().ToString();

    /// <summary>The last token that begins before a place; of kind None where there is none.</summary>
    public SyntaxToken Before(int position)
    {
        var token = Root.FindToken(position);
        while (!token.IsKind(SyntaxKind.None) && token.SpanStart >= position)
            token = token.GetPreviousToken();
        return token;
    }

    /// <summary>Whether a place lies in a text, a number or a comment, where names are none.</summary>
    public bool IsText(int position)
    {
        var trivia = Root.FindTrivia(Math.Max(0, position - 1));
        if (trivia.IsKind(SyntaxKind.DisabledTextTrivia) || IsComment(trivia)
            && (position < trivia.FullSpan.End || !trivia.IsKind(SyntaxKind.MultiLineCommentTrivia) || trivia.ContainsDiagnostics))
            return true;
        var token = Before(position);
        return token.Kind() switch
        {
            SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.Utf8StringLiteralToken
                or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken =>
                position < token.Span.End || token.ContainsDiagnostics,
            SyntaxKind.NumericLiteralToken => position <= token.Span.End,
            SyntaxKind.InterpolatedStringTextToken or SyntaxKind.InterpolatedStringStartToken or SyntaxKind.InterpolatedVerbatimStringStartToken
                or SyntaxKind.InterpolatedSingleLineRawStringStartToken or SyntaxKind.InterpolatedMultiLineRawStringStartToken => true,
            SyntaxKind.CloseBraceToken => token.Parent.IsKind(SyntaxKind.Interpolation),
            SyntaxKind.ColonToken => token.Parent.IsKind(SyntaxKind.InterpolationFormatClause),
            _ => false,
        };
    }

    private static bool IsComment(SyntaxTrivia trivia) => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
        or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia;
}
