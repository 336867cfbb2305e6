namespace CourseKit.Learn;

/// <summary>How <see cref="TrainTestSplit"/> splits, where its short forms do not say enough.</summary>
public sealed record SplitOptions
{
    /// <summary>Size of the test part, rounded up; what the training part leaves if null. If both are null, 0.25.</summary>
    public SplitSize? TestSize { get; init; }

    /// <summary>Size of the training part, rounded down; what the test part leaves if null. Samples in neither part are left out.</summary>
    public SplitSize? TrainSize { get; init; }

    /// <summary>Seed of the shuffling, 0 or more; 0 if nothing is said. Unused without <see cref="Shuffle"/>.</summary>
    public int RandomState { get; init; }

    /// <summary>Whether both parts have each class in the proportion in which all samples have it; false if nothing is said.</summary>
    public bool Stratify { get; init; }

    /// <summary>Whether to shuffle first; true if nothing is said. If not, the test part follows the training part.</summary>
    public bool Shuffle { get; init; } = true;

    /// <summary>The number of samples in each part.</summary>
    internal (int Train, int Test) Sizes(int samples)
    {
        var size = TestSize is null && TrainSize is null ? 0.25 : TestSize;
        var test = size?.Of(samples, "testSize", Math.Ceiling);
        var train = TrainSize?.Of(samples, "trainSize", Math.Floor);
        var sizes = (Train: train ?? samples - test!.Value, Test: test ?? samples - train!.Value);
        if (sizes.Train < 1 || sizes.Train + sizes.Test > samples)
        {
            throw new ArgumentException("TrainTestSplit: at least 1 training sample and both parts together at most all are required; " +
                $"{sizes.Train} training and {sizes.Test} test samples of {samples}. Choose other sizes.");
        }
        return sizes;
    }
}
