using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Linting.Rules;

namespace CourseKit.Notebooks.Linting;

/// <summary>
/// Finds in a notebook what would not run alike in our runner, Polyglot Notebooks and Jupyter, and what the course's notebooks keep besides; cures what can be cured
/// without thinking.
/// </summary>
public static class Linter
{
    private static readonly LintRule[] All =
    [
        new TitleRule(), new GoalRule(), new LongCellRule(), new KernelRule(), new MagicRule(), new DirectiveRule(), new ReferenceRule(), new PackageRule(),
        new AbsolutePathRule(), new OutputsRule(), new StaticFunctionRule(), new TopLevelUsingRule(), new NamespaceRule(), new ConsoleInputRule(),
        new DisplaySemicolonRule(), new DisplayUpdateRule(), new SeedRule(),
    ];

    /// <summary>The names of the rules.</summary>
    public static IReadOnlyList<string> Rules => [.. All.Select(rule => rule.Name)];

    /// <summary>Checks a notebook against all rules.</summary>
    /// <returns>Findings from top to bottom.</returns>
    public static IReadOnlyList<LintFinding> Check(NotebookDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var notebook = new LintedNotebook(document);
        return [.. All.SelectMany(rule => rule.Check(notebook)).OrderBy(finding => finding.CellNumber).ThenBy(finding => finding.Line)];
    }

    /// <summary>Cures in a file what can be cured without thinking, until nothing more can be. A file with nothing to cure is not touched.</summary>
    /// <param name="path">A notebook.</param>
    /// <returns>How many findings were cured.</returns>
    /// <exception cref="NotebookFormatException">The file cannot be read or written.</exception>
    public static int Fix(string path)
    {
        var count = 0;
        // Two cures of one line are made one after the other; the limit is reached by a defect only.
        for (var round = 0; round < 10; round++)
        {
            var document = NotebookFile.Load(path);
            LintFinding[] curable = [.. Check(document).Where(finding => finding.Fix is not null).DistinctBy(finding => (finding.CellNumber, finding.Line))];
            if (curable.Length == 0)
                break;
            count += curable.Length;
            NotebookFile.Save(Fixed(document, curable), path);
        }
        return count;
    }

    private static NotebookDocument Fixed(NotebookDocument document, LintFinding[] findings) => document with
    {
        // From the last line to the first, for a cure may add lines.
        Cells = [.. document.Cells.Select((cell, index) =>
            findings.Where(finding => finding.CellNumber == index + 1).OrderByDescending(finding => finding.Line).Aggregate(cell, Fixed))],
    };

    private static NotebookCell Fixed(NotebookCell cell, LintFinding finding)
    {
        if (finding.Fix is LintFix.ClearOutputs)
            return cell with { Outputs = [], ExecutionCount = null };
        var lines = cell.Source.Split('\n');
        lines[finding.Line - 1] = ((LintFix.ReplaceLine)finding.Fix!).Text;
        return cell with { Source = string.Join('\n', lines) };
    }
}
