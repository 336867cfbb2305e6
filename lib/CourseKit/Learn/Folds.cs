using System.Collections;

namespace CourseKit.Learn;

/// <summary>Several ways to cut the same samples into a part to learn from and a part to test with; every sample is tested once.</summary>
public sealed class Folds : IReadOnlyList<(int[] Train, int[] Test)>
{
    private readonly (int[] Train, int[] Test)[] _folds;

    private Folds((int[] Train, int[] Test)[] folds, IReadOnlyList<string> warnings) => (_folds, Warnings) = (folds, warnings);

    /// <summary>How many ways there are.</summary>
    public int Count => _folds.Length;

    /// <summary>What scikit-learn warns of; mostly empty.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>How many samples are cut.</summary>
    public int SampleCount => _folds.Sum(fold => fold.Test.Length);

    /// <summary>Which samples, ascending, are learned from and which are tested with.</summary>
    /// <param name="index">0..<see cref="Count"/>−1.</param>
    public (int[] Train, int[] Test) this[int index] => _folds[index];

    /// <inheritdoc/>
    public IEnumerator<(int[] Train, int[] Test)> GetEnumerator() => _folds.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <param name="count">How many folds there are.</param>
    /// <param name="testFold">For each sample the fold in which it is tested, 0..count−1, (n).</param>
    /// <param name="warnings">What to warn of.</param>
    internal static Folds Of(int count, int[] testFold, params string[] warnings)
    {
        var samples = Enumerable.Range(0, testFold.Length).ToArray();
        return new([.. Enumerable.Range(0, count).Select(fold =>
            (Array.FindAll(samples, i => testFold[i] != fold), Array.FindAll(samples, i => testFold[i] == fold)))], warnings);
    }

    internal static int CheckedCount(string where, int splitCount) => splitCount >= 2
        ? splitCount
        : throw new ArgumentOutOfRangeException(nameof(splitCount), $"{where}: at least 2 splits are required; received {splitCount}.");
}
