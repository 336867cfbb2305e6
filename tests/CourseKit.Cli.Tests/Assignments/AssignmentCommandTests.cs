namespace CourseKit.Cli.Tests.Assignments;

/// <summary>The walk of guides/homework.md: a new course, its assignment checked and released, solved by a student, validated with the kit alone.</summary>
public sealed class AssignmentCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task From_a_new_course_to_a_validated_solution()
    {
        await Passes("new", "course", "nets");
        var check = await Passes("assignment", "check", "nets/assignments/hw1.dib", "--mistakes", "4", "--json", "results.json");
        Assert.Contains("\n  the teacher's version earns 5 of 5 points, the students' 0 of 5 points\n", check.Out, StringComparison.Ordinal);
        Assert.EndsWith("✓ nets/assignments/hw1.dib: ready to be released\n", check.Out, StringComparison.Ordinal);
        Assert.Contains("\"name\": \"sigmoid-values\"", _folder.Read("results.json"), StringComparison.Ordinal);

        await Passes("assignment", "release", "nets/assignments/hw1.dib", "--out", "students/hw1", "--ipynb");
        var handedOut = _folder.Read("students/hw1/hw1.dib");
        Assert.DoesNotContain("0.845534", Directory.EnumerateFiles(Path.Combine(_folder.Path, "students", "hw1")).Aggregate("", (all, file) => all + File.ReadAllText(file)), StringComparison.Ordinal);

        var unsolved = await Kit("assignment", "validate", "hw1.dib");
        Assert.Equal(1, unsolved.ExitCode);
        Assert.Contains("✗ sigmoid-values (2 points)\n    MySigmoid: your code here\n", unsolved.Out, StringComparison.Ordinal);
        Assert.Contains("question vanishing: there is no answer yet.", unsolved.Out, StringComparison.Ordinal);

        _folder.Write("students/hw1/hw1.dib", handedOut
            .Replace("throw new NotImplementedException(\"MySigmoid: your code here\")", "1 / (1 + Exp(-x))", StringComparison.Ordinal)
            .Replace("throw new NotImplementedException(\"MySlope: your code here\");", "return MySigmoid(x) * (1 - MySigmoid(x));", StringComparison.Ordinal)
            .Replace("*Your answer here.*", "It vanishes.", StringComparison.Ordinal));
        var solved = await Kit("assignment", "validate", "hw1.dib");
        Assert.Equal((0, ""), (solved.ExitCode, solved.Error));
        Assert.EndsWith("✓ hw1.dib: ready to be handed in; 5 of 5 points so far\n", solved.Out, StringComparison.Ordinal);
        var run = await Kit("run", "hw1.dib");
        Assert.True(run.ExitCode == 0, run.Out + run.Error);
    }

    [Fact]
    public void Every_assignment_of_the_course_can_be_released() => Assert.All(
        Directory.EnumerateFiles(Repository.PathOf("notebooks", "assignments"), "*.dib"),
        path => Notebooks.Authoring.AssignmentRelease.Write(
            Notebooks.Authoring.Assignment.Load(path),
            new()
            {
                OutputFolder = Path.Combine(_folder.Path, Path.GetFileNameWithoutExtension(path)),
                Command = "dotnet kit/runner/coursekit.dll",
                Kit = [.. Directory.EnumerateFiles(Repository.PathOf("artifacts", "kit"), "*.dll").Select(file => new Notebooks.Authoring.ReleasedFile($"kit/{Path.GetFileName(file)}", file))],
            }));

    [Theory]
    [InlineData("digits-sweeps")]
    [InlineData("hoda-keras")]
    [InlineData("mnist-own-functions")]
    public async Task The_courses_assignments_earn_their_teacher_all_points_and_their_students_none(string name)
    {
        var assignment = Notebooks.Authoring.Assignment.Load(Repository.PathOf("notebooks", "assignments", $"{name}.dib"));

        var check = await Passes("assignment", "check", assignment.Path, "--mistakes", "1");

        Assert.Matches($"the teacher's version earns ({assignment.TestPoints}) of \\1 points, the students' 0 of \\1 points\n", check.Out);
        Assert.Matches("[1-9] of [0-9]+ mistakes noticed", check.Out);
    }

    private async Task<CourseKitProcess> Passes(params string[] arguments)
    {
        var run = await CourseKitProcess.RunAsync(_folder.Path, arguments);
        Assert.True(run.ExitCode == 0, run.Out + run.Error);
        return run;
    }

    /// <summary>The command as a student has it: from the kit, in the assignment's folder.</summary>
    private Task<CourseKitProcess> Kit(params string[] arguments) =>
        CourseKitProcess.StartAsync("dotnet", Path.Combine(_folder.Path, "students", "hw1"), ["kit/runner/coursekit.dll", .. arguments]);
}
