using CourseKit.Cli.Run;
using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Running;
using CourseKit.Notebooks.Sessions;
using Spectre.Console;

namespace CourseKit.Cli.Tests.Run;

/// <summary>A progress bar that a cell shows and updates: one line in a terminal, a line now and then in a log.</summary>
public class ChangingDisplayTests
{
    private static readonly NotebookDocument Notebook = DibFormat.Parse("#!csharp\n1\n");

    [Fact]
    public void A_log_has_the_first_state_one_every_ten_seconds_and_the_last()
    {
        var (writer, time) = (new StringWriter { NewLine = "\n" }, new ManualTime());
        var reporter = Started(new PlainReporter(writer, time));

        reporter.Happened(1, Shown("bar", "0 of 40"));
        for (var step = 1; step <= 40; step++)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            reporter.Happened(1, Updated("bar", $"{step} of 40"));
        }
        reporter.Happened(1, Updated("bar", "done"));
        reporter.CellFinished(Passed);

        Assert.Equal(["   1 │ 0 of 40", "   1 │ 10 of 40", "   1 │ 20 of 40", "   1 │ 30 of 40", "   1 │ 40 of 40", "   1 │ done"], Lines(writer));
    }

    [Fact]
    public void A_log_has_a_table_that_changes_as_it_was_first_and_as_it_is_last()
    {
        var (writer, time) = (new StringWriter { NewLine = "\n" }, new ManualTime());
        var reporter = Started(new PlainReporter(writer, time));

        reporter.Happened(1, Shown("table", "a\n1"));
        time.Advance(TimeSpan.FromMinutes(1));
        reporter.Happened(1, Updated("table", "a\n2"));
        reporter.Happened(1, Updated("table", "a\n3"));
        reporter.Happened(1, new SessionEvent.Result(Text("the result")));
        reporter.CellFinished(Passed);

        Assert.Equal(["   1 │ a", "   1 │ 1", "   1 │ 3", "   1 │ the result"], Lines(writer));
    }

    [Fact]
    public async Task A_terminal_shows_each_state_in_place_and_leaves_the_last_above_what_follows()
    {
        var writer = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.Yes,
            ColorSystem = ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = 100;

        await TerminalReporter.WatchAsync(console, ["a.dib"], async observer =>
        {
            Started(observer);
            observer.Happened(1, Shown("bar", "0 of 3"));
            observer.Happened(1, Updated("bar", "2 of 3"));
            // The picture is drawn ten times a second.
            await Task.Delay(TimeSpan.FromSeconds(1));
            observer.Happened(1, Updated("bar", "3 of 3"));
            observer.Happened(1, new SessionEvent.Result(Text("the result")));
            observer.CellFinished(Passed);
            return [];
        });

        var drawn = writer.ToString();
        Assert.Contains("     │ 2 of 3", drawn, StringComparison.Ordinal);
        Assert.DoesNotContain("   1 │ 2 of 3", drawn, StringComparison.Ordinal);
        var (last, result) = (drawn.IndexOf("   1 │ 3 of 3", StringComparison.Ordinal), drawn.IndexOf("   1 │ the result", StringComparison.Ordinal));
        Assert.True(last > 0 && result > last, drawn);
    }

    private static CellResult Passed { get; } = new(1, Verdict.Passed, TimeSpan.Zero);

    private static IRunObserver Started(IRunObserver observer)
    {
        observer.NotebookStarted("a.dib", Notebook);
        observer.CellStarted(1, Notebook.Cells[0]);
        return observer;
    }

    private static SessionEvent.Displayed Shown(string id, string text) => new(Text(text), id);

    private static SessionEvent.Updated Updated(string id, string text) => new(Text(text), id);

    private static MimeBundle Text(string text) => MimeBundle.Of(("text/plain", text));

    private static IEnumerable<string> Lines(StringWriter writer) => writer.ToString().Split('\n').Where(line => line.Contains('│', StringComparison.Ordinal));

    /// <summary>A clock that stands still until it is told.</summary>
    private sealed class ManualTime : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public void Advance(TimeSpan time) => _ticks += time.Ticks;
    }
}
