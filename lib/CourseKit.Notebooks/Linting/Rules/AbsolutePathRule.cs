using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CourseKit.Notebooks.Linting.Rules;

/// <summary>A path of one computer leads nowhere on another.</summary>
internal sealed partial class AbsolutePathRule : LintRule
{
    public override string Name => "absolute-path";

    public override IEnumerable<LintFinding> Check(LintedNotebook notebook) => notebook.Code.SelectMany(InCode).Concat(notebook.Text.SelectMany(InText));

    private IEnumerable<LintFinding> InCode(LintedCell cell)
    {
        foreach (var token in cell.Syntax.DescendantTokens(descendIntoTrivia: true))
            if (IsText(token.Kind()) && Absolute().IsMatch(token.ValueText))
                yield return Finding(cell, LintedCell.LineOf(token), token.ValueText);
    }

    private IEnumerable<LintFinding> InText(LintedCell cell) =>
        from line in cell.Lines.Index()
        from Match link in Link().Matches(line.Item)
        where Absolute().IsMatch(link.Groups["target"].Value)
        select Finding(cell, line.Index + 1, link.Groups["target"].Value);

    private LintFinding Finding(LintedCell cell, int line, string path) =>
        At(cell, line, $"a path relative to the notebook is required; \"{path}\" is one of a single computer.", "Write it relative, or build it from what the system says.");

    private static bool IsText(SyntaxKind kind) => kind is SyntaxKind.StringLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken
        or SyntaxKind.Utf8StringLiteralToken or SyntaxKind.InterpolatedStringTextToken;

    /// <summary>A drive, a share, or a folder that only a real file system has at its root; a lone slash may be a page's address.</summary>
    [GeneratedRegex(@"^(file:/|[A-Za-z]:[\\/]|\\\\\w|~[\\/]|/(home|Users|root|tmp|mnt|media|opt|var|etc|usr|Volumes|srv|work)(/|$))")]
    private static partial Regex Absolute();

    [GeneratedRegex(@"\]\(\s*<?(?<target>[^)>\s]+)")]
    private static partial Regex Link();
}
