using CourseKit.Notebooks.Authoring;

namespace CourseKit.Notebooks.Tests.Authoring;

public class MarkTests
{
    [Fact]
    public void An_assignment_has_its_tests_questions_and_points()
    {
        var assignment = Notebook.Assignment(
            "#!markdown\n\n# Own functions\n",
            "// BEGIN SOLUTION\nstatic double Square(double x) => x * x;\n// END SOLUTION",
            "// coursekit: test square (2 points)\nif (Square(3) != 9) throw new Exception();",
            "//coursekit:test half-a-point ( 0.5 points )\n// BEGIN HIDDEN TESTS\nif (Square(-3) != 9) throw new Exception();\n// END HIDDEN TESTS",
            "#!markdown\n\n<!-- coursekit: question why (1 point, manual) -->\n\nWhy?\n");

        Assert.Equal(("hw1", "Own functions", 2.5m, 1m), (assignment.Name, assignment.Title, assignment.TestPoints, assignment.QuestionPoints));
        Assert.Equal(["square", "half-a-point"], assignment.Tests.Select(test => test.Name));
        Assert.Equal("why", Assert.Single(assignment.Questions).Name);
        Assert.Equal((MarkKind.Solution, 1, 3), assignment.Cells[1].Regions.Select(region => (region.Kind, region.First, region.Last)).Single());
        Assert.Equal((MarkKind.HiddenTests, 2, 4), assignment.Cells[3].Regions.Select(region => (region.Kind, region.First, region.Last)).Single());
    }

    [Theory]
    [InlineData("var s = \"\"\"\n// BEGIN SOLUTION\n\"\"\";")]
    [InlineData("var s = @\"\n// BEGIN SOLUTION\n\";")]
    [InlineData("var s = $\"\"\"\n  // BEGIN SOLUTION\n  {1}\n  \"\"\";")]
    [InlineData("#if NEVER\n// BEGIN SOLUTION\n#endif")]
    [InlineData("/*\n// BEGIN SOLUTION\n*/")]
    [InlineData("var x = 1; // BEGIN SOLUTION")]
    [InlineData("/// BEGIN SOLUTION\nclass A;")]
    [InlineData("#!markdown\n\n```\n<!-- BEGIN SOLUTION -->\n```")]
    [InlineData("#!markdown\n\n    <!-- BEGIN SOLUTION -->")]
    [InlineData("#!markdown\n\n// BEGIN SOLUTION")]
    [InlineData("// begin with the solution of the simple case")]
    [InlineData("// Begin at the end")]
    public void What_the_language_does_not_take_for_a_comment_is_no_mark(string cell)
    {
        var assignment = Notebook.Assignment(cell, Test("a"));

        Assert.Empty(assignment.Cells[0].Regions);
    }

    [Theory]
    [InlineData("#if !NEVER\n// BEGIN SOLUTION\n1\n// END SOLUTION\n#endif")]
    [InlineData("#!time\n// BEGIN SOLUTION\n1\n// END SOLUTION")]
    [InlineData("static int F()\n{\n    // BEGIN SOLUTION\n    return 1;\n    // END SOLUTION\n}")]
    [InlineData("// BEGIN SOLUTION\n// END SOLUTION")]
    [InlineData("this does not parse (\n// BEGIN SOLUTION\n1\n// END SOLUTION")]
    [InlineData("#!markdown\n\nText\n<!-- BEGIN SOLUTION -->\nanswer\n<!--END SOLUTION-->")]
    [InlineData("#!fsharp\n\n// BEGIN SOLUTION\n1\n// END SOLUTION")]
    public void A_comment_in_its_own_line_is_a_mark_wherever_it_stands(string cell)
    {
        var assignment = Notebook.Assignment(cell, Test("a"));

        Assert.Single(assignment.Cells[0].Solutions);
    }

    [Fact]
    public void A_stub_of_the_teachers_own_may_have_several_lines()
    {
        var assignment = Notebook.Assignment("// BEGIN SOLUTION\n// STUB: if (true)\n// STUB:     return default;\nreturn 1;\n// END SOLUTION", Test("a"));

        Assert.Equal(["if (true)", "    return default;"], assignment.Cells[0].Regions[0].Stub);
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once_with_its_line()
    {
        var error = Assert.Throws<AssignmentException>(() => Notebook.Assignment(Wrong));

        Approved.Check(error.Message + "\n", "Marks.txt");
    }

    /// <summary>Every mistake there is in marks.</summary>
    internal static readonly string[] Wrong =
    [
        "// END SOLUTION\n// STUB: return default;\n// BEGIN SOLUTON\nvar x = 1;",
        "// BEGIN SOLUTION\n// BEGIN HIDDEN TESTS\nvar y = 1;\n// END HIDDEN TESTS",
        "// Begin Solution\nvar z = 1;\n// end_solution",
        "// coursekit: test sigmoid (two points)\n1",
        "// coursekit: test sigmoid\n1",
        "// coursekit: test sigmoid (2 points, manual)\n1",
        "#!markdown\n\nWhy?\n<!-- coursekit: question why (3 points) -->\n",
        "#!markdown\n\n<!-- coursekit: test text (3 points) -->\n",
        "// coursekit: test same (1 point)\n1",
        "// coursekit:  test same (1 point)\n1",
        "// coursekit: test one (1 point)\n// coursekit: test two (1 point)\n1",
        "// coursekit: test three (-1 points)\n1",
        "// BEGIN HIDDEN TESTS\n1\n// END HIDDEN TESTS",
        "// coursekit: test four (1 point)\n// BEGIN SOLUTION\n1\n// END SOLUTION",
        "// coursekit: quesion why (1 point, manual)\n1",
    ];

    private static string Test(string name) => $"// coursekit: test {name} (1 point)\n1";
}
