using System.Text.Json;
using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Running;
using CourseKit.Notebooks.Sessions;

namespace CourseKit.Notebooks.Authoring;

/// <summary>What a student runs before handing in. It knows nothing that the students' version does not show.</summary>
public sealed class SubmissionValidation
{
    private readonly string _path;
    private readonly NotebookDocument _document;
    private readonly AssignmentManifest _manifest;
    private readonly List<AssignmentProblem> _problems = [];
    private readonly Dictionary<string, int> _tests = new(StringComparer.Ordinal);

    private SubmissionValidation(string path, NotebookDocument document, AssignmentManifest manifest) => (_path, _document, _manifest) = (path, document, manifest);

    /// <summary>Runs a notebook with the tests that were handed out with it.</summary>
    /// <param name="path">What the student will hand in; <c>kit</c> lies beside it.</param>
    /// <param name="options">How to run it.</param>
    /// <param name="cancellation">Ends the session.</param>
    /// <exception cref="NotebookFormatException">It cannot be read.</exception>
    /// <exception cref="IOException">The kit beside it does not know the assignment.</exception>
    public static Task<ValidationReport> RunAsync(string path, CheckOptions options, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(options);
        var document = NotebookFile.Load(path);
        return new SubmissionValidation(path, document, ManifestFor(path)).RunAsync(options, cancellation);
    }

    /// <summary>The list of the assignment's tests: the one of the notebook's name, or the only one, for a notebook may have been renamed.</summary>
    private static AssignmentManifest ManifestFor(string path)
    {
        var kit = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, "kit");
        string[] lists = Directory.Exists(kit) ? [.. Directory.EnumerateFiles(kit, "*.json")] : [];
        var own = lists.FirstOrDefault(list => Path.GetFileNameWithoutExtension(list) == Path.GetFileNameWithoutExtension(path));
        if ((own ?? (lists.Length == 1 ? lists[0] : null)) is not { } file)
            throw new IOException($"{path}: the folder kit that came with the assignment is required beside it; {(lists.Length == 0 ? "it is not there" : "it knows several assignments, and none of this name")}. " +
                "Put the notebook back into the folder in which you got it.");
        try
        {
            return AssignmentManifest.Parse(File.ReadAllText(file));
        }
        catch (JsonException error)
        {
            throw new IOException($"{file}: the list of the assignment's tests is required; it cannot be read: {error.Message} Take the folder kit from the assignment again.", error);
        }
    }

    private async Task<ValidationReport> RunAsync(CheckOptions options, CancellationToken cancellation)
    {
        var document = WithTestsAsHandedOut();
        await using var warm = new WarmNotebook(_path, options);
        var cells = await warm.StartAsync(document, cancellation);
        foreach (var cell in cells.Where(cell => cell.Number <= _document.Cells.Count && !_tests.ContainsValue(cell.Number)))
            LookAt(cell);
        var results = cells.ToDictionary(cell => cell.Number);
        return new ValidationReport(
            new AssignmentResult(_manifest.Assignment, _path,
                [.. _manifest.Tests.Select(test => GradedCells.Of(new GradedTask(test.Name, test.Points), results[_tests[test.Name]]))],
                [.. _manifest.Questions.Select(Answer)]),
            [.. _problems.OrderBy(problem => problem.Position?.CellNumber ?? int.MaxValue)]);
    }

    /// <summary>The notebook with the tests as they were, whatever has become of them: so they run when it is graded.</summary>
    private NotebookDocument WithTestsAsHandedOut()
    {
        List<NotebookCell> cells = [.. _document.Cells];
        var found = Named(directives => directives.Tests);
        foreach (var test in _manifest.Tests)
        {
            if (!found.TryGetValue(test.Name, out var index))
            {
                _problems.Add(new AssignmentProblem(null, $"test {test.Name}: its cell is missing. Copy it from the assignment; it was run at the end."));
                _tests[test.Name] = cells.Count + 1;
                cells.Add(new NotebookCell { Kernel = "csharp", Source = test.Source });
                continue;
            }
            _tests[test.Name] = index + 1;
            if (Bare(cells[index].Source) != Bare(test.Source))
                _problems.Add(new AssignmentProblem(At(index), $"test {test.Name}: its cell was changed, and was run as it was handed out. Put it back; try things out in cells of your own."));
            cells[index] = cells[index] with { Source = test.Source };
        }
        return _document with { Cells = cells };
    }

    /// <summary>Cells by the task they name. What is wrong with their other comments is said when they run.</summary>
    private Dictionary<string, int> Named(Func<CellDirectives, GradedTask?> task) => _document.Cells.Index()
        .Select(cell => (cell.Index, Task: task(CellDirectives.Read(cell.Item, (_, _) => { }))))
        .Where(cell => cell.Task is not null).DistinctBy(cell => cell.Task!.Name).ToDictionary(cell => cell.Task!.Name, cell => cell.Index, StringComparer.Ordinal);

    private void LookAt(CellResult cell)
    {
        if (cell.Verdict is Verdict.Passed or Verdict.Skipped or Verdict.Unavailable)
            return;
        var message = cell.Error switch
        {
            { Kind: CellErrorKind.CompileError } error => $"it does not compile: {error.Message}",
            { ExceptionType: "System.NotImplementedException" } error => error.Message.EndsWith("your code here", StringComparison.Ordinal) ? $"still to be written: {error.Message}" : error.Message,
            _ => $"{Words.Of(cell.Verdict)}: {cell.Message}",
        };
        _problems.Add(new AssignmentProblem(cell.Position ?? At(cell.Number - 1), message));
    }

    private QuestionResult Answer(ManifestQuestion question)
    {
        if (!Named(directives => directives.Asks).TryGetValue(question.Name, out var index))
        {
            _problems.Add(new AssignmentProblem(null, $"question {question.Name}: its cell is missing. Copy it from the assignment, and answer it."));
            return new QuestionResult(question.Name, question.Points, false);
        }
        bool? answered = question.Source.Contains(StudentVersion.Answer, StringComparison.Ordinal)
            ? !_document.Cells[index].Source.Contains(StudentVersion.Answer, StringComparison.Ordinal)
            : null;
        if (answered == false)
            _problems.Add(new AssignmentProblem(At(index), $"question {question.Name}: there is no answer yet."));
        return new QuestionResult(question.Name, question.Points, answered);
    }

    private CellPosition At(int index) => new(_path, index + 1, 1, 0, _document.Cells[index].Line);

    /// <summary>Blanks at line ends and empty lines around it are no change: editors make them.</summary>
    private static string Bare(string source) => string.Join('\n', source.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())).Trim('\n');
}
