using CourseKit.Notebooks.Sessions;

namespace CourseKit.Notebooks.Tests.Sessions;

public class ConsoleTests(TestSession session) : IClassFixture<TestSession>
{
    [Fact]
    public async Task Text_and_displays_keep_their_order()
    {
        var run = await session.RunAsync("""
            Console.WriteLine("1");
            display("2");
            Console.Write("3");
            Console.Error.Write("4");
            HTML("<i>5</i>").Display();
            Console.Write("6");
            7
            """);

        Assert.Equal(
            ["stdout 1\n", "display 2", "stdout 3", "stderr 4", "display <i>5</i>", "stdout 6", "result 7", "idle"],
            run.Events.Select(happened => happened switch
            {
                SessionEvent.Output output => $"{output.Stream} {output.Text}",
                SessionEvent.Displayed shown => $"display {shown.Data["text/plain"]}",
                SessionEvent.Result result => $"result {result.Data["text/plain"]}",
                _ => happened.GetType().Name.ToLowerInvariant(),
            }));
    }

    [Fact]
    public async Task Text_arrives_while_the_cell_still_runs_and_waits_for_an_answer()
    {
        var run = await session.RunAsync("Console.Write(\"Name: \"); var name = await GetInputAsync(\"name?\"); Console.Write(name);", answer: "Ada");

        Assert.Equal(["Output Name: ", "InputRequested name?", "Output Ada", "Idle"], run.Events.Select(happened => happened switch
        {
            SessionEvent.Output output => $"Output {output.Text}",
            SessionEvent.InputRequested request => $"InputRequested {request.Prompt}",
            _ => happened.GetType().Name,
        }));
    }

    [Fact]
    public async Task A_question_that_nobody_can_answer_fails_the_cell()
    {
        var run = await session.RunAsync("await GetInputAsync(\"name?\", \"password\")", answer: null);

        Assert.True(Assert.Single(run.Events.OfType<SessionEvent.InputRequested>()).IsSecret);
        Assert.Equal("Input \"name?\": somebody must type an answer; this notebook runs without a keyboard. Answer with --input \"name?=…\".", run.Error?.Message);
    }

    [Fact]
    public async Task Tasks_loops_in_parallel_and_threads_write_to_the_cell_that_started_them()
    {
        var run = await session.RunAsync("""
            await Task.Run(() => Console.Write("t"));
            Parallel.For(0, 100, i => Console.Write("p"));
            var writer = new System.Threading.Thread(() => Console.Write("h"));
            writer.Start();
            writer.Join();
            """);

        Assert.Equal("t" + new string('p', 100) + "h", run.Out);
    }

    [Fact]
    public async Task Text_of_a_task_that_outlives_its_cell_is_reported_as_that_cells()
    {
        await session.RunAsync("""
            var go = new TaskCompletionSource();
            var late = Task.Run(async () => { await go.Task; Console.Write("late"); });
            """, id: "first");

        var run = await session.RunAsync("go.SetResult(); await late; Console.Write(\"second\");", id: "second");

        Assert.Equal(
            [("first", "late"), ("second", "second")],
            run.Events.OfType<SessionEvent.Output>().Select(output => (output.CellId, output.Text)));
    }

    [Fact]
    public async Task Text_between_two_cells_can_be_taken_without_running_another()
    {
        await session.RunAsync("_ = Task.Run(async () => { await Task.Delay(50); Console.Write(\"between\"); });", id: "talker");

        var late = await Eventually.GetAsync(() => session.Session.TakeLateEvents(), taken => taken.Count > 0);

        Assert.Equal(new SessionEvent.Output("stdout", "between") { CellId = "talker" }, Assert.Single(late));
    }

    [Fact]
    public async Task Redirecting_the_console_ends_with_the_cell()
    {
        await session.RunAsync("var caught = new System.IO.StringWriter(); Console.SetOut(caught); Console.Write(\"hidden\");");

        var run = await session.RunAsync("Console.Write(\"seen\"); caught.ToString()");

        Assert.Equal(("seen", "hidden"), (run.Out, run.Shown));
    }

    [Fact]
    public async Task Where_nobody_types_there_is_nothing_to_read() =>
        Assert.Equal("<null> -1", (await session.RunAsync("$\"{Console.ReadLine() ?? \"<null>\"} {Console.Read()}\"")).Shown);

    [Fact]
    public async Task What_is_read_from_the_console_is_asked_for_line_by_line()
    {
        var run = await session.RunAsync("$\"{Console.ReadLine()} {(char)Console.Read()}{Console.In.Peek()} {Console.ReadLine()} {Console.ReadLine()}\"", answer: "Ada");

        Assert.Equal("Ada A100 da Ada", run.Shown);
        Assert.Equal(3, run.Events.OfType<SessionEvent.InputRequested>().Count());
    }

    [Fact]
    public async Task A_cell_that_reads_can_be_interrupted()
    {
        var run = await session.RunAsync("Console.Write(\"reading\");\nConsole.ReadLine()", until: "reading", then: session.Session.InterruptAsync);

        Assert.Equal(CellErrorKind.Interrupted, run.Error?.Kind);
    }

    [Fact]
    public async Task Standard_error_fails_nothing()
    {
        var run = await session.RunAsync("Console.Error.Write(\"careful\");");

        Assert.Equal("careful", run.Err);
        Assert.Null(run.Error);
    }

    [Fact]
    public async Task Every_character_of_a_flood_arrives()
    {
        var run = await session.RunAsync("for (var i = 0; i < 200_000; i++) Console.Write((char)('a' + i % 26));");

        Assert.Equal(200_000, run.Out.Length);
        Assert.All(run.Out.Select((letter, at) => (letter, at)), pair => Assert.Equal('a' + pair.at % 26, pair.letter));
        Assert.InRange(run.Events.Count, 2, 5_000);
    }

    [Fact]
    public async Task Text_of_any_language_arrives_unharmed() =>
        Assert.Equal("سلام 日本 🎉 é\0\t\r\n", (await session.RunAsync("foreach (var c in \"سلام 日本 🎉 é\\0\\t\\r\\n\") Console.Write(c);")).Out);
}
