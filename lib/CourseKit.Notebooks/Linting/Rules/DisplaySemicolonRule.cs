using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CourseKit.Notebooks.Linting.Rules;

/// <summary>Without its semicolon a last <c>display(x)</c> shows x and then what it returns.</summary>
internal sealed class DisplaySemicolonRule : LintRule
{
    public override string Name => "display-semicolon";

    public override IEnumerable<LintFinding> Check(LintedNotebook notebook)
    {
        foreach (var cell in notebook.Code)
        {
            if (cell.Syntax.Members.LastOrDefault() is not GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } last } || !Display.IsCall(last.Expression))
                continue;
            var end = last.Expression.GetLocation().GetLineSpan().EndLinePosition;
            yield return At(cell, end.Line + 1, "a semicolon is required behind the last display; there is none.", "Add it.", cell.With(end.Line + 1, end.Character, 0, ";"));
        }
    }
}
