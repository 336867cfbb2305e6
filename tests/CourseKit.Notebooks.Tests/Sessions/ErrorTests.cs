using CourseKit.Notebooks.Sessions;

namespace CourseKit.Notebooks.Tests.Sessions;

public class ErrorTests(TestSession session) : IClassFixture<TestSession>
{
    [Fact]
    public async Task A_compile_error_says_where_in_cell_and_file_and_shows_the_line()
    {
        var request = session.Request("var fine = 1;\nint wrong = \"text\";", null);

        var error = (await RunAsync(request)).Error!;

        Assert.Equal(CellErrorKind.CompileError, error.Kind);
        Assert.Equal("(2,13): error CS0029: Cannot implicitly convert type 'string' to 'int'", error.Message);
        Assert.Equal(new CellPosition(request.Path, request.CellNumber, 2, 13, request.FirstLine + 1), error.Position);
        Assert.Equal("int wrong = \"text\";", error.SourceLine);
        var diagnostic = Assert.Single(error.Diagnostics);
        Assert.Equal((2, 13, 2, 19), (diagnostic.Line, diagnostic.Column, diagnostic.EndLine, diagnostic.EndColumn));
    }

    [Fact]
    public void A_position_reads_as_people_write_it()
    {
        Assert.Equal("02-net.dib(41,9), cell 5, line 3", new CellPosition("/x/02-net.dib", 5, 3, 9, 41).ToString());
        Assert.Equal("02-net.dib(41), cell 5, line 3", new CellPosition("/x/02-net.dib", 5, 3, 0, 41).ToString());
        Assert.Equal("02-net.ipynb, cell 5, line 3", new CellPosition("/x/02-net.ipynb", 5, 3, 9, 0).ToString());
        Assert.Equal("cell 5, line 3", new CellPosition(null, 5, 3, 9, 0).ToString());
    }

    [Fact]
    public async Task A_format_without_lines_has_no_file_line()
    {
        var error = (await RunAsync(new CellRequest("c", "throw new Exception(\"x\");", "nb.ipynb", 3, 0))).Error!;

        Assert.Equal(new CellPosition("nb.ipynb", 3, 1, 1, 0), error.Position);
    }

    [Fact]
    public async Task Nothing_of_a_cell_that_does_not_compile_runs()
    {
        var run = await session.RunAsync("Console.Write(\"ran\");\nundefined();");

        Assert.Equal("", run.Out);
        Assert.Equal(["DiagnosticsReported", "Failed", "Idle"], run.Events.Select(happened => happened.GetType().Name));
    }

