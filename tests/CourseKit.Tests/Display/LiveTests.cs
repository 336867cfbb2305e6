using CourseKit.Display;
using CourseKit.Tests.Data.Fetching;

namespace CourseKit.Tests.Display;

public class LiveTests
{
    private readonly ManualTime _time = new();
    private readonly StringWriter _out = new() { NewLine = "\n" };

    [Fact]
    public void A_build_server_gets_a_line_now_and_then_and_the_last_one_always()
    {
        var live = new Live(10, Epochs, new LogSurface(_out));
        for (var epoch = 1; epoch <= 10; epoch++)
        {
            _time.Advance(TimeSpan.FromSeconds(4));
            live.Step(("loss", 1.0 / epoch));
        }
        live.Dispose();

        Assert.Equal(
            """
            H = 100 · 3 of 10 epochs, 0:12, about 0:28 left · 4 s each · loss 0.3333
            H = 100 · 6 of 10 epochs, 0:24, about 0:16 left · 4 s each · loss 0.1667
            H = 100 · 9 of 10 epochs, 0:36, about 0:04 left · 4 s each · loss 0.1111
            H = 100 · 10 of 10 epochs, 0:40 · 4 s each · loss 0.1

            """.ReplaceLineEndings("\n"), _out.ToString());
    }

    [Fact]
    public void A_terminal_has_one_line_that_is_written_over_and_never_wraps()
    {
        using (var live = new Live(2, Epochs, new TerminalSurface(_out, () => 60)))
        {
            _time.Advance(TimeSpan.FromSeconds(0.2));
            live.Step("a note that is much too long for the line that a terminal of sixty letters has");
            live.Step();
        }

        var sights = _out.ToString().TrimEnd('\n', '\r').Split('\r', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, sights.Length);
        Assert.All(sights, sight => Assert.InRange(sight.Length, 1, 59));
        Assert.StartsWith("[███████████████···············] H = 100 · 1 of 2 epochs", sights[1], StringComparison.Ordinal);
        Assert.StartsWith("[██████████████████████████████] H = 100 · 2 of 2 epochs", sights[2], StringComparison.Ordinal);
    }

    [Fact]
    public void It_shows_itself_no_more_often_than_its_surface_wants()
    {
        var seen = new Surface();
        using (var live = new Live(1000, Epochs, seen))
        {
            for (var step = 0; step < 1000; step++)
            {
                _time.Advance(TimeSpan.FromMilliseconds(1));
                live.Step();
            }
        }

        Assert.Equal(["0 of 1000", "250 of 1000", "500 of 1000", "750 of 1000", "1000 of 1000"], seen.Counts);
    }

    [Fact]
    public void A_loop_that_is_left_early_says_how_far_it_came_and_leaves_no_time()
    {
        var seen = new Surface();
        using (var live = new Live(30, Epochs, seen))
            live.Step(("loss", 0.5));

        Assert.Equal("H = 100 · 1 of 30 epochs, 0:00 · loss 0.5", seen.Last);
    }

    [Fact]
    public void The_loop_runs_over_its_numbers_and_a_loop_over_nothing_shows_nothing()
    {
        Assert.Equal([1, 2, 3], Live.Epochs(3, time: _time).Select(epoch => epoch.Value));
        Assert.Empty(Live.Epochs(0, time: _time));
        Assert.Equal(["a", "b"], Live.Over(["a", "b"], "seeds", time: _time).Select(seed => seed.Value));
    }

    [Fact]
    public void Steps_from_many_threads_are_all_counted()
    {
        var seen = new Surface();
        using (var live = new Live(4000, Epochs, seen))
            Parallel.For(0, 4000, _ => live.Step(("loss", 1)));

        Assert.StartsWith("H = 100 · 4000 of 4000 epochs", seen.Last, StringComparison.Ordinal);
    }

    [ErrorCases]
    internal static IEnumerable<(string, Action)> Errors() =>
    [
        ("Live over a negative number of epochs", () => _ = Live.Epochs(-1).Count()),
    ];

    private LiveOptions Epochs => new() { Unit = "epochs", Title = "H = 100", Time = _time };

    private sealed class Surface : ILiveSurface
    {
        public List<string> Counts { get; } = [];

        public string Last { get; private set; } = "";

        public TimeSpan Pause => TimeSpan.FromMilliseconds(250);

        public void Show(Progress progress, bool ended)
        {
            Last = progress.ToString();
            Counts.Add(Last.Split(" · ")[1].Split(" epochs")[0]);
        }
    }
}
