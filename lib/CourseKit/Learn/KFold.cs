using CourseKit.Numerics;

namespace CourseKit.Learn;

/// <summary>Cuts samples into k parts of about the same size and tests with each in turn.</summary>
/// <remarks>The first n mod k parts have one sample more. The same seed makes the same folds as scikit-learn's <c>KFold</c>.</remarks>
/// <param name="splitCount">k, at least 2; 5 if nothing is said.</param>
/// <param name="shuffle">Whether to shuffle first; if not, each part is a run of neighbours.</param>
/// <param name="randomState">Seed of the shuffling, 0 or more; unused without it.</param>
/// <exception cref="ArgumentOutOfRangeException"><paramref name="splitCount"/> is less than 2.</exception>
public sealed class KFold(int splitCount = 5, bool shuffle = false, int randomState = 0)
{
    /// <summary>How many parts there are.</summary>
    public int SplitCount { get; } = Folds.CheckedCount(nameof(KFold), splitCount);

    /// <summary>Whether samples are shuffled before they are cut.</summary>
    public bool Shuffle { get; } = shuffle;

    /// <summary>Seed of the shuffling. Each call of <see cref="Split"/> begins with it anew.</summary>
    public int RandomState { get; } = randomState;

    /// <summary>The folds of n samples.</summary>
    /// <param name="n">How many samples there are, at least <see cref="SplitCount"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer samples than parts.</exception>
    public Folds Split(int n)
    {
        if (n < SplitCount)
            throw new ArgumentOutOfRangeException(nameof(n), $"KFold: n must be {SplitCount} or more, one for each split; received {n}.");
        var order = Enumerable.Range(0, n).ToArray();
        if (Shuffle)
            new MersenneTwister(RandomState).Shuffle<int>(order);

        var (size, larger) = (n / SplitCount, n % SplitCount);
        var testFold = new int[n];
        for (var i = 0; i < n; i++)
            testFold[order[i]] = i < larger * (size + 1) ? i / (size + 1) : (i - larger) / size;
        return Folds.Of(SplitCount, testFold);
    }
}
