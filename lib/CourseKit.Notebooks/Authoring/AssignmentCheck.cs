using CourseKit.Notebooks.Running;
using CourseKit.Notebooks.Sessions;

namespace CourseKit.Notebooks.Authoring;

/// <summary>Tries an assignment before anybody gets it: the teacher's version earns all points, the students' none, and no mistake goes unnoticed.</summary>
public sealed class AssignmentCheck
{
    private readonly Assignment _assignment;
    private readonly CheckOptions _options;
    private readonly List<AssignmentProblem> _problems = [];

    private AssignmentCheck(Assignment assignment, CheckOptions options) => (_assignment, _options) = (assignment, options);

    /// <summary>Checks an assignment.</summary>
    /// <param name="assignment">The teacher's version.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellation">Ends the sessions.</param>
    /// <exception cref="AssignmentException">It does not compile, or a solution has no stub.</exception>
    public static Task<CheckReport> RunAsync(Assignment assignment, CheckOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(assignment);
        ArgumentNullException.ThrowIfNull(options);
        return new AssignmentCheck(assignment, options).RunAsync(cancellation);
    }

    private async Task<CheckReport> RunAsync(CancellationToken cancellation)
    {
        if (_assignment.Tests.Count + _assignment.Questions.Count == 0)
            _problems.Add(new AssignmentProblem(null, "a test or a question with points is required; there is none. Write // coursekit: test sigmoid-values (2 points) into a cell."));
        var graded = StudentVersion.Of(_assignment, null, withHiddenTests: true);
        await using var warm = new WarmNotebook(_assignment.Path, _options);
        _options.Progress("the teacher's version");
        var cells = await warm.StartAsync(_assignment.Document, cancellation);
        var teacher = GradedCells.Of(_assignment, cells, number => number);
        LookAtTeachers(cells);
        if (_problems.Count > 0)
            return new CheckReport(teacher, null, [], _problems);
        var solutions = await BreakSolutionsAsync(graded, warm, cells.ToDictionary(cell => cell.Number, cell => cell.Elapsed), cancellation);
        _options.Progress("the students' version");
        cells = await warm.StartAsync(graded.Document, cancellation);
        var students = GradedCells.Of(_assignment, cells, number => graded.TeachersNumber[number - 1]);
        LookAtStudents(students);
        return new CheckReport(teacher, students, solutions, _problems);
    }

    private void LookAtTeachers(IReadOnlyList<CellResult> cells)
    {
        foreach (var cell in cells.Where(cell => cell.Verdict is not (Verdict.Passed or Verdict.Skipped or Verdict.Unavailable)))
        {
            var author = _assignment.Cells[cell.Number - 1];
            var what = author.Directives.Tests is { } test ? $"test {test.Name}: all points of the teacher's version are" : "the teacher's version: a cell that passes is";
            _problems.Add(new AssignmentProblem(cell.Position ?? _assignment.At(author, 1), $"{what} required; it {Words.Of(cell.Verdict)}: {cell.Message} Correct the solution or the cell."));
        }
    }

    private async Task<IReadOnlyList<SolutionReport>> BreakSolutionsAsync(
        StudentVersion version, WarmNotebook warm, Dictionary<int, TimeSpan> elapsed, CancellationToken cancellation)
    {
        var check = new SolutionCheck(_assignment, version, _options, warm, elapsed);
        var reports = new List<SolutionReport>();
        foreach (var cell in _assignment.Cells.Where(cell => cell.IsCSharp && !cell.Directives.IsTeacherOnly))
            foreach (var region in cell.Solutions)
            {
                var report = await check.RunAsync(cell, region, cancellation);
                _options.Progress(report.ToString());
                reports.Add(report);
                if (!report.IsTested)
                    _problems.Add(new AssignmentProblem(report.Position, $"{report.Name}: a test that needs this solution is required; with the stub in its place all pass. Test it, or take the marks out."));
            }
        return reports;
    }

    private void LookAtStudents(AssignmentResult students)
    {
        foreach (var test in students.Tests.Where(test => test.Passed))
        {
            var cell = _assignment.TestCells.First(cell => cell.Directives.Tests!.Name == test.Name);
            _problems.Add(new AssignmentProblem(_assignment.At(cell, 1),
                $"test {test.Name}: a test that fails without a solution is required; it passes, and gives {GradedTask.Text(test.Points)} for nothing. Test what the students write."));
        }
    }
}

/// <summary>The results of tests, found among the cells of a run.</summary>
internal static class GradedCells
{
    /// <param name="assignment">The teacher's version.</param>
    /// <param name="cells">How the cells of a notebook made from it ended.</param>
    /// <param name="teachersNumber">The teacher's number of a cell.</param>
    public static AssignmentResult Of(Assignment assignment, IReadOnlyList<CellResult> cells, Func<int, int> teachersNumber)
    {
        var results = cells.ToDictionary(cell => teachersNumber(cell.Number));
        return new AssignmentResult(
            assignment.Name,
            assignment.Path,
            [.. assignment.TestCells.Where(cell => results.ContainsKey(cell.Number)).Select(cell => Of(cell.Directives.Tests!, results[cell.Number]))],
            [.. assignment.Questions.Select(question => new QuestionResult(question.Name, question.Points, null))]);
    }

    public static TestResult Of(GradedTask task, CellResult cell) => new(
        task.Name, task.Points, cell.Verdict == Verdict.Passed, Words.Of(cell.Verdict), cell.Verdict == Verdict.Passed ? null : MessageOf(cell), cell.Number);

    /// <summary>What was thrown, without the type that a student need not know.</summary>
    private static string? MessageOf(CellResult cell) => cell.Error is { Kind: CellErrorKind.Exception } error ? error.Message : cell.Message;
}
