using CourseKit.Notebooks.Sessions;

namespace CourseKit.Notebooks.Tests.Sessions;

public class InterruptTests(TestSession session) : IClassFixture<TestSession>
{
    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("for (var i = 0L; ; i++) { if (i == -1) Console.Write(\"never\"); }")]
    [InlineData("while (true) Console.Write(\"again\");")]
    [InlineData("while (true) { try { while (true) { } } catch (Exception) { } }")]
    [InlineData("foreach (var i in Enumerable.Repeat(1, int.MaxValue)) foreach (var j in Enumerable.Repeat(1, int.MaxValue)) ;")]
    [InlineData("do { } while (true);")]
    [InlineData("static void Spin() { for (;;) { } }\nSpin();")]
    [InlineData("Action spin = () => { while (true) ; };\nspin();")]
    [InlineData("System.Threading.Thread.Sleep(System.Threading.Timeout.Infinite);")]
    [InlineData("await Task.Delay(System.Threading.Timeout.Infinite);")]
    [InlineData("new TaskCompletionSource().Task.Wait();")]
    [InlineData("await Task.Run(() => { while (true) { } });")]
    [InlineData("await Task.Yield(); while (true) { }")]
    [InlineData("new System.Threading.ManualResetEvent(false).WaitOne();")]
    [InlineData("await GetInputAsync(\"?\");")]
    public async Task A_cell_that_would_never_end_stops_and_the_session_goes_on(string code)
    {
        await session.RunAsync("var state = 41;");

        var run = await session.RunAsync("state = 42;\nConsole.Write(\"started\");\n" + code, until: "started", then: session.Session.InterruptAsync);

        Assert.Equal((CellErrorKind.Interrupted, "The cell was interrupted."), (run.Error?.Kind, run.Error?.Message));
        Assert.IsType<SessionEvent.Idle>(run.Events[^1]);
        Assert.Equal("42", (await session.RunAsync("state")).Shown);
        Assert.Equal("3", (await session.RunAsync("var sum = 0; for (var i = 0; i < 3; i++) sum += i; await Task.Delay(1); sum")).Shown);
    }

    [Fact]
    public async Task An_endless_loop_is_found_in_its_line()
    {
        var run = await session.RunAsync(
            "Console.Write(\"started\");\nvar turns = 0L;\nwhile (true)\n    turns++;", until: "started", then: session.Session.InterruptAsync);

        Assert.InRange(run.Error!.Position!.Line, 3, 4);
    }

    [Fact]
    public async Task What_an_interrupted_cell_left_behind_stops_when_it_wakes_and_the_work_of_other_cells_goes_on()
    {
        await session.RunAsync("""
            var wake = new TaskCompletionSource();
            var honest = Task.Run(async () => { await wake.Task; Console.Write("honest"); });
            """);
        await session.RunAsync("""
            var stopped = Task.Run(async () => { await wake.Task; Console.Write("stopped"); });
            Console.Write("started");
            while (true) { }
            """, until: "started", then: session.Session.InterruptAsync);

        var run = await session.RunAsync("wake.SetResult(); await honest; try { await stopped; } catch (OperationCanceledException) { } \"done\"");

        Assert.Equal(("honest", "done"), (run.Out, run.Shown));
    }

    [Fact]
    public async Task Interrupting_when_nothing_runs_does_nothing()
    {
        await session.Session.InterruptAsync();

        Assert.Equal("fine", (await session.RunAsync("\"fine\"")).Shown);
    }

    [Fact]
    public async Task Interrupting_again_and_again_does_no_harm()
    {
        for (var round = 0; round < 30; round++)
        {
            var run = await session.RunAsync("while (true) Console.Write(DateTime.UtcNow);", until: "0", then: session.Session.InterruptAsync);
            Assert.Equal(CellErrorKind.Interrupted, run.Error?.Kind);
        }
    }

    [Fact]
    public async Task Blocked_threads_of_the_pool_hold_nothing_up()
    {
        // By itself the pool takes minutes to have a thread more than these.
        var run = await session.RunAsync(
            """
            var gate = new System.Threading.ManualResetEventSlim();
            for (var i = 0; i < 450; i++) Task.Run(() => gate.Wait());
            Console.Write("sta"); Console.Write("rted");
            while (true) { }
            """, until: "started", then: session.Session.InterruptAsync);
        var next = await session.RunAsync("gate.Set();");

        Assert.Equal(CellErrorKind.Interrupted, run.Error?.Kind);
        Assert.Null(next.Error);
    }

    [Fact]
    public async Task A_reader_that_leaves_early_does_not_hold_up_the_cell()
    {
        await foreach (var _ in session.Session.ExecuteAsync(session.Request("for (var i = 0; i < 300_000; i++) Console.WriteLine(i);", null)))
            break;

        var run = await Eventually.GetAsync(
            () =>
            {
                try
                {
                    return session.RunAsync("\"next\"").GetAwaiter().GetResult();
                }
                catch (InvalidOperationException)
                {
                    return null;
                }
            },
            run => run is not null);

        Assert.Equal("next", run!.Shown);
    }
}

/// <summary>The same where the compiler is in the process of the cells, and has to share its threads with them.</summary>
public class InterruptOwnTests(OwnSession session) : InterruptTests(session), IClassFixture<OwnSession>;
