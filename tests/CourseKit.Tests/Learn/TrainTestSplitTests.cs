using System.Text.Json;
using CourseKit.Learn;
using CourseKit.Numerics;
using CourseKit.Tests.Metrics;
using FsCheck;
using FsCheck.Fluent;

namespace CourseKit.Tests.Learn;

/// <summary>Golden/splits.json holds scikit-learn's own splits; see the README beside it.</summary>
public class TrainTestSplitTests
{
    private static readonly JsonElement[] Golden = GoldenFile.Read("Learn", "Golden", "splits.json");
    private static readonly JsonElement[] Plain = [.. Golden.Where(c => c.Text("kind") == "split")];
    private static readonly JsonElement[] Stratified = [.. Golden.Where(c => c.Text("kind") == "stratified")];

    public static TheoryData<string> PlainCases { get; } = GoldenFile.Names(Plain);

    public static TheoryData<string> StratifiedCases { get; } = GoldenFile.Names(Stratified);

    [Theory]
    [MemberData(nameof(PlainCases))]
    public void Parts_equal_scikit_learns(string name)
    {
        var golden = Plain.Named(name);
        var options = Options(golden) with { Shuffle = golden.GetProperty("shuffle").GetBoolean() };

        var (train, test) = TrainTestSplit.Indices(new int[golden.Int("n")], options);

        Assert.Equal(golden.GetProperty("train").Ints(), train);
        Assert.Equal(golden.GetProperty("test").Ints(), test);
    }

    [Theory]
    [MemberData(nameof(StratifiedCases))]
    public void Stratified_parts_equal_scikit_learns(string name)
    {
        var golden = Stratified.Named(name);

        var (train, test) = TrainTestSplit.Indices(golden.GetProperty("y").Ints(), Options(golden) with { Stratify = true });

        Assert.Equal(golden.GetProperty("train").Ints(), train);
        Assert.Equal(golden.GetProperty("test").Ints(), test);
    }

    [Fact]
    public void Sixty_thousand_samples_fall_as_in_scikit_learn()
    {
        var golden = Golden.Named("60000");

        var (train, test) = TrainTestSplit.Indices(60000, testSize: 0.15, randomState: 42);

        Assert.Equal((51000, 9000), (train.Length, test.Length));
        Assert.Equal(golden.GetProperty("train").Ints(), train[..20]);
        Assert.Equal(golden.GetProperty("test").Ints(), test[..20]);
        Assert.Equal(golden.GetProperty("weights").EnumerateArray().Select(weight => weight.GetInt64()), [Weight(train), Weight(test)]);
    }

    [Fact]
    public void Rows_and_entries_stay_together()
    {
        double[,] x = { { 0, 10 }, { 1, 11 }, { 2, 12 }, { 3, 13 }, { 4, 14 } };

        var (xTrain, xTest, yTrain, yTest) = TrainTestSplit.Of(x, ["a", "b", "c", "d", "e"], testSize: 2, randomState: 1);

        var (train, test) = TrainTestSplit.Indices(5, testSize: 2, randomState: 1);
        Assert.Equal(train.Select(i => "abcde"[i].ToString()), yTrain);
        Assert.Equal(test.Select(i => "abcde"[i].ToString()), yTest);
        Assert.Equal(train.SelectMany(i => new[] { i, i + 10.0 }), xTrain.Cast<double>());
        Assert.Equal(test.SelectMany(i => new[] { i, i + 10.0 }), xTest.Cast<double>());
    }

    [Fact]
    public void Stratifying_floats_looks_at_the_labels()
    {
        var (xTrain, xTest, yTrain, yTest) = TrainTestSplit.Of(new float[9, 2], [1, 1, 1, 1, 1, 1, 2, 2, 2], testSize: 3, stratify: true);

        Assert.Equal((6, 3), (xTrain.GetLength(0), xTest.GetLength(0)));
        Assert.Equal([1, 1, 1, 1, 2, 2], yTrain.Order());
        Assert.Equal([1, 1, 2], yTest.Order());
    }

    [Fact]
    public void A_running_stream_moves_on_by_what_the_split_drew()
    {
        var (stream, other) = (new MersenneTwister(5), new MersenneTwister(5));

        var (train, test) = TrainTestSplit.Indices(10, testSize: 0.3, stream);

        Assert.Equal(other.Permutation(10), test.Concat(train));
        Assert.Equal(other.NextUInt32(), stream.NextUInt32());
    }

    [Fact]
    public void A_seed_and_a_fresh_stream_of_it_stratify_alike()
    {
        int[] labels = [1, 2, 1, 2, 1, 2, 1, 1];

        var bySeed = TrainTestSplit.StratifiedIndices(labels, testSize: 0.5, randomState: 3);
        var byStream = TrainTestSplit.StratifiedIndices(labels, testSize: 0.5, new MersenneTwister(3));

        Assert.Equal(bySeed.Train, byStream.Train);
        Assert.Equal(bySeed.Test, byStream.Test);
    }

    [Fact]
    public void Every_class_is_within_one_sample_of_its_share_in_both_parts() => Check.One(
        Config.QuickThrowOnFailure.WithReplay(5, 1), Prop.ForAll(Arb.From(Gen.Choose(6, 40).ListOf(4).Zip(Gen.Choose(0, 99))), pair =>
        {
            var (counts, seed) = (pair.Item1.ToArray(), pair.Item2);
            var labels = counts.SelectMany((count, label) => Enumerable.Repeat(label, count)).ToArray();

            var (train, test) = TrainTestSplit.StratifiedIndices(labels, testSize: 0.3, seed);

            var share = test.Length / (double)labels.Length;
            return train.Concat(test).Order().SequenceEqual(Enumerable.Range(0, labels.Length))
                && counts.Index().All(c => Math.Abs(test.Count(i => labels[i] == c.Index) - c.Item * share) <= 1);
        }));

    [ErrorCases]
    internal static IEnumerable<(string, Action)> Errors() =>
    [
        ("TrainTestSplit: rows and entries", () => TrainTestSplit.Of(new double[3, 1], [1, 2])),
        ("TrainTestSplit: a fraction beyond one", () => TrainTestSplit.Indices(10, testSize: 1.5)),
        ("TrainTestSplit: more than there are", () => TrainTestSplit.Indices(10, testSize: 10)),
        ("TrainTestSplit: nothing to train with", () => TrainTestSplit.Indices(10, testSize: 0.95)),
        ("TrainTestSplit: both sizes too large",
            () => TrainTestSplit.Indices(new int[10], new SplitOptions { TestSize = 6, TrainSize = 0.5 })),
        ("TrainTestSplit: a class of one", () => TrainTestSplit.StratifiedIndices([1, 1, 1, 7], testSize: 2)),
        ("TrainTestSplit: more classes than test samples", () => TrainTestSplit.StratifiedIndices([1, 1, 2, 2, 3, 3], testSize: 2)),
        ("TrainTestSplit: stratified without shuffling",
            () => TrainTestSplit.Indices([1, 1, 2, 2], new SplitOptions { Stratify = true, Shuffle = false })),
    ];

    private static SplitOptions Options(JsonElement golden) => new()
    {
        TestSize = Size(golden.GetProperty("test_size")),
        TrainSize = Size(golden.GetProperty("train_size")),
        RandomState = golden.Int("seed"),
    };

    private static SplitSize? Size(JsonElement size) =>
        size.ValueKind == JsonValueKind.Null ? null : size.TryGetInt32(out var count) ? (SplitSize)count : size.GetDouble();

    private static long Weight(int[] part) => part.Select((index, i) => (i + 1L) * index).Sum();
}
