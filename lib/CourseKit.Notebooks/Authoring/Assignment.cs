using System.Globalization;
using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Pages;
using CourseKit.Notebooks.Running;
using CourseKit.Notebooks.Sessions;

namespace CourseKit.Notebooks.Authoring;

/// <summary>
/// A teacher's notebook with solutions, questions, tests and points; the one source of everything that is made of it. Its marks are comments:
/// <c>// BEGIN SOLUTION</c>, <c>// BEGIN HIDDEN TESTS</c>, <c>// coursekit: test sigmoid-values (2 points)</c>, <c>// coursekit: question why (3 points, manual)</c>,
/// <c>// coursekit: teacher-only</c>; in Markdown <c>&lt;!-- … --&gt;</c>.
/// </summary>
public sealed class Assignment
{
    private const string Prefix = "coursekit:";

    private Assignment(string path, NotebookDocument document, IReadOnlyList<AssignmentCell> cells)
    {
        (Path, Document, Cells) = (path, document, cells);
        Name = System.IO.Path.GetFileNameWithoutExtension(path);
        Title = NotebookTitle.Of(document) ?? Name;
    }

    /// <summary>The file, as it was given.</summary>
    public string Path { get; }

    /// <summary>The file's name without its ending: <c>hw1</c>.</summary>
    public string Name { get; }

    /// <summary>The notebook's first heading; its name where it has none.</summary>
    public string Title { get; }

    /// <summary>The notebook as the teacher wrote it.</summary>
    public NotebookDocument Document { get; }

    /// <summary>What tests are worth, in the notebook's order.</summary>
    public IReadOnlyList<GradedTask> Tests => [.. TestCells.Select(cell => cell.Directives.Tests!)];

    /// <summary>What questions are worth, in the notebook's order.</summary>
    public IReadOnlyList<GradedTask> Questions => [.. QuestionCells.Select(cell => cell.Directives.Asks!)];

    /// <summary>The points of all tests.</summary>
    public decimal TestPoints => Tests.Sum(task => task.Points);

    /// <summary>The points of all questions.</summary>
    public decimal QuestionPoints => Questions.Sum(task => task.Points);

    internal IReadOnlyList<AssignmentCell> Cells { get; }

    internal IEnumerable<AssignmentCell> TestCells => Cells.Where(cell => cell.Directives.Tests is not null);

    internal IEnumerable<AssignmentCell> QuestionCells => Cells.Where(cell => cell.Directives.Asks is not null);

    /// <summary>Reads an assignment from a file.</summary>
    /// <param name="path">A .dib or .ipynb.</param>
    /// <exception cref="NotebookFormatException">It is no notebook.</exception>
    /// <exception cref="AssignmentException">Marks are wrong; all of them are named.</exception>
    public static Assignment Load(string path) => Read(NotebookFile.Load(path), path);

    /// <summary>Reads an assignment.</summary>
    /// <param name="document">The teacher's notebook.</param>
    /// <param name="path">Its file, for messages and for what it refers to.</param>
    /// <exception cref="AssignmentException">Marks are wrong; all of them are named.</exception>
    public static Assignment Read(NotebookDocument document, string path)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentException.ThrowIfNullOrEmpty(path);
        var problems = new List<AssignmentProblem>();
        AssignmentCell[] cells = [.. document.Cells.Select((cell, index) => Read(cell, index + 1, path, problems))];
        problems.AddRange(SameNames(cells, path, cell => cell.Directives.Tests, "test"));
        problems.AddRange(SameNames(cells, path, cell => cell.Directives.Asks, "question"));
        return problems.Count == 0
            ? new Assignment(path, document, cells)
            : throw new AssignmentException($"{path}: marks as they must be are required", [.. problems.OrderBy(problem => problem.Position?.CellNumber).ThenBy(problem => problem.Position?.Line)]);
    }

    /// <summary>A place in the teacher's notebook.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="line">One-based within the cell.</param>
    internal CellPosition At(AssignmentCell cell, int line) => At(Path, cell, line);

    private static CellPosition At(string path, AssignmentCell cell, int line) => At(path, cell.Cell, cell.Number, line);

    private static CellPosition At(string path, NotebookCell cell, int number, int line) => new(path, number, line, 0, cell.Line > 0 ? cell.Line + line - 1 : 0);

    private static AssignmentCell Read(NotebookCell cell, int number, string path, List<AssignmentProblem> problems)
    {
        void Wrong(int line, string message) => problems.Add(new AssignmentProblem(At(path, cell, number, line), message));
        var read = new AssignmentCell(number, cell, CellDirectives.Read(cell, Wrong), new MarkReader(Wrong).Read(cell));
        foreach (var region in read.Regions)
            if (Misplaced(read, region) is { } message)
                Wrong(region.First, message);
        return read;
    }

    private static string? Misplaced(AssignmentCell cell, MarkedRegion region) => region.Kind switch
    {
        MarkKind.HiddenTests when cell.Directives.Tests is null =>
            "BEGIN HIDDEN TESTS: a test cell is required, or nobody earns their points; this cell is none. Write // coursekit: test sigmoid-values (2 points) into it.",
        MarkKind.Solution when cell.Directives.Tests is not null =>
            "BEGIN SOLUTION: a cell without a test is required, or nobody could tell them apart; this cell is a test. Give the solution a cell of its own.",
        _ => null,
    };

    private static IEnumerable<AssignmentProblem> SameNames(AssignmentCell[] cells, string path, Func<AssignmentCell, GradedTask?> task, string kind) =>
        from cell in cells
        where task(cell) is not null
        group cell by task(cell)!.Name into same
        where same.Count() > 1
        let first = same.First()
        from cell in same.Skip(1)
        select new AssignmentProblem(At(path, cell, LineOf(cell, kind)), string.Create(CultureInfo.InvariantCulture,
            $"{kind} {same.Key}: a name of its own is required; cell {first.Number}, line {LineOf(first, kind)} has the same. Rename one of them."));

    private static int LineOf(AssignmentCell cell, string kind) =>
        CellComments.Of(cell.Cell).First(comment => comment.Text.StartsWith(Prefix, StringComparison.Ordinal)
            && comment.Text[Prefix.Length..].TrimStart().StartsWith(kind, StringComparison.Ordinal)).Line;
}
