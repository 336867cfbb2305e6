using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CourseKit.Notebooks.Linting.Rules;

/// <summary>Nobody types where notebooks run.</summary>
internal sealed class ConsoleInputRule : LintRule
{
    public override string Name => "console-input";

    public override IEnumerable<LintFinding> Check(LintedNotebook notebook) =>
        from cell in notebook.Code
        from access in cell.Syntax.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
        where access.Expression.ToString() is "Console" or "System.Console" && access.Name.Identifier.ValueText is "ReadLine" or "ReadKey" or "Read"
        select At(cell, LintedCell.LineOf(access), $"a value in the code is required; {access} asks somebody who is not there.", "Assign the value to a variable in a cell of its own.");
}
