using CourseKit.Numerics;

namespace CourseKit.Data;

/// <content>Parts of a set. None of them shuffles unless its name says so, and each says which random numbers it draws.</content>
public abstract partial class Dataset<TSelf>
{
    /// <summary>Cuts the set in two, in its own order and without shuffling.</summary>
    /// <param name="count">Examples in the first part; range 1 … n − 1.</param>
    /// <returns>The first <paramref name="count"/> examples and the rest.</returns>
    /// <exception cref="ArgumentException">One of the parts would be empty.</exception>
    public (TSelf Train, TSelf Test) SplitAt(int count)
    {
        if (count < 1 || count >= Count)
            throw new ArgumentException(FormattableString.Invariant(
                $"SplitAt: a count from 1 to {Count - 1} is required, so that both parts of {Title} have examples; {count} received."));
        return (Range(0, count), Range(count, Count - count));
    }

    /// <summary>Cuts the set in two, in its own order and without shuffling.</summary>
    /// <param name="fraction">Share of the first part, rounded to whole examples; range (0, 1).</param>
    /// <exception cref="ArgumentException">One of the parts would be empty.</exception>
    public (TSelf Train, TSelf Test) Split(double fraction) => SplitAt(CountOf(fraction));

    /// <summary>Cuts the set in two so that every class has the same share in both, up to one example.</summary>
    /// <param name="fraction">Share of the first part; range (0, 1).</param>
    /// <param name="seed">0..2³²−1. Each class is shuffled in turn by <c>RandomState(seed)</c>; the parts keep the set's order.</param>
    /// <remarks>Differs from scikit-learn's <c>train_test_split(stratify=y)</c> in its draws and its rounding.</remarks>
    /// <exception cref="ArgumentException">One of the parts would be empty.</exception>
    public (TSelf Train, TSelf Test) StratifiedSplit(double fraction, long seed)
    {
        CountOf(fraction);
        var random = new MersenneTwister(seed);
        var first = new List<int>();
        for (var label = 0; label < ClassNames.Count; label++)
        {
            var members = Enumerable.Range(0, Count).Where(i => Y[i] == label).ToArray();
            random.Shuffle<int>(members);
            first.AddRange(members.Take((int)Math.Round(fraction * members.Length)));
        }
        first.Sort();
        if (first.Count == 0 || first.Count == Count)
            throw new ArgumentException(FormattableString.Invariant(
                $"StratifiedSplit: a fraction of {fraction} leaves one part of {Title} empty, its classes being small. Choose another."));
        return (Take([.. first]), Take([.. Enumerable.Range(0, Count).Except(first)]));
    }

    /// <summary>All examples in random order: that of <c>RandomState(seed).permutation(n)</c>.</summary>
    /// <param name="seed">0..2³²−1.</param>
    public TSelf Shuffle(long seed) => TakeRows(new MersenneTwister(seed).Permutation(Count));

    /// <summary>The examples with the given indices, in that order; an index may stand there more than once.</summary>
    /// <param name="indices">Each 0 … n − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such example.</exception>
    public TSelf Take(params ReadOnlySpan<int> indices)
    {
        foreach (var index in indices)
            if ((uint)index >= (uint)Count)
                throw new ArgumentOutOfRangeException(nameof(indices), FormattableString.Invariant(
                    $"Take: indices from 0 to {Count - 1} are required ({Title}); {index} received."));
        return TakeRows(indices);
    }

    private int CountOf(double fraction)
    {
        var count = Math.Round(fraction * Count);
        if (!(fraction is > 0 and < 1) || count < 1 || count >= Count)
            throw new ArgumentException(FormattableString.Invariant(
                $"Split: a fraction between 0 and 1 is required that leaves examples in both parts of {Title}; {fraction} received."));
        return (int)count;
    }
}
