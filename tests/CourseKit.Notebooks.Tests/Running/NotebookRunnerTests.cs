using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Running;
using CourseKit.Notebooks.Sessions;

namespace CourseKit.Notebooks.Tests.Running;

public sealed class NotebookRunnerTests
{
    private readonly ScriptedSession _session = new();
    private readonly List<string> _saved = [];

    [Fact]
    public async Task Cells_run_in_order_and_their_outputs_stay_with_them()
    {
        var (results, document) = await Run(["say hello", "show one", "value 42", "update two"]);

        Assert.All(results, cell => Assert.Equal(Verdict.Passed, cell.Verdict));
        Assert.Equal(new StreamOutput("stdout", "hello!\n"), Assert.Single(document.Cells[0].Outputs));
        Assert.Equal(MimeBundle.Of(("text/plain", "two")), Assert.IsType<DisplayOutput>(Assert.Single(document.Cells[1].Outputs)).Data);
        Assert.Equal(3, Assert.IsType<ResultOutput>(Assert.Single(document.Cells[2].Outputs)).ExecutionCount);
        Assert.Empty(document.Cells[3].Outputs);
        Assert.Equal([1, 2, 3, 4], document.Cells.Select(cell => cell.ExecutionCount));
    }

    [Fact]
    public async Task A_cell_that_fails_says_where_and_does_not_stop_those_after_it()
    {
        var (results, document) = await Run(["throw it broke", "say on"]);

        Assert.Equal([Verdict.Failed, Verdict.Passed], results.Select(cell => cell.Verdict));
        Assert.Equal("System.InvalidOperationException: it broke", results[0].Message);
        Assert.Equal("lesson.dib(7), cell 1, line 1", results[0].Position!.ToString());
        Assert.Equal("System.InvalidOperationException", Assert.IsType<ErrorOutput>(document.Cells[0].Outputs[^1]).Name);
    }

    [Fact]
    public async Task Warnings_and_standard_error_fail_nothing()
    {
        var (results, document) = await Run(["warn unused", "stderr oops"]);

        Assert.Equal([Verdict.Passed, Verdict.Passed], results.Select(cell => cell.Verdict));
        Assert.Equal("unused", Assert.Single(results[0].Warnings).Message);
        Assert.Equal(new StreamOutput("stderr", "(1,5): warning CS0168: unused\n"), document.Cells[0].Outputs[0]);
    }

    [Fact]
    public async Task When_the_session_dies_the_rest_is_not_run_and_never_passed()
    {
        var (results, _) = await Run(["die", "say on"]);

        Assert.Equal([Verdict.Died, Verdict.NotRun], results.Select(cell => cell.Verdict));
        Assert.Equal("The process exited with code 3.", results[0].Message);
        Assert.Equal("Its session had ended in cell 1.", results[1].Message);
        Assert.Equal(["die"], _session.Ran);
    }

