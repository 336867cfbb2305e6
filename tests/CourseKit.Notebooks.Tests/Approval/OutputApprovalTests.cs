using CourseKit.Notebooks.Approval;
using CourseKit.Notebooks.Running;
using CourseKit.Notebooks.Sessions;
using CourseKit.Notebooks.Tests.Running;
using CourseKit.Notebooks.Tests.Sessions;

namespace CourseKit.Notebooks.Tests.Approval;

/// <summary>Notebooks held against approved outputs.</summary>
public sealed class OutputApprovalTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Without_approved_outputs_a_notebook_fails_and_once_they_are_approved_it_passes()
    {
        var first = await Test("say 0.5");
        var approved = await Test(Approving, "say 0.5");
        var second = await Test("say 0.5");

        Assert.Equal((Verdict.Failed, true), (first.Verdict, first.Differs));
        Assert.Contains("No outputs of this notebook are approved yet", Assert.Single(first.Cells).Message, StringComparison.Ordinal);
        Assert.Equal(Path.Combine(_folder.Path, ".approved", "a.txt"), approved.ApprovedPath);
        Assert.Equal((Verdict.Passed, Verdict.Passed, false), (approved.Verdict, second.Verdict, second.Differs));
    }

    [Fact]
    public async Task A_number_that_is_off_fails_its_cell_and_what_came_lies_there_to_be_compared()
    {
        await Test(Approving, "say loss 0.5", "say fine");

        var result = await Test("say loss 0.75", "say fine");

        Assert.Equal([Verdict.Failed, Verdict.Passed], result.Cells.Select(cell => cell.Verdict));
        Assert.Equal(
            "An output differs from what is approved:\n  stdout, line 1: 0.5 is approved; received 0.75, off by 0.25, or 33.33 % (0.1 % is allowed)\n" +
            "    approved │ loss 0.5!\n    received │ loss 0.75!", result.Cells[0].Message);
        Assert.Contains("  loss 0.75!\n", File.ReadAllText(Received), StringComparison.Ordinal);
        Assert.Equal(1, ExitCode.Of([result]));

        await Test("say loss 0.5", "say fine");
        Assert.False(File.Exists(Received));
    }

    [Fact]
    public async Task A_cell_that_is_put_in_or_moved_does_not_make_the_others_differ()
    {
        await Test(Approving, "say one", "say two", "say three");

        var result = await Test("say one", "say new", "say two", "say three");

        Assert.Equal([Verdict.Passed, Verdict.Failed, Verdict.Passed, Verdict.Passed], result.Cells.Select(cell => cell.Verdict));
        Assert.Contains("it was put out, and is not approved", result.Cells[1].Message, StringComparison.Ordinal);
        Assert.Equal(Verdict.Passed, (await Test("say three", "say one", "say two")).Verdict);
    }

    [Fact]
    public async Task A_cell_whose_code_was_changed_is_held_against_what_stood_in_its_place()
    {
        await Test(Approving, "say one", "say two");

        Assert.Equal(Verdict.Passed, (await Test("say one", "// the same\nsay two")).Verdict);
        Assert.Equal(Verdict.Failed, (await Test("say one", "say three")).Verdict);
    }

    [Fact]
    public async Task Approved_outputs_of_cells_that_are_gone_are_told_of()
    {
        await Test(Approving, "say one", "say two");

        var result = await Test("say one");

        Assert.Contains("Outputs are approved for cells that the notebook no longer has: 2.", Assert.Single(result.Cells).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_may_have_a_tolerance_of_its_own_or_put_out_something_else_each_time()
    {
        await Test(Approving, "// coursekit: tolerance 10%\nsay 1.00", "// coursekit: volatile\nsay 123");

        Assert.Equal(Verdict.Passed, (await Test("// coursekit: tolerance 10%\nsay 1.05", "// coursekit: volatile\nsay 456")).Verdict);
        Assert.Equal(Verdict.Failed, (await Test("// coursekit: tolerance 10%\nsay 1.25", "// coursekit: volatile\nsay 456")).Verdict);
    }

    [Fact]
    public async Task The_tolerance_with_which_outputs_were_approved_stays_with_them()
    {
        await Test(Approving with { Numbers = 0.2 }, "say 1.00");
        await Test(Approving, "say 1.00");

        Assert.Equal(Verdict.Passed, (await Test("say 1.15")).Verdict);
        Assert.Equal(Verdict.Failed, (await Test(Options with { Numbers = 0.01 }, "say 1.15")).Verdict);
    }

    [Fact]
    public async Task What_is_approved_for_cells_that_do_not_run_here_stays_and_a_notebook_that_fails_is_not_approved()
    {
        await Test(Approving, "say one", "say two");
        var approved = File.ReadAllText(ApprovedPath);

        var failed = await Test(Approving, "say ONE", "throw two");
        Assert.Equal((Verdict.Failed, null), (failed.Verdict, failed.ApprovedPath));
        Assert.Equal(approved, File.ReadAllText(ApprovedPath));

        // The same code, left out this time because a package is not to be had.
        const string Needs = "// coursekit: requires nuget:Absent\nsay two";
        File.WriteAllText(ApprovedPath, approved.Replace(Id("say two"), Id(Needs), StringComparison.Ordinal));
        var left = await Test(Approving, "say one", Needs);
        Assert.Equal([Verdict.Passed, Verdict.Unavailable], left.Cells.Select(cell => cell.Verdict));
        Assert.Contains("  two!\n", File.ReadAllText(ApprovedPath), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_earlier_run_is_judged_by_what_it_left()
    {
        await Test(Approving, "say 0.5", "say fine", "// coursekit: skip no camera\nsay x", "// coursekit: expect throws InvalidOperationException\nthrow x");
        var same = Earlier();

        await Run(null, "say 0.75", "say fine", "// coursekit: skip no camera\nsay x", "throw x");
        var other = Earlier();

        Assert.Equal([Verdict.Passed, Verdict.Passed, Verdict.Skipped, Verdict.Passed], same.Cells.Select(cell => cell.Verdict));
        Assert.Equal([Verdict.Failed, Verdict.Passed, Verdict.Skipped, Verdict.Failed], other.Cells.Select(cell => cell.Verdict));
        Assert.Contains("off by 0.25", other.Cells[0].Message, StringComparison.Ordinal);
    }

    private ApprovalOptions Options => new() { ReceivedFolder = Path.Combine(_folder.Path, "out") };

    private ApprovalOptions Approving => Options with { Approve = true };

    private string ApprovedPath => Path.Combine(_folder.Path, ".approved", "a.txt");

    private string Received => Path.Combine(_folder.Path, "out", "a.received.txt");

    private static string Id(string code) => CourseKit.Notebooks.Documents.DibFormat.Parse($"#!csharp\n\n{code}\n", "a.dib").Cells[0].Id;

    private Task<NotebookResult> Test(params string[] cells) => Test(Options, cells);

    private Task<NotebookResult> Test(ApprovalOptions options, params string[] cells) => Run(new OutputApproval(options), cells);

    private async Task<NotebookResult> Run(OutputApproval? approval, params string[] cells)
    {
        var path = _folder.Write("a.dib", string.Concat(cells.Select(code => $"#!csharp\n\n{code}\n\n")));
        var options = new RunOptions { OutputFolder = Path.Combine(_folder.Path, "out"), Approval = approval };
        return Assert.Single(await new NotebookBatch(options, _ => Task.FromResult<ISession>(new ScriptedSession()), new Silent()).RunAsync([path]));
    }

    private NotebookResult Earlier() => Assert.Single(
        EarlierRun.Judge([Path.Combine(_folder.Path, "a.dib")], Path.Combine(_folder.Path, "out"), new OutputApproval(Options), new Silent(), TimeProvider.System));
}
