using CourseKit.Metrics;
using CourseKit.Numerics;

namespace CourseKit.Learn;

/// <summary>The samples of each class, classes ascending; draws parts that keep the classes' proportions.</summary>
internal sealed class Stratification<T> where T : notnull
{
    private readonly T[] _classes;
    private readonly int[][] _members;

    public Stratification(IReadOnlyList<T> labels)
    {
        _classes = Labels.Sorted(labels);
        var index = _classes.Select((label, i) => (label, i)).ToDictionary(pair => pair.label, pair => pair.i);
        var members = _classes.Select(_ => new List<int>()).ToArray();
        for (var i = 0; i < labels.Count; i++)
            members[index[labels[i]]].Add(i);
        _members = [.. members.Select(list => list.ToArray())];
    }

    /// <summary>scikit-learn's <c>StratifiedShuffleSplit</c>, draw by draw.</summary>
    public (int[] Train, int[] Test) Split(int trainSize, int testSize, MersenneTwister random)
    {
        CheckSizes(trainSize, testSize);
        var counts = _members.Select(members => members.Length).ToArray();
        var trainCounts = ApproximateMode(counts, trainSize, random);
        var testCounts = ApproximateMode([.. counts.Zip(trainCounts, (all, taken) => all - taken)], testSize, random);

        var (train, test) = (new List<int>(trainSize), new List<int>(testSize));
        for (var i = 0; i < counts.Length; i++)
        {
            int[] shuffled = [.. random.Permutation(counts[i]).Select(j => _members[i][j])];
            train.AddRange(shuffled[..trainCounts[i]]);
            test.AddRange(shuffled[trainCounts[i]..(trainCounts[i] + testCounts[i])]);
        }
        return (Shuffled(train, random), Shuffled(test, random));
    }

    /// <summary>
    /// The likeliest numbers of each class among <paramref name="draws"/> samples (mode of the multivariate hypergeometric distribution, at
    /// most one off): the proportions rounded down, what is missing to the largest remainders, among equal ones by lot.
    /// </summary>
    internal static int[] ApproximateMode(int[] counts, int draws, MersenneTwister random)
    {
        double all = counts.Sum();
        var shares = counts.Select(count => count / all * draws).ToArray();
        var taken = shares.Select(share => (int)Math.Floor(share)).ToArray();
        var missing = draws - taken.Sum();
        var byRemainder = Enumerable.Range(0, counts.Length).GroupBy(i => shares[i] - taken[i]).OrderByDescending(group => group.Key)
            .Select(group => group.ToArray()).ToArray();
        foreach (var equal in byRemainder)
        {
            if (missing == 0)
                break;
            // drawn from even where all of them are taken: the stream must move on as there
            var chosen = random.Choice(equal.Length, Math.Min(equal.Length, missing), replace: false);
            foreach (var i in chosen)
                taken[equal[i]]++;
            missing -= chosen.Length;
        }
        return taken;
    }

    private void CheckSizes(int trainSize, int testSize)
    {
        var rarest = _members.Index().MinBy(pair => pair.Item.Length);
        if (rarest.Item.Length < 2)
        {
            throw new ArgumentException("TrainTestSplit: a stratified split requires at least 2 samples of each class; " +
                $"class {Labels.Name(_classes[rarest.Index])} has 1. Drop that class, or split without stratify.");
        }
        if (trainSize < _classes.Length || testSize < _classes.Length)
        {
            throw new ArgumentException("TrainTestSplit: a stratified split requires at least one sample of each class in each part; " +
                $"{trainSize} training and {testSize} test samples for {_classes.Length} classes. Choose another size.");
        }
    }

    private static int[] Shuffled(List<int> indices, MersenneTwister random)
    {
        int[] shuffled = [.. indices];
        random.Shuffle<int>(shuffled);
        return shuffled;
    }
}
