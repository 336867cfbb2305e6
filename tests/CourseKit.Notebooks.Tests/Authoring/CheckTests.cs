using CourseKit.Notebooks.Authoring;
using CourseKit.Notebooks.Sessions;
using CourseKit.Notebooks.Tests.Sessions;

namespace CourseKit.Notebooks.Tests.Authoring;

public sealed class CheckTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("coursekit-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static CheckOptions Options => new() { StartSession = async folder => await ChildSession.StartAsync(TestSession.Options(folder)) };

    [Fact]
    public async Task A_check_says_what_each_test_notices_and_which_solution_nobody_tests()
    {
        var assignment = Notebook.Read(Path.Combine(_folder, "hw1.dib"),
            "// BEGIN SOLUTION\nstatic int Twice(int x)\n{\n    return x * 2 + 0 * x;\n}\n// END SOLUTION",
            "static int Sum(int[] values)\n{\n    var sum = 0;\n    // BEGIN SOLUTION\n    foreach (var value in values)\n        sum += Twice(value) / 2;\n    // END SOLUTION\n    return sum;\n}",
            "// BEGIN SOLUTION\nvar unused = 1;\n// END SOLUTION",
            "// coursekit: test twice (1 point)\n// BEGIN HIDDEN TESTS\nif (Twice(2) != 4) throw new Exception(\"Twice(2): 4 is required.\");\n// END HIDDEN TESTS",
            "// coursekit: test sum (2 points)\nif (Sum([3, 4]) != 7) throw new Exception(\"Sum: 7 is required.\");",
            "// coursekit: test given (0.5 points)\nConsole.WriteLine(1);");

        var report = await AssignmentCheck.RunAsync(assignment, Options);

        Assert.Equal(("3.5 of 3.5 points", "0.5 of 3.5 points"), (report.Teacher.ToString(), report.Students!.ToString()));
        Assert.Equal(["Twice: 4 of 6 mistakes noticed, by twice", "Sum: 4 of 4 mistakes noticed, by sum", "unused: no test needs it"], report.Solutions.Select(solution => solution.ToString()));
        Assert.Equal(["hw1.dib(6), cell 1, line 4: no test notices - in place of +: return x * 2 - 0 * x;", "hw1.dib(6), cell 1, line 4: no test notices / in place of *: return x * 2 + 0 / x;"],
            report.Unnoticed.Select(problem => problem.ToString()));
        Assert.Equal(2, report.Problems.Count);
        Assert.Contains("unused: a test that needs this solution is required", report.Problems[0].ToString(), StringComparison.Ordinal);
        Assert.Contains("test given: a test that fails without a solution is required; it passes, and gives 0.5 points for nothing.", report.Problems[1].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mistakes_that_never_end_are_noticed_and_cells_that_change_others_mislead_nobody()
    {
        var assignment = Notebook.Read(Path.Combine(_folder, "hw1.dib"),
            "var data = new List<int> { 1, 2 };",
            "static int Count(int n)\n{\n    var steps = 0;\n    while (n > 1)\n    {\n        // BEGIN SOLUTION\n        n -= 1;\n        // END SOLUTION\n        steps++;\n    }\n    return steps;\n}",
            "// coursekit: test count (1 point)\nif (Count(4) != 3) throw new Exception(\"3 is required.\");",
            "// BEGIN SOLUTION\ndata.Add(data.Count + 1);\n// END SOLUTION",
            "// coursekit: test data (1 point)\nif (data.Count != 3 || data[2] != 3) throw new Exception(\"A third is required.\");");

        var report = await AssignmentCheck.RunAsync(assignment, Options with { Mutations = 2, LeastTime = TimeSpan.FromSeconds(1) });

        Assert.Empty(report.Problems);
        Assert.Equal(["Count: 2 of 2 mistakes noticed, by count", "cell 4: 2 of 2 mistakes noticed, by data"], report.Solutions.Select(solution => solution.ToString()));
    }

    [Fact]
    public async Task A_teachers_version_that_does_not_earn_all_points_ends_the_check()
    {
        var assignment = Notebook.Read(Path.Combine(_folder, "hw1.dib"),
            "// BEGIN SOLUTION\nstatic int Twice(int x) => x * 3;\n// END SOLUTION",
            "// coursekit: test twice (1 point)\nif (Twice(2) != 4) throw new Exception(\"Twice(2): 4 is required.\");",
            "1 / int.Parse(\"0\")");

        var report = await AssignmentCheck.RunAsync(assignment, Options);

        Assert.Null(report.Students);
        Assert.Equal("Twice(2): 4 is required.", Assert.Single(report.Teacher.Tests).Message);
        Assert.Equal([
            "hw1.dib(10,20), cell 2, line 2: test twice: all points of the teacher's version are required; it failed: System.Exception: Twice(2): 4 is required. Correct the solution or the cell.",
            "hw1.dib(14,1), cell 3, line 1: the teacher's version: a cell that passes is required; it failed: System.DivideByZeroException: Attempted to divide by zero. Correct the solution or the cell.",
        ], report.Problems.Select(problem => problem.ToString()));
    }
}
