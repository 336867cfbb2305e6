using CourseKit.Numerics;

namespace CourseKit.Tests.Numerics;

public class WorkCrewTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(1000)]
    public void Each_piece_is_done_once_however_often_the_crew_is_called(int pieces)
    {
        var done = new int[pieces];
        var work = new Work(piece => Interlocked.Increment(ref done[piece]));

        for (var call = 0; call < 200; call++)
            WorkCrew.Shared.Run(work, pieces, threads: 3);

        Assert.All(done, count => Assert.Equal(200, count));
    }

    [Fact]
    public void A_crew_that_fell_asleep_wakes_up()
    {
        var crew = new WorkCrew(spinsBeforeSleep: 0);
        for (var call = 0; call < 5; call++)
        {
            using var second = new ManualResetEventSlim();
            // The first piece ends only when another thread does the second.
            crew.Run(new Work(piece => Assert.True(Meet(piece, second))), pieces: 2, threads: 2);
        }

        static bool Meet(int piece, ManualResetEventSlim second)
        {
            if (piece == 1)
                second.Set();
            return second.Wait(TimeSpan.FromSeconds(30));
        }
    }

    [Fact]
    public void Work_inside_a_piece_is_done_by_the_piece_itself()
    {
        var count = 0;

        var inner = new Work(_ => Interlocked.Increment(ref count));
        WorkCrew.Shared.Run(new Work(_ => WorkCrew.Shared.Run(inner, pieces: 5, threads: 2)), pieces: 4, threads: 2);

        Assert.Equal(20, count);
    }

    [Fact]
    public async Task Callers_at_the_same_time_each_get_their_pieces_done()
    {
        var done = new int[3];

        await Task.WhenAll(Enumerable.Range(0, 3).Select(caller => Task.Run(() =>
        {
            for (var call = 0; call < 500; call++)
                WorkCrew.Shared.Run(new Work(_ => Interlocked.Increment(ref done[caller])), pieces: 7, threads: 3);
        })));

        Assert.Equal([3500, 3500, 3500], done);
    }

    [Fact]
    public void A_failing_piece_fails_the_call_after_the_others_are_done_and_leaves_the_crew_usable()
    {
        var count = 0;

        var error = Assert.Throws<InvalidOperationException>(() => WorkCrew.Shared.Run(new Work(Fail), pieces: 6, threads: 2));
        Assert.Equal("piece 2", error.Message);
        Assert.Equal(5, count);

        WorkCrew.Shared.Run(new Work(_ => Interlocked.Increment(ref count)), pieces: 6, threads: 2);
        Assert.Equal(11, count);

        void Fail(int piece)
        {
            if (piece == 2)
                throw new InvalidOperationException("piece 2");
            Interlocked.Increment(ref count);
        }
    }

    private sealed class Work(Action<int> piece) : ParallelWork
    {
        public override void Execute(int number) => piece(number);
    }
}
