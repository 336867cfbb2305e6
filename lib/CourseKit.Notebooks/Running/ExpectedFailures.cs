using System.Text.Json;
using CourseKit.Notebooks.Documents;

namespace CourseKit.Notebooks.Running;

/// <summary>
/// Cells that say <c>// coursekit: expect …</c> get Jupyter's own mark for what fails on purpose, the tag <c>raises-exception</c>: its front ends then go on with the next cell.
/// </summary>
public static class ExpectedFailures
{
    private const string Tags = "tags";
    private const string Mark = "raises-exception";

    /// <summary>The notebook with its marks; other tags stay.</summary>
    public static NotebookDocument Tagged(NotebookDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document with { Cells = [.. document.Cells.Select(cell => Fails(cell) ? Tagged(cell) : cell)] };
    }

    /// <summary>Whether it says so. A directive that is not written as it must be is the runner's to refuse.</summary>
    private static bool Fails(NotebookCell cell) => cell.Kind == CellKind.Code && CellDirectives.Read(cell, (_, _) => { }).Expects is not null;

    private static NotebookCell Tagged(NotebookCell cell)
    {
        string[] tags = cell.Metadata.Find(Tags) is { ValueKind: JsonValueKind.Array } given
            ? [.. given.EnumerateArray().Select(tag => tag.StringOrNull()).OfType<string>()]
            : [];
        return tags.Contains(Mark)
            ? cell
            : cell with { Metadata = cell.Metadata.With(Tags, $"[{string.Join(',', tags.Append(Mark).Select(JsonText.Quote))}]") };
    }
}
