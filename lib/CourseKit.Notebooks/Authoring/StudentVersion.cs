using System.Text.RegularExpressions;
using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Running;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CourseKit.Notebooks.Authoring;

/// <summary>The notebook that the students get: stubs for solutions, no hidden test, no cell of the teacher's, no outputs.</summary>
internal sealed partial class StudentVersion
{
    private const string HiddenTests = "// More tests follow when your work is graded.";
    internal const string Answer = "*Your answer here.*";

    private readonly List<AssignmentProblem> _problems = [];
    private readonly Assignment _assignment;
    private readonly NotebookCompilation _compilation;
    private readonly string? _reference;
    private readonly HashSet<string> _used;

    private StudentVersion(Assignment assignment, NotebookCompilation compilation, string? reference, bool withHiddenTests)
    {
        (_assignment, _compilation, _reference) = (assignment, compilation, reference);
        _used = NamesIn(assignment);
        var cells = assignment.Cells
            .Where(cell => !cell.Directives.IsTeacherOnly || withHiddenTests && cell.Directives.Tests is not null)
            .Select(cell => (cell.Number, Cell: Write(cell, region => !withHiddenTests || region.Kind == MarkKind.Solution))).ToList();
        TeachersNumber = [.. cells.Select(cell => cell.Number)];
        Document = new NotebookDocument { Metadata = assignment.Document.Metadata, Cells = [.. cells.Select(cell => cell.Cell)] };
    }

    /// <summary>The notebook.</summary>
    public NotebookDocument Document { get; }

    /// <summary>For each of its cells the number of the teacher's cell it comes from.</summary>
    public IReadOnlyList<int> TeachersNumber { get; }

    /// <summary>Makes the students' version.</summary>
    /// <param name="assignment">The teacher's.</param>
    /// <param name="reference">What <c>#r</c> of the course's library is to say; null to leave it.</param>
    /// <param name="withHiddenTests">Whether the hidden tests stay, as when the students' work is graded.</param>
    /// <exception cref="AssignmentException">The teacher's version does not compile, or a solution has no stub.</exception>
    public static StudentVersion Of(Assignment assignment, string? reference, bool withHiddenTests = false)
    {
        var compilation = NotebookCompilation.Of(assignment.Document, assignment.Path);
        return compilation.Problems.Count == 0
            ? Of(assignment, compilation, reference, withHiddenTests)
            : throw new AssignmentException($"{assignment.Path}: a notebook that compiles is required", compilation.Problems);
    }

    /// <summary>Makes the students' version of a notebook that is compiled already.</summary>
    internal static StudentVersion Of(Assignment assignment, NotebookCompilation compilation, string? reference, bool withHiddenTests)
    {
        var version = new StudentVersion(assignment, compilation, reference, withHiddenTests);
        return version._problems.Count == 0
            ? version
            : throw new AssignmentException($"{assignment.Path}: solutions from which stubs can be made are required", version._problems);
    }

    /// <summary>The teacher's cell with a stub in place of this one solution.</summary>
    public string WithStub(AssignmentCell cell, MarkedRegion solution) => string.Join('\n', Lines(cell, region => region == solution));

    private NotebookCell Write(AssignmentCell cell, Func<MarkedRegion, bool> replaces)
    {
        var source = cell.Regions.Count == 0 ? cell.Cell.Source : string.Join('\n', Lines(cell, replaces));
        return new NotebookCell
        {
            Kind = cell.Cell.Kind,
            Kernel = cell.Cell.Kernel,
            Source = _reference is null || !cell.IsCSharp ? source : Library().Replace(source, match => $"{match.Groups["before"].Value}\"{_reference}\""),
            Attachments = cell.Cell.Attachments,
        };
    }

    private IEnumerable<string> Lines(AssignmentCell cell, Func<MarkedRegion, bool> replaces)
    {
        var lines = cell.Lines;
        for (var line = 1; line <= lines.Length; line++)
        {
            var region = cell.Regions.FirstOrDefault(region => region.Contains(line) && replaces(region));
            if (region is null)
                yield return lines[line - 1];
            else if (region.Last == line)
                foreach (var replacement in InPlaceOf(cell, region))
                    yield return replacement;
        }
    }

    private IReadOnlyList<string> InPlaceOf(AssignmentCell cell, MarkedRegion region)
    {
        if (region.Kind == MarkKind.HiddenTests)
            return [HiddenTests];
        if (cell.Cell.Kind == CellKind.Markdown)
            return region.Stub.Count > 0 ? region.Stub : [Answer];
        try
        {
            return cell.IsCSharp
                ? new StubWriter(cell, _used.Contains, (line, name) => _compilation.TypeOf(cell.Number, line, name)).Write(region)
                : region.Stub.Count > 0 ? region.Stub : throw new FormatException("BEGIN SOLUTION: C# is required to make a stub of; this cell is not. Write // STUB: with what the students get.");
        }
        catch (FormatException error)
        {
            _problems.Add(new AssignmentProblem(_assignment.At(cell, region.First), error.Message));
            return [];
        }
    }

    /// <summary>What code names that is no solution: the students' own, and hidden tests.</summary>
    private static HashSet<string> NamesIn(Assignment assignment) =>
    [
        .. from cell in assignment.Cells
           where cell.IsCSharp && (!cell.Directives.IsTeacherOnly || cell.Directives.Tests is not null)
           from token in CellComments.Parse(cell.Cell.Source).GetRoot().DescendantTokens()
           where token.IsKind(SyntaxKind.IdentifierToken)
           let line = token.GetLocation().GetLineSpan().StartLinePosition.Line + 1
           where !cell.Solutions.Any(solution => solution.Contains(line))
           select token.ValueText,
    ];

    [GeneratedRegex("""^(?<before>[ \t]*#r[ \t]+)"[^"]*CourseKit\.dll"[ \t]*""", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Library();
}
