using CourseKit.Notebooks.Sessions;
using CourseKit.Notebooks.Sessions.Output;

namespace CourseKit.Notebooks.Tests.Sessions.Output;

public class EventOutboxTests
{
    private readonly List<SessionEvent> _sent = [];
    private readonly StoppedClock _clock = new();

    [Fact]
    public void The_first_text_after_a_pause_goes_at_once_and_what_follows_is_gathered()
    {
        using var outbox = NewOutbox();

        outbox.Write("stdout", "first ");
        outbox.Write("stdout", "second ");
        outbox.Write("stdout", "third");

        Assert.Equal(["first "], Texts());
        outbox.Flush();
        Assert.Equal(["first ", "second third"], Texts());
    }

    [Fact]
    public void Text_that_comes_after_the_pause_takes_what_was_gathered_along()
    {
        using var outbox = NewOutbox();
        outbox.Write("stdout", "a");
        outbox.Write("stdout", "b");

        _clock.Advance(EventOutbox.Pause * 2);
        outbox.Write("stdout", "c");

        Assert.Equal(["a", "bc"], Texts());
    }

    [Fact]
    public void Another_event_stream_or_cell_sends_what_was_gathered_before_it()
    {
        using var outbox = NewOutbox();

        outbox.Write("stdout", "1");
        outbox.Write("stdout", "2");
        outbox.Write("stderr", "3");
        outbox.Publish(new SessionEvent.Idle());
        outbox.Write("stderr", "4");
        CellScope.Enter(new CellScope("next", CancellationToken.None));
        outbox.Write("stderr", "5");
        outbox.Flush();

        Assert.Equal(
            ["cell stdout 1", "cell stdout 2", "cell stderr 3", "cell Idle", "cell stderr 4", "next stderr 5"],
            _sent.Select(happened => $"{happened.CellId} {(happened is SessionEvent.Output output ? $"{output.Stream} {output.Text}" : happened.GetType().Name)}"));
    }

    [Fact]
    public void A_character_of_two_halves_is_not_torn()
    {
        using var outbox = NewOutbox();

        outbox.Write("stdout", "🎉".AsSpan(0, 1));
        outbox.Write("stdout", "🎉".AsSpan(1));
        outbox.Write("stdout", string.Concat(Enumerable.Repeat("🎉", 40_000)).Insert(0, "x"));
        outbox.Flush();

        Assert.All(Texts(), text => Assert.False(char.IsHighSurrogate(text[^1]) || char.IsLowSurrogate(text[0])));
        Assert.Equal(1 + 2 * 40_001, Texts().Sum(text => text.Length));
    }

    [Fact]
    public void Much_text_goes_in_pieces()
    {
        using var outbox = NewOutbox();

        outbox.Write("stdout", new string('x', 100_000));

        Assert.Equal(100_000, Texts().Sum(text => text.Length));
        Assert.True(_sent.Count > 2);
    }

    [Fact]
    public void Nothing_written_is_nothing_sent()
    {
        using var outbox = NewOutbox();

        outbox.Write("stdout", "");
        outbox.Flush();

        Assert.Empty(_sent);
    }

    private EventOutbox NewOutbox()
    {
        CellScope.Enter(new CellScope("cell", CancellationToken.None));
        return new EventOutbox(_sent.Add, _clock);
    }

    private IEnumerable<string> Texts() => _sent.OfType<SessionEvent.Output>().Select(output => output.Text);

    private sealed class StoppedClock : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now;

        public void Advance(TimeSpan time) => _now += time.Ticks;
    }
}
