using CourseKit.Notebooks.Sessions;

namespace CourseKit.Kernel.Tests.Execution;

/// <summary>Interruptions, and sessions that end.</summary>
public class SessionEndTests
{
    [Fact]
    public async Task An_interrupted_cell_fails_and_its_session_stays()
    {
        await using var kernel = await TestKernel.StartAsync();
        await kernel.SendAsync(kernel.Shell, "execute_request", TestKernel.Execute("wait"));
        await kernel.HearsAsync(heard => heard.Type == "execute_input");

        var interrupted = await InterruptUntilRepliedAsync(kernel);
        var next = await kernel.RunAsync("print still here");

        Assert.Equal(("error", "Interrupted"), (interrupted["status"], interrupted["ename"]));
        Assert.Equal("ok", next.Status);
        Assert.Single(kernel.Sessions);
    }

    [Fact]
    public async Task An_interruption_without_a_cell_hits_none()
    {
        await using var kernel = await TestKernel.StartAsync();
        await kernel.RunAsync("print a");

        var reply = await kernel.AskAsync("interrupt_request", channel: kernel.Control);
        var next = await kernel.RunAsync("print b");

        Assert.Equal(("ok", "ok"), (reply.Status, next.Status));
        Assert.Equal(["busy", "idle"], reply.Lines);
    }

    [Fact]
    public async Task A_session_that_does_not_stop_is_replaced_and_the_user_is_told_that_the_state_is_gone()
    {
        await using var kernel = await TestKernel.StartAsync(options => options with { InterruptGrace = TimeSpan.FromMilliseconds(50) });
        await kernel.SendAsync(kernel.Shell, "execute_request", TestKernel.Execute("hang"));
        await kernel.HearsAsync(heard => heard.Type == "execute_input");

        var ended = await InterruptUntilRepliedAsync(kernel);
        var next = await kernel.RunAsync("print fresh");

        Assert.Equal("SessionRestarted", ended["ename"]);
        Assert.Contains("variables, types and using directives of all cells are gone", ended["evalue"], StringComparison.Ordinal);
        Assert.Equal(("ok", "print fresh"), (next.Status, Assert.Single(kernel.Sessions[1].Ran)));
        Assert.True(kernel.Sessions[0].Disposed);
    }

    [Fact]
    public async Task A_cell_that_waits_for_its_session_can_be_interrupted()
    {
        var start = new TaskCompletionSource<ISession>();
        await using var kernel = await TestKernel.StartAsync(start: _ => start.Task);
        await kernel.SendAsync(kernel.Shell, "execute_request", TestKernel.Execute("print a"));
        await kernel.HearsAsync(heard => heard.Type == "execute_input");

        var interrupted = await InterruptUntilRepliedAsync(kernel);
        start.SetResult(new FakeSession());
        var next = await kernel.RunAsync("print b");

        Assert.Equal(("Interrupted", "ok"), (interrupted["ename"], next.Status));
    }

    [Fact]
    public async Task A_cell_that_kills_its_session_fails_and_the_next_has_a_fresh_one()
    {
        await using var kernel = await TestKernel.StartAsync();

        var killed = await kernel.RunAsync("print last\ndie Stack overflow.");
        var next = await kernel.RunAsync("print fresh");

        Assert.Equal(("error", "SessionDied"), (killed.Status, killed.Reply["ename"]));
        Assert.StartsWith("Stack overflow. A new session was started", killed.Reply["evalue"], StringComparison.Ordinal);
        Assert.Contains("last words", killed.Reply.Content["traceback"]!.AsArray().Select(line => (string)line!));
        Assert.Contains("stdout: last", killed.Lines);
        Assert.Equal(("ok", 2), (next.Status, kernel.Sessions.Count));
        Assert.Equal("2", next.Reply["execution_count"]);
    }

    [Fact]
    public async Task A_session_that_ends_between_two_cells_is_told_below_the_last_and_replaced()
    {
        await using var kernel = await TestKernel.StartAsync();
        var last = await kernel.RunAsync("print a");

        kernel.Sessions[0].Later(new SessionEvent.Died("An exception on a background thread.", 134, ""));
        await kernel.HearsAsync(heard => heard.Type == "stream" && heard.Parent == last.Id && heard["text"]!.StartsWith("An exception on a background thread. A new", StringComparison.Ordinal));
        var next = await kernel.RunAsync("print b");

        Assert.Equal(("ok", 2), (next.Status, kernel.Sessions.Count));
    }

    [Fact]
    public async Task A_session_that_cannot_be_started_is_an_error_of_the_cell_and_tried_again()
    {
        var attempts = 0;
        await using var kernel = await TestKernel.StartAsync(start: _ =>
            ++attempts < 3 ? Task.FromException<ISession>(new SessionException($"attempt {attempts}")) : Task.FromResult<ISession>(new FakeSession()));

        var answers = new[] { await kernel.RunAsync("print a"), await kernel.RunAsync("print b"), await kernel.RunAsync("print c") };

        Assert.Equal("ok", answers[2].Status);
        Assert.Contains(answers, answer => answer.Reply["ename"] == "SessionException");
    }

    private static async Task<Heard> InterruptUntilRepliedAsync(TestKernel kernel)
    {
        var reply = kernel.ReceiveAsync(kernel.Shell);
        var interrupt = await kernel.AskAsync("interrupt_request", channel: kernel.Control);
        Assert.Equal("ok", interrupt.Status);
        return await reply;
    }
}
