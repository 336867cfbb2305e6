using CourseKit.Notebooks.Authoring;
using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Sessions;
using CourseKit.Notebooks.Tests.Sessions;

namespace CourseKit.Notebooks.Tests.Authoring;

public sealed class ValidationTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("coursekit-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_student_learns_what_is_missing_changed_unwritten_and_wrong()
    {
        Release();
        var path = Submit("hw1.dib", text => text
            .Replace("if (Twice(2) != 4)", "if (false)", StringComparison.Ordinal)
            .Replace("// coursekit: test half (2 points)\nif (Half(4) != 2) throw new Exception(\"Half(4): 2 is required.\");\n", "var x = undeclared;\n", StringComparison.Ordinal)
            .Replace("throw new NotImplementedException(\"Twice: your code here\")", "x * 3", StringComparison.Ordinal));

        var report = await SubmissionValidation.RunAsync(path, Options);

        Assert.False(report.IsReady);
        Assert.Equal([("twice", false, "Twice(2): 4 is required."), ("half", false, "Half: your code here"), ("given", true, null)],
            report.Result.Tests.Select(test => (test.Name, test.Passed, test.Message)));
        Assert.Equal("""
            hw1.dib(15), cell 4, line 1: test twice: its cell was changed, and was run as it was handed out. Put it back; try things out in cells of your own.
            hw1.dib(20,9), cell 5, line 1: it does not compile: (1,9): error CS0103: The name 'undeclared' does not exist in the current context
            hw1.dib(29), cell 7, line 1: question why: there is no answer yet.
            test half: its cell is missing. Copy it from the assignment; it was run at the end.
            """.ReplaceLineEndings("\n"), string.Join('\n', report.Problems));
    }

    [Fact]
    public async Task A_solved_notebook_is_ready_under_another_name_too_and_editors_blanks_are_no_change()
    {
        Release();
        var path = Submit("hw1-anna.dib", text => text
            .Replace("throw new NotImplementedException(\"Twice: your code here\")", "x * 2", StringComparison.Ordinal)
            .Replace("throw new NotImplementedException(\"Half: your code here\")", "x / 2", StringComparison.Ordinal)
            .Replace("(1 point)\n", "(1 point)  \n", StringComparison.Ordinal)
            .Replace("*Your answer here.*", "Because.", StringComparison.Ordinal));

        var report = await SubmissionValidation.RunAsync(path, Options);

        Assert.Empty(report.Problems);
        Assert.True(report.IsReady);
        Assert.Equal("3.5 of 3.5 points", report.Result.ToString());
        Assert.True(Assert.Single(report.Result.Questions).Answered);
    }

    [Fact]
    public async Task Without_the_kit_beside_it_nobody_knows_its_tests()
    {
        var path = Path.Combine(_folder, "hw1.dib");
        File.WriteAllText(path, "#!csharp\n\n1\n");

        var error = await Assert.ThrowsAsync<IOException>(() => SubmissionValidation.RunAsync(path, Options));

        Assert.EndsWith("the folder kit that came with the assignment is required beside it; it is not there. Put the notebook back into the folder in which you got it.", error.Message, StringComparison.Ordinal);
    }

    private static CheckOptions Options => new() { StartSession = async folder => await ChildSession.StartAsync(TestSession.Options(folder)) };

    private void Release() => AssignmentRelease.Write(
        Notebook.Read(Path.Combine(_folder, "hw1.dib"),
            "#!markdown\n\n# Twice\n",
            "// BEGIN SOLUTION\nstatic int Twice(int x) => x * 2;\n// END SOLUTION",
            "// BEGIN SOLUTION\nstatic int Half(int x) => x / 2;\n// END SOLUTION",
            "// coursekit: test twice (1 point)\nif (Twice(2) != 4) throw new Exception(\"Twice(2): 4 is required.\");",
            "// coursekit: test half (2 points)\nif (Half(4) != 2) throw new Exception(\"Half(4): 2 is required.\");",
            "// coursekit: test given (0.5 points)\nConsole.WriteLine(1);",
            "#!markdown\n\n<!-- coursekit: question why (3 points, manual) -->\nWhy?\n\n<!-- BEGIN SOLUTION -->\nIt is so.\n<!-- END SOLUTION -->\n"),
        new ReleaseOptions { OutputFolder = Path.Combine(_folder, "out"), Kit = [], Command = "coursekit" });

    private string Submit(string name, Func<string, string> solve)
    {
        var text = File.ReadAllText(Path.Combine(_folder, "out", "hw1.dib"));
        var solved = solve(text);
        Assert.NotEqual(text, solved);
        File.Delete(Path.Combine(_folder, "out", "hw1.dib"));
        var path = Path.Combine(_folder, "out", name);
        NotebookFile.Save(DibFormat.Parse(solved, path), path);
        return path;
    }
}