    [Fact]
    public async Task An_exception_says_type_message_line_and_the_way_it_took()
    {
        var request = session.Request("""
            static int Invert(int x)
            {
                return 1 / x;
            }
            var results = new[] { 1, 0 }.Select(x => Invert(x));
            results.Sum()
            """, null);

        var error = (await RunAsync(request)).Error!;

        Assert.Equal((CellErrorKind.Exception, "System.DivideByZeroException", "Attempted to divide by zero."), (error.Kind, error.ExceptionType, error.Message));
        Assert.Equal((3, request.FirstLine + 2), (error.Position!.Line, error.Position.FileLine));
        Assert.Equal("    return 1 / x;", error.SourceLine);
        var lines = error.StackTrace!.Split('\n');
        Assert.Equal("System.DivideByZeroException: Attempted to divide by zero.", lines[0]);
        Assert.Equal($"   at Invert(Int32 x) in cell {request.CellNumber}, line 3", lines[1]);
        Assert.Equal($"   at cell {request.CellNumber}, line 6", lines[^1]);
        Assert.DoesNotContain("Submission", error.StackTrace, StringComparison.Ordinal);
        Assert.DoesNotContain("CourseKit", error.StackTrace, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_function_from_an_earlier_cell_the_calling_line_is_shown_and_the_trace_names_both_cells()
    {
        var first = session.Request("static void Refuse() =>\n    throw new InvalidOperationException(\"no\");", null);
        await RunAsync(first);
        var second = session.Request("var before = 1;\nRefuse();", null);

        var error = (await RunAsync(second)).Error!;

        Assert.Equal((second.CellNumber, 2, "Refuse();"), (error.Position!.CellNumber, error.Position.Line, error.SourceLine));
        Assert.Equal(
            $"System.InvalidOperationException: no\n   at Refuse() in cell {first.CellNumber}, line 2\n   at cell {second.CellNumber}, line 2",
            error.StackTrace);
    }

    [Fact]
    public async Task Asynchronous_methods_are_named_as_they_were_written()
    {
        var request = session.Request("async Task<int> LoadAsync() { await Task.Delay(1); throw new FormatException(\"bad\"); }\nawait LoadAsync()", null);

        var error = (await RunAsync(request)).Error!;

        Assert.Equal(
            $"System.FormatException: bad\n   at LoadAsync() in cell {request.CellNumber}, line 1\n   at cell {request.CellNumber}, line 2",
            error.StackTrace);
    }

    /// <summary>Of these the runtime knows the method's first line, or none: see <c>ArrayThrow</c>.</summary>
    [Theory]
    [InlineData("int[] few = [1, 2];\nfew[1] = 5;\nfew[2] = 6;\nfew[0] = 7;", "3", "3")]
    [InlineData("int[] some = [1, 2];\nvar list = new List<int> { 1 };\nfor (var i = 0; i < 3; i++)\n{\n    Console.Write(list[0]);\n    Console.Write(some[i]);\n}", "6", "6")]
    [InlineData("int Sum(int[] x)\n{\n    var sum = 0;\n    for (var i = 0; i <= x.Length; i++)\n        sum += x[i];\n    return sum;\n}\nSum(new int[2])", "5", "5 8")]
    [InlineData("async Task<int> LaterAsync(int[] x)\n{\n    await Task.Delay(1);\n    for (var i = 0; ; i++)\n        await Task.Delay(x[i]);\n}\nawait LaterAsync(new int[2]);", "5", "5 7")]
    [InlineData("var word = \"abc\";\nwhile (word[3] != ' ') { }", "2", "2")]
    [InlineData("var two = new int[2];\nvar sums = new[] { 1, 2 }.Select(n =>\n    two[n]).ToList();", "3", "3 2")]
    public async Task An_index_out_of_range_has_the_line_that_indexes(string code, string line, string trace)
    {
        var request = session.Request(code, null);

        var error = (await RunAsync(request)).Error!;

        Assert.Equal("Index was outside the bounds of the array.", error.Message);
        Assert.Equal((line, code.Split('\n')[error.Position!.Line - 1]), ($"{error.Position.Line}", error.SourceLine));
        Assert.Equal(trace, string.Join(' ', error.StackTrace!.Split('\n').Where(frame => frame.Contains($"cell {request.CellNumber}, line ", StringComparison.Ordinal))
            .Select(frame => frame.Split(' ')[^1])));
    }

    [Fact]
    public async Task Where_several_lines_index_all_of_them_are_named()
    {
        var request = session.Request("var pair = new int[2];\nfor (var i = 1; i < 3; i++)\n{\n    pair[i - 1] = i;\n    pair[i] = i;\n}", null);

        var error = (await RunAsync(request)).Error!;

        Assert.Equal(("Index was outside the bounds of the array. It was in line 4 or 5.", null), (error.Message, error.Position));
        Assert.Equal($"System.IndexOutOfRangeException: Index was outside the bounds of the array.\n   at cell {request.CellNumber}, line 4 or 5", error.StackTrace);
    }

    [Fact]
    public async Task Types_of_the_notebook_go_by_their_own_names()
    {
        var error = (await session.RunAsync("class TooLate : Exception { }\nthrow new TooLate();")).Error!;

        Assert.Equal("TooLate", error.ExceptionType);
        Assert.Equal("Exception of type 'TooLate' was thrown.", error.Message);
    }

    [Fact]
    public async Task An_exception_that_cannot_even_say_its_message_is_reported_all_the_same()
    {
        var error = (await session.RunAsync("class Broken : Exception { public override string Message => throw new Exception(); }\nthrow new Broken();")).Error!;

        Assert.Equal(("Broken", "(Broken.Message threw Exception)"), (error.ExceptionType, error.Message));
        Assert.Contains("ToString threw Exception", error.StackTrace, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Variables_assigned_before_the_throw_keep_their_values()
    {
        await session.RunAsync("var assigned = 1;\nthrow new Exception(\"mid\");\nvar never = 2;");

        Assert.Equal("1 0", (await session.RunAsync("$\"{assigned} {never}\"")).Shown);
    }

    [Fact]
    public async Task What_a_cell_that_does_not_compile_declares_is_not_declared()
    {
        await session.RunAsync("using System.Text.RegularExpressions;\nint notDeclared = \"x\";");

        Assert.Contains("CS0103", (await session.RunAsync("Regex.Escape(\"a\")")).Shown, StringComparison.Ordinal);
        Assert.Contains("CS0103", (await session.RunAsync("notDeclared")).Shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("var before = 1;\n#!fsharp\nbefore", 2, "\"fsharp\" cells cannot be run: this runner has csharp, html, javascript, markdown, mermaid and value. " +
        "Remove the cell, leave such cells out with --skip-unsupported, or run the notebook where that kernel exists.")]
    public async Task What_the_session_lacks_is_named_and_nothing_of_the_cell_runs(string code, int line, string message)
    {
        var run = await session.RunAsync("Console.Write(\"ran\");\n" + code);

        Assert.Equal("", run.Out);
        Assert.Equal((CellErrorKind.Unsupported, message), (run.Error!.Kind, run.Error.Message));
        Assert.Equal((line + 1, code.Split('\n')[line - 1]), (run.Error.Position!.Line, run.Error.SourceLine));
    }

    [Fact]
    public async Task The_session_goes_on_after_every_kind_of_error()
    {
        foreach (var code in new[] { "syntax error here", "throw new Exception();", "#!nonsense", "#r \"absent.dll\"" })
            Assert.NotNull((await session.RunAsync(code)).Error);

        Assert.Equal("fine", (await session.RunAsync("\"fine\"")).Shown);
    }

    private async Task<CellRun> RunAsync(CellRequest request)
    {
        var run = new CellRun();
        await foreach (var happened in session.ExecuteAsync(request))
            run.Events.Add(happened);
        return run;
    }
}
