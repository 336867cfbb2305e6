using CourseKit.Notebooks.Sessions;

namespace CourseKit.Notebooks.Tests.Sessions.Insight;

public class QuestionTests
{
    [Fact]
    public async Task A_running_cell_holds_no_answer_up()
    {
        await using var session = await StartAsync();
        await session.RunAsync("var before = 1;");
        CodeCompletions? completions = null;
        CodeInspection? inspection = null;
        CodeCompleteness? completeness = null;

        var run = await session.RunAsync("var meanwhile = 2;\nConsole.Write(\"started\");\nwhile (true) { }", until: "started", then: async () =>
        {
            completions = await session.Session.CompleteAsync("me", 2);
            inspection = await session.Session.InspectAsync("before", 3);
            completeness = await session.Session.IsCompleteAsync("if (");
            await session.Session.InterruptAsync();
        });

        Assert.Equal(CellErrorKind.Interrupted, run.Error?.Kind);
        Assert.Contains("meanwhile", completions!.Items.Select(item => item.Text));
        Assert.Equal("int before", inspection?.Signature);
        Assert.Equal(CompletenessKind.Incomplete, completeness?.Kind);
    }

    [Fact]
    public async Task Cells_and_questions_at_the_same_time_do_each_other_no_harm()
    {
        await using var session = await StartAsync();
        using var done = new CancellationTokenSource();
        var asking = Task.Run(async () =>
        {
            var answers = 0;
            for (; !done.IsCancellationRequested; answers++)
                await session.Session.CompleteAsync("object o = Enumerable.Range(0, 3).Select(i => i.", 46);
            return answers;
        });

        await session.RunAsync("object sum = 0;");
        for (var round = 1; round <= 25; round++)
            Assert.Null((await session.RunAsync($"using System.IO;\nobject o{round} = new List<object> {{ sum }}; sum = (int)sum + {round};")).Error);
        await done.CancelAsync();

        Assert.True(await asking > 0);
        Assert.Equal("325", (await session.RunAsync("sum")).Shown);
    }

    [Fact]
    public async Task A_session_that_has_ended_knows_nothing()
    {
        await using var session = await StartAsync();
        await session.RunAsync("var known = 1;");
        await session.RunAsync("Environment.Exit(3);");

        Assert.Empty((await session.Session.CompleteAsync("kno", 3)).Items);
        Assert.Null(await session.Session.InspectAsync("known", 3));
        Assert.Equal(CompletenessKind.Complete, (await session.Session.IsCompleteAsync("if (")).Kind);
    }

    [Fact]
    public async Task A_question_that_is_open_when_the_session_ends_gets_its_answer()
    {
        await using var session = await StartAsync();

        var answers = Enumerable.Range(0, 50).Select(_ => session.Session.CompleteAsync("Console.", 8)).ToList();
        await session.Session.KillAsync();

        await Task.WhenAll(answers).WaitAsync(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Nobody_has_to_wait_for_an_answer()
    {
        await using var session = await StartAsync();
        using var over = new CancellationTokenSource();
        await over.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => session.Session.CompleteAsync("Console.", 8, over.Token));
    }

    private static async Task<OwnSession> StartAsync() => new(await TestSession.StartAsync());

    private sealed class OwnSession(TestSession session) : IAsyncDisposable
    {
        public ChildSession Session => session.Session;

        public Task<CellRun> RunAsync(string code) => session.RunAsync(code);

        public Task<CellRun> RunAsync(string code, string until, Func<Task> then) => session.RunAsync(code, until, then);

        public async ValueTask DisposeAsync() => await session.DisposeAsync();
    }
}