    [Fact]
    public async Task A_cell_over_its_budget_that_yields_to_the_interrupt_leaves_the_session_to_the_rest()
    {
        var (results, _) = await Run(["sleep", "say on"], new RunOptions { CellTimeout = TimeSpan.FromMilliseconds(30), InterruptGrace = TimeSpan.FromMinutes(1) });

        Assert.Equal([Verdict.TimedOut, Verdict.Passed], results.Select(cell => cell.Verdict));
        Assert.StartsWith("More than its 30 ms: it was interrupted.", results[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_that_does_not_yield_is_killed_and_said_so()
    {
        var (results, document) = await Run(["hang", "say on"],
            new RunOptions { CellTimeout = TimeSpan.FromMilliseconds(30), InterruptGrace = TimeSpan.FromMilliseconds(30) });

        Assert.Equal([Verdict.TimedOut, Verdict.NotRun], results.Select(cell => cell.Verdict));
        Assert.Contains("so its session was killed", results[0].Message, StringComparison.Ordinal);
        Assert.Equal("Its session had to be killed in cell 1.", results[1].Message);
        Assert.Equal("TimedOut", Assert.IsType<ErrorOutput>(document.Cells[0].Outputs[^1]).Name);
        Assert.True(_session.Ended);
    }

    [Fact]
    public async Task The_notebooks_budget_bounds_its_cells()
    {
        var (results, _) = await Run(["sleep", "say on"],
            new RunOptions { NotebookTimeout = TimeSpan.FromSeconds(1), InterruptGrace = TimeSpan.FromMinutes(1) });

        Assert.Equal([Verdict.TimedOut, Verdict.NotRun], results.Select(cell => cell.Verdict));
        Assert.Equal("The notebook's time was used up before this cell.", results[1].Message);
    }

    [Fact]
    public async Task A_cell_names_its_own_budget_and_the_scale_multiplies_it()
    {
        var (results, _) = await Run(["// coursekit: timeout 10ms\nsleep", "sleep"],
            new RunOptions { CellTimeout = TimeSpan.FromMilliseconds(20), TimeoutScale = 2, InterruptGrace = TimeSpan.FromMinutes(1) });

        Assert.StartsWith("More than its 20 ms", results[0].Message, StringComparison.Ordinal);
        Assert.StartsWith("More than its 40 ms", results[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_skipped_cell_is_not_run_and_says_why()
    {
        var (results, document) = await Run(["// coursekit: skip needs a camera\nthrow never"]);

        Assert.Equal(Verdict.Skipped, Assert.Single(results).Verdict);
        Assert.Equal("needs a camera", results[0].Message);
        Assert.Null(document.Cells[0].ExecutionCount);
        Assert.Empty(_session.Ran);
    }

    [Fact]
    public async Task A_cell_whose_package_is_not_to_be_had_is_left_out_and_counted_apart()
    {
        var (results, document) = await Run(["// coursekit: requires nuget:Absent.Package, 2.*\nthrow never", "say on"]);

        Assert.Equal([Verdict.Unavailable, Verdict.Passed], results.Select(cell => cell.Verdict));
        Assert.Equal("It requires Absent.Package, 2.*, which is not to be had here: nobody has checked that it works.\nno such package", results[0].Message);
        Assert.Equal("1 passed, 1 unavailable", Words.Counts(new NotebookResult("lesson.dib", results, default)));
        Assert.Null(document.Cells[0].ExecutionCount);
        Assert.Equal(["#r \"nuget:Absent.Package, 2.*\"", "say on"], _session.Ran);
    }

    [Fact]
    public async Task A_cell_gets_its_packages_before_it_runs_and_may_then_fail_of_its_own()
    {
        var (results, _) = await Run(["// coursekit: requires nuget:There\n#r \"nuget:there, 1.0\"\nthrow it broke"]);

        Assert.Equal(Verdict.Failed, Assert.Single(results).Verdict);
        Assert.Equal(["#r \"nuget:there, 1.0\"", "// coursekit: requires nuget:There\n#r \"nuget:there, 1.0\"\nthrow it broke"], _session.Ran);
    }

    [Fact]
    public async Task A_cell_that_fails_as_it_says_has_passed_and_its_error_is_kept()
    {
        var (results, document) = await Run(["// coursekit: expect throws InvalidOperationException\nthrow it broke", "// coursekit: expect compile-error CS0029\nfail CS0029"]);

        Assert.All(results, cell => Assert.Equal((Verdict.Passed, null, null), (cell.Verdict, cell.Message, cell.Error)));
        Assert.Equal("it broke", results[0].Expected!.Message);
        Assert.IsType<ErrorOutput>(Assert.Single(document.Cells[1].Outputs));
    }

    [Theory]
    [InlineData("say on", "expect throws FormatException: this failure is required; the cell passed. Correct the cell, or what it expects.")]
    [InlineData("throw it broke",
        "expect throws FormatException: this failure is required; it threw System.InvalidOperationException: it broke. Correct the cell, or what it expects.")]
    [InlineData("fail CS0029", "expect throws FormatException: this failure is required; the compiler said (1,1): error CS0029: Wrong. Correct the cell, or what it expects.")]
    public async Task A_cell_that_ends_otherwise_than_it_says_has_failed(string ends, string message)
    {
        var (results, document) = await Run([$"// coursekit: expect throws FormatException\n{ends}"]);

        Assert.Equal((Verdict.Failed, message), (results[0].Verdict, results[0].Message));
        Assert.IsType<ErrorOutput>(document.Cells[0].Outputs[^1]);
    }

    [Fact]
    public async Task A_directive_in_text_that_nobody_understands_fails_and_good_text_is_no_result()
    {
        var (results, _) = await RunCells(
        [
            new NotebookCell { Kind = CellKind.Markdown, Kernel = "markdown", Source = "Fine <!-- coursekit: whatever -->\n<!-- coursekit: teacher-only -->", Id = "m1" },
            new NotebookCell { Kind = CellKind.Markdown, Kernel = "markdown", Source = "So:\n<!-- coursekit: teacher-onyl -->", Id = "m2", Line = 9 },
            new NotebookCell { Kind = CellKind.Markdown, Kernel = "markdown", Source = "<!-- coursekit: skip it -->", Id = "m3" },
        ]);

        Assert.Equal([(2, Verdict.Failed), (3, Verdict.Failed)], results.Select(cell => (cell.Number, cell.Verdict)));
        Assert.Equal("Line 2: unknown directive \"teacher-onyl\". Did you mean \"teacher-only\"? Known: question, teacher-only.", results[0].Message);
        Assert.Equal("Line 1: skip: a cell of code is required; this is a cell of text. Move it there.", results[1].Message);
    }

    [Fact]
    public async Task What_an_earlier_cell_left_running_and_that_ends_the_session_is_that_cells_fault()
    {
        var (results, _) = await Run(["say one", "say two", "crash c0", "say three"]);

        Assert.Equal([Verdict.Died, Verdict.Passed, Verdict.Died, Verdict.NotRun], results.Select(cell => cell.Verdict));
        Assert.Equal("What it had left running in the background ended the session later: System.FormatException: It is wrong.", results[0].Message);
        Assert.Equal("Its session was ended by what cell 1 had left running in the background: System.FormatException: It is wrong.", results[2].Message);
    }

    [Fact]
    public async Task A_session_that_ends_between_two_cells_is_the_last_ones_fault_and_the_next_is_not_run()
    {
        _session.AfterCell = word => word == "say two" ? [new SessionEvent.Died("It is over.", 3, "")] : [];

        var (results, _) = await Run(["say one", "say two", "say three"]);

        Assert.Equal([Verdict.Passed, Verdict.Died, Verdict.NotRun], results.Select(cell => cell.Verdict));
        Assert.Equal("What it had left running in the background ended the session later: It is over.", results[1].Message);
        Assert.Equal("Its session had ended after cell 2.", results[2].Message);
    }

    [Fact]
    public async Task A_run_that_is_not_over_says_of_the_rest_that_it_is_not_run()
    {
        using var stop = new CancellationTokenSource();
        List<Verdict> unreached = [];
        _session.OnHang = stop.Cancel;
        var document = new NotebookDocument { Cells = [Code("say one"), Code("hang")] };
        var runner = new NotebookRunner("lesson.dib", document, _session, new RunOptions(), new Silent());

        await runner.RunAsync(() => unreached.AddRange(runner.Unreached.Select(cell => cell.Verdict)), stop.Token);

        Assert.Equal([Verdict.NotRun], unreached);
        Assert.Empty(runner.Unreached);
    }

    [Theory]
    [InlineData("// coursekit: tiemout 5s", "Line 1: unknown directive \"tiemout\". Did you mean \"timeout\"? Known: expect, parameters, question, requires, skip, teacher-only, test, timeout, tolerance, volatile.")]
    [InlineData("var x = 1;\n// coursekit: timeout soon", "Line 2: timeout: a time such as 120s or 5m is required; received \"soon\".")]
    [InlineData("// coursekit: skip", "Line 1: skip: a reason is required; none was given. Write // coursekit: skip needs a GPU")]
    public async Task A_directive_that_nobody_understands_fails_its_cell(string source, string message)
    {
        var (results, _) = await Run([source]);

        Assert.Equal(Verdict.Failed, Assert.Single(results).Verdict);
        Assert.Equal(message, results[0].Message);
        Assert.Empty(_session.Ran);
    }

    [Fact]
    public async Task A_cell_without_code_is_no_cell()
    {
        var (results, document) = await Run(["", " \n\t", "say on"]);

        Assert.Equal(3, Assert.Single(results).Number);
        Assert.Null(document.Cells[0].ExecutionCount);
    }

    [Fact]
    public async Task A_cell_of_another_language_fails_and_the_language_is_named()
    {
        var (results, _) = await Run(["lack fsharp"]);

        Assert.Equal(Verdict.Failed, Assert.Single(results).Verdict);
        Assert.StartsWith("\"fsharp\" cells cannot be run", results[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cells_of_other_languages_can_be_left_out_and_count_as_skipped()
    {
        var (results, document) = await Run(["lack fsharp", "throw x"], new RunOptions { SkipUnsupported = true });

        Assert.Empty(document.Cells[0].Outputs);
        Assert.Equal([(Verdict.Skipped, "\"fsharp\" cells do not run here."), (Verdict.Failed, "System.InvalidOperationException: x")],
            results.Select(result => (result.Verdict, result.Message!)));
    }

    [Fact]
    public async Task Nobody_can_type_so_a_question_is_answered_with_nothing()
    {
        await Run(["ask name?"]);

        Assert.Null(_session.Answer);
    }

    [Fact]
    public async Task The_notebook_is_saved_after_every_cell()
    {
        await Run(["say one", "say two"]);

        Assert.Equal(["one!\n|", "one!\n|two!\n"], _saved);
    }

    [Fact]
    public async Task Text_that_a_finished_cell_writes_late_is_kept_with_it()
    {
        _session.AfterCell = word => word == "say two" ? [new SessionEvent.Output("stdout", "late\n") { CellId = "c0" }] : [];

        var (results, document) = await Run(["say one", "say two"]);

        Assert.Equal(new StreamOutput("stdout", "one!\nlate\n"), Assert.Single(document.Cells[0].Outputs));
        Assert.Equal(document.Cells[0].Outputs, results[0].Outputs);
    }

    [Fact]
    public async Task Stopping_the_run_ends_the_session_and_keeps_what_there_is()
    {
        using var stop = new CancellationTokenSource();
        _session.OnHang = stop.Cancel;

        var (results, document) = await Run(["say one", "hang", "say two"], new RunOptions(), stop.Token);

        Assert.Equal([Verdict.Passed, Verdict.Died, Verdict.NotRun], results.Select(cell => cell.Verdict));
        Assert.NotEmpty(document.Cells[0].Outputs);
    }

    private Task<(IReadOnlyList<CellResult>, NotebookDocument)> Run(string[] sources, RunOptions? options = null, CancellationToken stop = default) =>
        RunCells(sources.Select((source, i) => Code(source) with { Id = $"c{i}", Line = 7 + i }), options, stop);

    private static NotebookCell Code(string source) => new() { Kernel = "csharp", Source = source, Id = source };

    private async Task<(IReadOnlyList<CellResult>, NotebookDocument)> RunCells(
        IEnumerable<NotebookCell> cells, RunOptions? options = null, CancellationToken stop = default)
    {
        var runner = new NotebookRunner("lesson.dib", new NotebookDocument { Cells = [.. cells] }, _session, options ?? new RunOptions(), new Silent());
        await runner.RunAsync(() => Save(runner), stop);
        return (runner.Results, runner.Document);
    }

    private void Save(NotebookRunner runner) =>
        _saved.Add(string.Join('|', runner.Document.Cells.Select(cell => string.Concat(cell.Outputs.OfType<StreamOutput>().Select(text => text.Text)))));
}
