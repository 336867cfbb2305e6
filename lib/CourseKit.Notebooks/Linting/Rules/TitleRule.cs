using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Pages;

namespace CourseKit.Notebooks.Linting.Rules;

/// <summary>A notebook says first what it is.</summary>
internal sealed class TitleRule : LintRule
{
    public override string Name => "title";

    public override IEnumerable<LintFinding> Check(LintedNotebook notebook)
    {
        if (NotebookTitle.Of(notebook.Document) is null)
            yield return InAll("a title is required; no Markdown cell has a heading of the first level.", "Begin with a Markdown cell: # Title");
        else if (notebook.Cells[0].Cell.Kind != CellKind.Markdown)
            yield return At(notebook.Cells[0], 1, "the title is required in the first cell; this is another.", "Put the cell with the title before it.");
    }
}
