namespace CourseKit.Notebooks.Tests.Sessions;

public class CellTests(TestSession session) : IClassFixture<TestSession>
{
    [Fact]
    public async Task Variables_types_and_methods_live_on_and_may_be_declared_again()
    {
        await session.RunAsync("var kept = 1; class Kept { public int Value => 1; } static int Keep() => 1;");
        await session.RunAsync("var kept = \"two\"; class Kept { public string Value => \"two\"; } static string Keep() => \"two\";");

        var run = await session.RunAsync("$\"{kept} {new Kept().Value} {Keep()}\"");

        Assert.Equal("two two two", run.Shown);
    }

    [Theory]
    [InlineData("41 + 1", "42")]
    [InlineData("return 42;", "42")]
    [InlineData("foreach (var item in new[] { 1, 2 }) { if (item == 2) return item; }", "2")]
    [InlineData("\"text\"", "text")]
    [InlineData("null", "<null>")]
    [InlineData("(string)null", "<null>")]
    [InlineData("return;", "<null>")]
    [InlineData("1 + 1 // a remark", "2")]
    [InlineData("#!csharp\n7", "7")]
    [InlineData("await Task.FromResult(9)", "9")]
    [InlineData("""
        var lambda = () => { return 3; };
        """, null)]
    [InlineData("var quiet = 5;", null)]
    [InlineData("Console.Write(\"\")", null)]
    [InlineData("// only a remark", null)]
    [InlineData("using System.IO;", null)]
    [InlineData("", null)]
    public async Task A_cell_shows_its_last_expression_if_it_has_one(string code, string? expected)
    {
        var run = await session.RunAsync(code);

        Assert.Null(run.Error);
        Assert.Equal(expected, run.Value);
    }

    [Fact]
    public async Task A_task_is_shown_and_not_awaited()
    {
        var run = await session.RunAsync("Task.FromResult(3)");

        Assert.StartsWith("Task<Int32>", run.Shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("new StringBuilder().Length + new ArrayList().Count + new List<int>().Count + Enumerable.Empty<int>().Count()", "0")]
    [InlineData("Task.CompletedTask.IsCompleted", "True")]
    [InlineData("Thread.Yield()", "(1,1): error CS0103: The name 'Thread' does not exist in the current context")]
    public async Task Imports_are_those_of_Polyglot_Notebooks(string code, string expected) =>
        Assert.Equal(expected, (await session.RunAsync(code)).Shown);

    [Fact]
    public async Task Using_directives_last_for_the_cells_that_follow()
    {
        await session.RunAsync("using System.Globalization;\nusing Words = System.String;");

        var run = await session.RunAsync("CultureInfo.InvariantCulture.Name + Words.Join(\"-\", 1, 2)");

        Assert.Equal("1-2", run.Shown);
    }

    [Theory]
    [InlineData("using System.Net.Http.Json; typeof(JsonContent).Name", "JsonContent")]
    [InlineData("typeof(System.ComponentModel.DataAnnotations.RangeAttribute).Name", "RangeAttribute")]
    [InlineData("new System.Data.DataTable(\"t\").TableName", "t")]
    [InlineData("System.Numerics.BigInteger.Pow(2, 80)", "1208925819614629174706176")]
    public async Task All_of_the_shared_framework_is_there(string code, string expected) =>
        Assert.Equal(expected, (await session.RunAsync(code)).Shown);

    [Theory]
    [InlineData("Markdig.Markdown.Version")]
    [InlineData("Microsoft.CodeAnalysis.SyntaxFactory.Space")]
    [InlineData("Spectre.Console.Color.Red")]
    [InlineData("CourseKit.Metrics.Score.Of(1)")]
    public async Task The_runners_own_packages_are_not(string code) =>
        Assert.Contains((await session.RunAsync(code)).Error!.Diagnostics, diagnostic => diagnostic.Id is "CS0103" or "CS0234");

    [Theory]
    [InlineData("int[] spread = [1, .. new[] { 2, 3 }]; spread.Length", "3")]
    [InlineData("class Trimmed { public string Text { get => field ?? \"unset\"; set => field = value.Trim(); } } new Trimmed { Text = \" x \" }.Text", "x")]
    [InlineData("string? missing = null; missing?.Length ?? -1", "-1")]
    [InlineData("unsafe { int number = 5; int* pointer = &number; Console.Write(*pointer); } 1", "1")]
    public async Task The_language_is_C_sharp_14(string code, string expected) =>
        Assert.Equal(expected, (await session.RunAsync(code)).Shown);

    [Fact]
    public async Task Cells_are_compiled_as_Release() =>
        Assert.Equal("Release", (await session.RunAsync("#if DEBUG\n\"Debug\"\n#else\n\"Release\"\n#endif")).Shown);

    [Fact]
    public async Task Numbers_are_written_the_same_way_everywhere() =>
        Assert.Equal("0.5 1,234.5", (await session.RunAsync("$\"{0.5} {1234.5:N1}\"")).Shown);

    [Fact]
    public async Task The_current_folder_is_the_notebooks() =>
        Assert.Equal(session.Folder, (await session.RunAsync("Environment.CurrentDirectory")).Shown);

    [Fact]
    public async Task Extension_methods_of_a_cell_serve_the_next()
    {
        await session.RunAsync("static int Twice(this int number) => number * 2;");

        Assert.Equal("10", (await session.RunAsync("5.Twice()")).Shown);
    }

    [Fact]
    public async Task A_warning_is_reported_behind_the_output_and_before_the_value_and_fails_nothing()
    {
        var run = await session.RunAsync("Console.Write(\"said\");\nstring? annotated = \"a\";\nannotated");

        Assert.Equal(["Output", "DiagnosticsReported", "Result", "Idle"], run.Events.Select(happened => happened.GetType().Name));
        Assert.Equal(
            "(2,7): warning CS8632: The annotation for nullable reference types should only be used in code within a '#nullable' annotations context.",
            Assert.Single(run.Diagnostics).ToString());
    }

    [Fact]
    public async Task Fields_with_initializers_are_not_called_unused()
    {
        var run = await session.RunAsync("class Settings { public static int Rate = 3; public int Size = 4; }");

        Assert.Empty(run.Diagnostics);
    }

    [Fact]
    public async Task A_second_cell_at_the_same_time_is_refused()
    {
        await using var first = session.Session.ExecuteAsync(session.Request("await Task.Delay(50);", null)).GetAsyncEnumerator();
        var running = first.MoveNextAsync().AsTask();

        var error = await Assert.ThrowsAsync<InvalidOperationException>(async () => await session.RunAsync("1"));

        Assert.Contains("one cell runs at a time", error.Message, StringComparison.Ordinal);
        Assert.True(await running);
    }
}
