using System.Globalization;
using System.Text.RegularExpressions;
using CourseKit.Notebooks.Running;

namespace CourseKit.Notebooks.Linting.Rules;

/// <summary>The runner's own comments are spelt right, in text too.</summary>
internal sealed partial class DirectiveRule : LintRule
{
    public override string Name => "directive";

    public override IEnumerable<LintFinding> Check(LintedNotebook notebook) => notebook.Cells.Select(Check).OfType<LintFinding>();

    private LintFinding? Check(LintedCell cell)
    {
        try
        {
            CellDirectives.Of(cell.Cell);
            return null;
        }
        catch (FormatException error)
        {
            var parts = Parts().Match(error.Message);
            return At(cell, int.Parse(parts.Groups["line"].ValueSpan, CultureInfo.InvariantCulture), parts.Groups["message"].Value, "Correct the comment.");
        }
    }

    [GeneratedRegex(@"^Line (?<line>\d+): (?<message>.*)$", RegexOptions.Singleline)]
    private static partial Regex Parts();
}
