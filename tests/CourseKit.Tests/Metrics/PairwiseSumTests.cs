using CourseKit.Metrics;
using FsCheck;
using FsCheck.Fluent;

namespace CourseKit.Tests.Metrics;

/// <summary>That the order is NumPy's is held by the goldens of the scores; here is what it must do in any order.</summary>
public class PairwiseSumTests
{
    [Fact]
    public void Sums_of_whole_numbers_are_exact_for_every_length() => Check.One(Config.QuickThrowOnFailure.WithReplay(4, 1), Prop.ForAll(
        Arb.From(Gen.Choose(-1000, 1000).Select(number => (double)number).ArrayOf().Resize(500)),
        terms => PairwiseSum.Of<double>(terms) == terms.Sum(term => (long)term)));

    [Fact]
    public void Errors_stay_small_where_a_running_sum_drifts()
    {
        var terms = Enumerable.Repeat(0.1f, 1_000_000).ToArray();

        var drift = Math.Abs(terms.Aggregate((a, b) => a + b) - 100_000f);

        Assert.InRange(Math.Abs(PairwiseSum.Of<float>(terms) - 100_000f), 0, 0.1f);
        Assert.True(drift > 100);
    }
}
