using CourseKit.Notebooks.Running;

namespace CourseKit.Notebooks.Tests.Running;

public class ExitCodeTests
{
    [Theory]
    [InlineData(0, Verdict.Passed)]
    [InlineData(0, Verdict.Passed, Verdict.Skipped)]
    [InlineData(1, Verdict.Passed, Verdict.Failed)]
    [InlineData(4, Verdict.TimedOut)]
    [InlineData(4, Verdict.Died, Verdict.NotRun)]
    [InlineData(4, Verdict.Passed, Verdict.NotRun)]
    [InlineData(5, Verdict.Skipped)]
    [InlineData(5, Verdict.Unavailable)]
    [InlineData(5)]
    public void One_notebook_ends_with_the_worst_of_its_cells(int code, params Verdict[] cells) =>
        Assert.Equal(code, ExitCode.Of([Notebook(cells)]));

    [Fact]
    public void Of_several_the_worst_counts_in_the_order_4_3_1_5_0()
    {
        NotebookResult passed = Notebook(Verdict.Passed), failed = Notebook(Verdict.Failed), died = Notebook(Verdict.Died), empty = Notebook();
        var unreadable = Notebook() with { Unreadable = "no JSON" };

        Assert.Equal(4, ExitCode.Of([passed, unreadable, died, failed]));
        Assert.Equal(3, ExitCode.Of([passed, failed, unreadable, empty]));
        Assert.Equal(1, ExitCode.Of([passed, failed, empty]));
        Assert.Equal(5, ExitCode.Of([passed, empty]));
        Assert.Equal(5, ExitCode.Of([]));
    }

    [Fact]
    public void Cells_that_did_not_run_never_make_a_notebook_pass() =>
        Assert.NotEqual(Verdict.Passed, Notebook(Verdict.Passed, Verdict.NotRun).Verdict);

    private static NotebookResult Notebook(params Verdict[] cells) =>
        new("a.dib", [.. cells.Select((verdict, i) => new CellResult(i + 1, verdict, TimeSpan.Zero))], TimeSpan.Zero);
}
