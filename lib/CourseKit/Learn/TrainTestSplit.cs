using CourseKit.Numerics;

namespace CourseKit.Learn;

/// <summary>Shuffles samples and cuts them into a part to learn from and a part to test with.</summary>
/// <remarks>
/// The same seed makes the same split as scikit-learn's <c>train_test_split</c> with an integer <c>random_state</c>.
/// Differs from scikit-learn: without a seed the split is that of seed 0, not another one each time.
/// </remarks>
public static class TrainTestSplit
{
    /// <summary>Splits samples and their labels.</summary>
    /// <param name="x">Samples in rows, (n, features).</param>
    /// <param name="y">A label or a value for each row, (n).</param>
    /// <param name="testSize">Size of the test part: a number of samples, or a fraction, which is rounded up; 0.25 if null.</param>
    /// <param name="randomState">Seed of the shuffling, 0 or more.</param>
    /// <param name="stratify">Whether both parts have each label in the proportion in which <paramref name="y"/> has it.</param>
    /// <returns>The rows and entries of both parts, in shuffled order. They are copies.</returns>
    /// <exception cref="ArgumentException">Rows and entries differ, a part is empty, or a class is too rare for both.</exception>
    public static (TX[,] XTrain, TX[,] XTest, TY[] YTrain, TY[] YTest) Of<TX, TY>(TX[,] x, TY[] y, SplitSize? testSize = null,
        int randomState = 0, bool stratify = false) where TY : notnull =>
        Of(x, y, new SplitOptions { TestSize = testSize, RandomState = randomState, Stratify = stratify });

    /// <summary>Splits samples and their labels.</summary>
    /// <param name="x">Samples in rows, (n, features).</param>
    /// <param name="y">A label or a value for each row, (n).</param>
    /// <param name="options">Sizes, seed, and whether to shuffle and to stratify.</param>
    /// <returns>The rows and entries of both parts. They are copies.</returns>
    /// <exception cref="ArgumentException">Rows and entries differ, a part is empty, or a class is too rare for both.</exception>
    public static (TX[,] XTrain, TX[,] XTest, TY[] YTrain, TY[] YTest) Of<TX, TY>(TX[,] x, TY[] y, SplitOptions options) where TY : notnull
    {
        Rows.CheckPaired("TrainTestSplit", x.GetLength(0), y.Length);
        var (train, test) = Indices(y, options);
        return (Rows.Take(x, train), Rows.Take(x, test), Rows.Take(y, train), Rows.Take(y, test));
    }

    /// <summary>Which of n samples come into which part.</summary>
    /// <param name="n">How many samples there are.</param>
    /// <param name="testSize">Size of the test part: a number of samples, or a fraction, which is rounded up; 0.25 if null.</param>
    /// <param name="randomState">Seed of the shuffling, 0 or more.</param>
    /// <returns>Numbers 0..n−1, each in one of the parts, in shuffled order.</returns>
    /// <exception cref="ArgumentException">A part is empty.</exception>
    public static (int[] Train, int[] Test) Indices(int n, SplitSize? testSize = null, int randomState = 0) =>
        Indices(n, testSize, new MersenneTwister(randomState));

    /// <summary>Which of n samples come into which part, drawn from a stream that is running already.</summary>
    /// <param name="n">How many samples there are.</param>
    /// <param name="testSize">Size of the test part: a number of samples, or a fraction, which is rounded up; 0.25 if null.</param>
    /// <param name="random">Moves on by one permutation of n.</param>
    /// <returns>Numbers 0..n−1, each in one of the parts, in shuffled order.</returns>
    /// <exception cref="ArgumentException">A part is empty.</exception>
    public static (int[] Train, int[] Test) Indices(int n, SplitSize? testSize, MersenneTwister random) =>
        Plain(n, new SplitOptions { TestSize = testSize }, random);

    /// <summary>Which samples come into which part, each part with the classes in the proportions of all.</summary>
    /// <param name="labels">The label of each sample, (n).</param>
    /// <param name="testSize">Size of the test part: a number of samples, or a fraction, which is rounded up; 0.25 if null.</param>
    /// <param name="randomState">Seed of the shuffling, 0 or more.</param>
    /// <returns>Numbers 0..n−1, each in one of the parts, in shuffled order.</returns>
    /// <exception cref="ArgumentException">A part is empty, or a class is too rare to be in both.</exception>
    public static (int[] Train, int[] Test) StratifiedIndices<T>(IReadOnlyList<T> labels, SplitSize? testSize = null, int randomState = 0)
        where T : notnull =>
        StratifiedIndices(labels, testSize, new MersenneTwister(randomState));

    /// <summary>Which samples come into which part, each with the classes in the proportions of all, drawn from a running stream.</summary>
    /// <param name="labels">The label of each sample, (n).</param>
    /// <param name="testSize">Size of the test part: a number of samples, or a fraction, which is rounded up; 0.25 if null.</param>
    /// <param name="random">Moves on by a permutation of each class and of each part, and by lots for what cannot be divided.</param>
    /// <returns>Numbers 0..n−1, each in one of the parts, in shuffled order.</returns>
    /// <exception cref="ArgumentException">A part is empty, or a class is too rare to be in both.</exception>
    public static (int[] Train, int[] Test) StratifiedIndices<T>(IReadOnlyList<T> labels, SplitSize? testSize, MersenneTwister random)
        where T : notnull =>
        Stratified(labels, new SplitOptions { TestSize = testSize }, random);

    /// <summary>Which samples come into which part.</summary>
    /// <param name="labels">The label of each sample, (n); only a stratified split looks at them.</param>
    /// <param name="options">Sizes, seed, and whether to shuffle and to stratify.</param>
    /// <returns>Numbers 0..n−1, none in both parts.</returns>
    /// <exception cref="ArgumentException">A part is empty, a class is too rare for both, or Stratify is set without Shuffle.</exception>
    public static (int[] Train, int[] Test) Indices<T>(IReadOnlyList<T> labels, SplitOptions options) where T : notnull
    {
        var random = new MersenneTwister(options.RandomState);
        if (options.Shuffle)
            return options.Stratify ? Stratified(labels, options, random) : Plain(labels.Count, options, random);
        if (options.Stratify)
            throw new ArgumentException("TrainTestSplit: a stratified split requires Shuffle; it is off. Take Stratify away, or shuffle.");
        var (train, test) = options.Sizes(labels.Count);
        return ([.. Enumerable.Range(0, train)], [.. Enumerable.Range(train, test)]);
    }

    private static (int[] Train, int[] Test) Plain(int n, SplitOptions options, MersenneTwister random)
    {
        var (train, test) = options.Sizes(n);
        var order = random.Permutation(n);
        return (order[test..(test + train)], order[..test]);
    }

    private static (int[] Train, int[] Test) Stratified<T>(IReadOnlyList<T> labels, SplitOptions options, MersenneTwister random)
        where T : notnull
    {
        var (train, test) = options.Sizes(labels.Count);
        return new Stratification<T>(labels).Split(train, test, random);
    }
}
