using System.Diagnostics;

namespace CourseKit.Benchmarks;

/// <summary>Two ways to do the same, timed in turns (A B A B …), so that what else the machine does meets both.</summary>
/// <param name="Ours">Seconds per call in the best turn, which was disturbed least.</param>
/// <param name="Theirs">Seconds per call in their best turn.</param>
/// <param name="Ratio">Median of their time over ours, turn by turn: 2 means that ours is twice as fast.</param>
internal sealed record Race(double Ours, double Theirs, double Ratio)
{
    private const int Turns = 31;

    /// <param name="ours">One call.</param>
    /// <param name="theirs">One call of the other.</param>
    /// <param name="restBetween">Lets threads that spin for more work fall asleep, where the two use several.</param>
    public static Race Run(Action ours, Action theirs, TimeSpan restBetween)
    {
        var calls = CallsFor(ours, TimeSpan.FromMilliseconds(5));
        _ = CallsFor(theirs, TimeSpan.FromMilliseconds(5));
        double[] a = new double[Turns], b = new double[Turns], ratios = new double[Turns];
        for (var turn = 0; turn < Turns; turn++)
        {
            a[turn] = Seconds(ours, calls);
            Thread.Sleep(restBetween);
            b[turn] = Seconds(theirs, calls);
            Thread.Sleep(restBetween);
            ratios[turn] = b[turn] / a[turn];
        }
        Array.Sort(ratios);
        return new(a.Min(), b.Min(), ratios[Turns / 2]);
    }

    // Half a second of warming up first: the JIT compiles hot methods a second time.
    private static int CallsFor(Action action, TimeSpan time)
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < TimeSpan.FromMilliseconds(500))
            action();
        return Math.Max(1, (int)(time.TotalSeconds / Seconds(action, 5)));
    }

    private static double Seconds(Action action, int calls)
    {
        var start = Stopwatch.GetTimestamp();
        for (var call = 0; call < calls; call++)
            action();
        return Stopwatch.GetElapsedTime(start).TotalSeconds / calls;
    }
}
