using CourseKit.Notebooks.Authoring;

namespace CourseKit.Notebooks.Tests.Authoring;

public class LeakCheckTests
{
    private const string Solution = "// BEGIN SOLUTION\nstatic double Sigmoid(double x)\n{\n    var expOfMinus = Math.Exp(-x);\n    return 1 / (1 + expOfMinus);\n}\n// END SOLUTION";

    private const string Tests = "// coursekit: test sigmoid (2 points)\nif (Math.Abs(Sigmoid(0) - 0.5) > 1e-9)\n    throw new Exception(\"Sigmoid(0) is one half.\");\n" +
        "// BEGIN HIDDEN TESTS\nif (Math.Abs(Sigmoid(1.25) - 0.7772998611746911) > 1e-9)\n    throw new Exception(\"caught at 1.25\");\n// END HIDDEN TESTS";

    [Theory]
    [InlineData("#!markdown\n\nIt is about 0.77, and Exp is what you need; the half is 0.5.\n")]
    [InlineData("var max = Math.Exp(-1);\nvar min = 1 / (1 + max);")]
    [InlineData("// the sigmoid is one over one plus e to the minus x")]
    public void What_says_nothing_of_it_is_no_leak(string cell) => Assert.Empty(Leaks(cell));

    [Theory]
    [InlineData("#!markdown\n\nIt is 0.7772998611746911 there.\n", "\"0.7772998611746911\" of the hidden tests in cell 3, line 5 stands here. Take it out, or hand it out on purpose with --allow \"0.7772998611746911\".")]
    [InlineData("// at 1.25 it is caught\nvar z = 1;", "\"1.25\" of the hidden tests in cell 3, line 5 stands here. Take it out, or hand it out on purpose with --allow \"1.25\".")]
    [InlineData("#!markdown\n\nThe message will be: caught at 1.25!\n", "\"1.25\" of the hidden tests")]
    [InlineData("#!markdown\n\nCall it `expOfMinus`.\n", "\"expOfMinus\" of the solution in cell 2, line 4 stands here.")]
    [InlineData("#!markdown\n\n```csharp\nreturn 1 / (1 +   expOfMinus );\n```\n", "\"expOfMinus\" of the solution")]
    [InlineData("static double Copy(double x)\n{\n    var expOfMinus = Math.Exp(-x);\n    return 1 / (1 + expOfMinus);\n}", "the solution in cell 2, line 3 stands in this cell word for word. Mark it here too, or take it out.")]
    public void What_is_hidden_is_found_wherever_it_stands(string cell, string message) => Assert.StartsWith(message, Leaks(cell)[0], StringComparison.Ordinal);

    [Fact]
    public void A_sentence_of_an_answer_is_found_too()
    {
        const string Answer = "#!markdown\n\n<!-- coursekit: question why (1 point, manual) -->\nWhy?\n\n<!-- BEGIN SOLUTION -->\nBecause every class is as probable as any other at first.\n<!-- END SOLUTION -->\n";

        var leaks = Leaks("#!markdown\n\nHint: because it is so. Because every class is as probable as any other at first.\n", Answer);

        Assert.Equal("the solution in cell 4, line 5 stands here word for word. Take it out.", Assert.Single(leaks));
    }

    [Fact]
    public void What_the_teacher_allows_is_no_leak_and_neither_is_what_the_code_shows()
    {
        Assert.Empty(Leaks("#!markdown\n\nTry 1.25.\n", allowed: ["1.25", "caught at 1.25"]));
        Assert.Empty(Leaks("#!markdown\n\nTry 1.25.\n", "var at = 1.25;\nConsole.WriteLine(\"caught at 1.25\");"));
    }

    private static string[] Leaks(string first, string? last = null, string[]? allowed = null)
    {
        var assignment = Notebook.Assignment([first, Solution, Tests, .. last is null ? [] : new[] { last }]);
        var version = StudentVersion.Of(assignment, NotebookCompilation.Unknown, null, withHiddenTests: false);
        return [.. new LeakCheck(assignment, version.Document, allowed ?? []).In(version.Document, version.TeachersNumber).Select(problem => problem.Message)];
    }
}
