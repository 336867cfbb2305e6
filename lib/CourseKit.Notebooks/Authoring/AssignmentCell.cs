using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Running;

namespace CourseKit.Notebooks.Authoring;

/// <summary>A cell of the teacher's notebook with all that its comments say.</summary>
/// <param name="Number">One-based, in the notebook's own numbering.</param>
/// <param name="Cell">The cell.</param>
/// <param name="Directives">What its comments ask of those who run it, the task among them.</param>
/// <param name="Regions">Its solutions and hidden tests, from top to bottom, none inside another.</param>
internal sealed record AssignmentCell(int Number, NotebookCell Cell, CellDirectives Directives, IReadOnlyList<MarkedRegion> Regions)
{
    public bool IsCSharp => Cell is { Kind: CellKind.Code, Kernel: "csharp" };

    public string[] Lines => Cell.Source.Split('\n');

    public IEnumerable<MarkedRegion> Solutions => Regions.Where(region => region.Kind == MarkKind.Solution);
}

/// <summary>What stands between two marks.</summary>
internal enum MarkKind
{
    /// <summary>The students get a stub in its place.</summary>
    Solution,

    /// <summary>The students get nothing of it.</summary>
    HiddenTests,
}

/// <summary>A part of a cell between <c>BEGIN</c> and <c>END</c>.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="First">The line of BEGIN, one-based within the cell.</param>
/// <param name="Last">The line of END.</param>
/// <param name="Stub">What <c>STUB:</c> puts in its place, a line for each; empty without one.</param>
internal sealed record MarkedRegion(MarkKind Kind, int First, int Last, IReadOnlyList<string> Stub)
{
    public bool Contains(int line) => line >= First && line <= Last;
}
