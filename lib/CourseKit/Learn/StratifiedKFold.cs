using CourseKit.Data;
using CourseKit.Numerics;

namespace CourseKit.Learn;

/// <summary>Cuts samples into k parts that have the classes in about the same proportions, and tests with each in turn.</summary>
/// <remarks>
/// Parts differ by at most one sample, and so do their samples of any class. The same seed makes the same folds as scikit-learn's
/// <c>StratifiedKFold</c>.
/// </remarks>
/// <param name="splitCount">k, at least 2; 5 if nothing is said.</param>
/// <param name="shuffle">Whether to shuffle within each class; if not, the first samples of a class come into the first part.</param>
/// <param name="randomState">Seed of the shuffling, 0 or more; unused without it.</param>
/// <exception cref="ArgumentOutOfRangeException"><paramref name="splitCount"/> is less than 2.</exception>
public sealed class StratifiedKFold(int splitCount = 5, bool shuffle = false, int randomState = 0)
{
    /// <summary>How many parts there are.</summary>
    public int SplitCount { get; } = Folds.CheckedCount(nameof(StratifiedKFold), splitCount);

    /// <summary>Whether samples are shuffled within their classes.</summary>
    public bool Shuffle { get; } = shuffle;

    /// <summary>Seed of the shuffling. Each call of <see cref="Split"/> begins with it anew.</summary>
    public int RandomState { get; } = randomState;

    /// <summary>The folds of labelled samples.</summary>
    /// <param name="labels">The label of each sample, (n).</param>
    /// <returns>The folds. A class with fewer samples than there are parts is missing in some of them: then there is a warning.</returns>
    /// <exception cref="ArgumentException">Every class has fewer samples than there are parts.</exception>
    public Folds Split<T>(IReadOnlyList<T> labels) where T : notnull
    {
        var classes = StratifiedParts.ClassesOf(labels);
        var warnings = Check(classes);

        var random = new MersenneTwister(RandomState);
        var parts = StratifiedParts.Deal(classes, SplitCount, Shuffle ? dealt => random.Shuffle<int>(dealt) : null);
        return Folds.Of(SplitCount, parts, warnings);
    }

    private string[] Check(int[][] classes)
    {
        if (classes.All(members => members.Length < SplitCount))
        {
            var largest = classes.Select(members => members.Length).DefaultIfEmpty().Max();
            throw new ArgumentException($"StratifiedKFold: a class of at least {SplitCount} samples is required for {SplitCount} splits; " +
                $"the largest of {classes.Length} classes has {largest}. Use fewer splits.");
        }
        var rarest = classes.Min(members => members.Length);
        return rarest >= SplitCount
            ? []
            : [$"The least populated class in y has only {rarest} members, which is less than splitCount={SplitCount}."];
    }
}
