using System.Text.RegularExpressions;
using CourseKit.Notebooks.Documents;
using Markdig;
using Markdig.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CourseKit.Notebooks.Running;

/// <summary>A comment that has a line for itself.</summary>
/// <param name="Line">One-based within the cell.</param>
/// <param name="Text">Without the signs that make it a comment and the blanks around it.</param>
internal readonly record struct CellComment(int Line, string Text);

/// <summary>
/// The comments of a cell that have a line for themselves. In C# and Markdown the language itself says what is a comment: a line in a string, in code that
/// <c>#if</c> leaves out, or in a block of sample code is none.
/// </summary>
internal static partial class CellComments
{
    private static readonly CSharpParseOptions Script = new(LanguageVersion.CSharp14, DocumentationMode.None, SourceCodeKind.Script);

    public static IEnumerable<CellComment> Of(NotebookCell cell) => (cell.Kind, cell.Kernel) switch
    {
        (CellKind.Raw, _) => [],
        (CellKind.Markdown, _) => InMarkdown(cell.Source),
        (_, "html") => InLines(cell.Source, Markup()),
        (_, "csharp") => InCSharp(cell.Source),
        _ => InLines(cell.Source, Slashes()),
    };

    /// <summary>The code as syntax, with its own places; commands of the notebook (<c>#!time</c>) are blank.</summary>
    public static SyntaxTree Parse(string source) =>
        CSharpSyntaxTree.ParseText(Magic().Replace(source, match => new string(' ', match.Length)), Script);

    private static IEnumerable<CellComment> InCSharp(string source)
    {
        if (!Slashes().IsMatch(source))
            return [];
        var tree = Parse(source);
        var text = tree.GetText();
        return from trivia in tree.GetRoot().DescendantTrivia()
               where trivia.IsKind(SyntaxKind.SingleLineCommentTrivia)
               let line = text.Lines.GetLineFromPosition(trivia.SpanStart)
               where string.IsNullOrWhiteSpace(text.ToString(new(line.Start, trivia.SpanStart - line.Start)))
               select new CellComment(line.LineNumber + 1, trivia.ToString()[2..].Trim());
    }

    private static IEnumerable<CellComment> InMarkdown(string source)
    {
        if (!Markup().IsMatch(source))
            return [];
        return from block in Markdown.Parse(source).Descendants<HtmlBlock>()
               where block.Type == HtmlBlockType.Comment
               let text = source.Substring(block.Span.Start, block.Span.Length)
               from comment in InLines(text, Markup())
               select comment with { Line = comment.Line + block.Line };
    }

    private static IEnumerable<CellComment> InLines(string source, Regex form) =>
        form.Matches(source).Select(match => new CellComment(source.AsSpan(0, match.Index).Count('\n') + 1, match.Groups["text"].Value.Trim()));

    [GeneratedRegex(@"^[ \t]*//(?<text>[^\r\n]*)", RegexOptions.Multiline)]
    private static partial Regex Slashes();

    [GeneratedRegex(@"^[ \t]*<!--(?<text>[^\r\n]*?)-->", RegexOptions.Multiline)]
    private static partial Regex Markup();

    [GeneratedRegex("^#!.*", RegexOptions.Multiline)]
    private static partial Regex Magic();
}
