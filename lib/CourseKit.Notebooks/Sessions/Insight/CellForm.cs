using CourseKit.Notebooks.Sessions.Scripting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CourseKit.Notebooks.Sessions.Insight;

/// <summary>Whether a cell can be run as it stands, by its form.</summary>
internal static class CellForm
{
    private const int IndentWidth = 4;

    public static CodeCompleteness Of(string code)
    {
        var text = new DraftText(code);
        var tree = CSharpSyntaxTree.ParseText(text.Code, CellCompiler.Language);
        if (!SyntaxFactory.IsCompleteSubmission(tree))
            // In another section a further line is no C#, and mends nothing.
            return text.EndsInCode ? new(CompletenessKind.Incomplete, Indent(text.Code, tree)) : new(CompletenessKind.Invalid, "");
        var isWrong = tree.GetDiagnostics().Any(diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error);
        return new(isWrong ? CompletenessKind.Invalid : CompletenessKind.Complete, "");
    }

    /// <summary>That of the last line, and one step more where something is opened, or only the head of a statement is there.</summary>
    private static string Indent(string code, SyntaxTree tree)
    {
        var line = code.Split('\n').LastOrDefault(line => !string.IsNullOrWhiteSpace(line)) ?? "";
        var indent = line[..(line.Length - line.TrimStart().Length)];
        var last = tree.GetRoot().GetLastToken();
        if (last.IsKind(SyntaxKind.EndOfFileToken))
            last = last.GetPreviousToken();
        return IsStep(last) ? indent + new string(' ', IndentWidth) : indent;
    }

    private static bool IsStep(SyntaxToken last) => last.Kind() switch
    {
        SyntaxKind.OpenBraceToken or SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken => true,
        SyntaxKind.EqualsGreaterThanToken or SyntaxKind.EqualsToken => true,
        SyntaxKind.ElseKeyword or SyntaxKind.DoKeyword or SyntaxKind.TryKeyword or SyntaxKind.FinallyKeyword => true,
        SyntaxKind.CloseParenToken => last.Parent is Microsoft.CodeAnalysis.CSharp.Syntax.StatementSyntax,
        _ => false,
    };
}
