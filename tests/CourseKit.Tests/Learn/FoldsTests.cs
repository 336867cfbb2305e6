using System.Text.Json;
using CourseKit.Learn;
using CourseKit.Tests.Metrics;
using FsCheck;
using FsCheck.Fluent;

namespace CourseKit.Tests.Learn;

/// <summary>KFold and StratifiedKFold.</summary>
public class FoldsTests
{
    private static readonly JsonElement[] Golden = GoldenFile.Read("Learn", "Golden", "splits.json");
    private static readonly JsonElement[] Plain = [.. Golden.Where(c => c.Text("kind") == "folds")];
    private static readonly JsonElement[] Stratified = [.. Golden.Where(c => c.Text("kind") == "stratified folds")];

    public static TheoryData<string> PlainCases { get; } = GoldenFile.Names(Plain);

    public static TheoryData<string> StratifiedCases { get; } = GoldenFile.Names(Stratified);

    [Theory]
    [MemberData(nameof(PlainCases))]
    public void Folds_equal_scikit_learns(string name)
    {
        var golden = Plain.Named(name);

        var folds = new KFold(golden.Int("k"), golden.GetProperty("shuffle").GetBoolean(), golden.Int("seed")).Split(golden.Int("n"));

        Assert.Equal(Tests(golden), folds.Select(fold => fold.Test));
        Assert.Empty(folds.Warnings);
    }

    [Theory]
    [MemberData(nameof(StratifiedCases))]
    public void Stratified_folds_equal_scikit_learns(string name)
    {
        var golden = Stratified.Named(name);
        var labels = golden.GetProperty("y").Ints();

        var folds = new StratifiedKFold(golden.Int("k"), golden.GetProperty("shuffle").GetBoolean(), golden.Int("seed")).Split(labels);

        Assert.Equal(Tests(golden), folds.Select(fold => fold.Test));
        Assert.Equal(
            golden.GetProperty("warnings").Texts().Select(text => text.Replace("n_splits", "splitCount", StringComparison.Ordinal)),
            folds.Warnings);
    }

    [Fact]
    public void Seven_samples_in_three_folds_are_three_two_and_two()
    {
        var folds = new KFold(3).Split(7);

        Assert.Equal([[0, 1, 2], [3, 4], [5, 6]], folds.Select(fold => fold.Test));
        Assert.Equal([0, 1, 2, 5, 6], folds[1].Train);
        Assert.Equal((3, 7), (folds.Count, folds.SampleCount));
    }

    [Fact]
    public void Renaming_the_classes_changes_no_fold()
    {
        string[] names = ["sad", "happy", "sad", "sad", "happy", "happy", "sad", "happy"];
        var numbers = names.Select(name => name == "sad" ? 9 : 4).ToArray();
        var splitter = new StratifiedKFold(2, shuffle: true, randomState: 1);

        var (byName, byNumber) = (splitter.Split(names), splitter.Split(numbers));

        Assert.Equal(byName.Select(fold => fold.Test), byNumber.Select(fold => fold.Test));
    }

    [Fact]
    public void Every_sample_is_tested_once_and_learned_from_otherwise() => Check.One(
        Config.QuickThrowOnFailure.WithReplay(6, 1), Prop.ForAll(Arb.From(Gen.Choose(2, 9).Zip(Gen.Choose(9, 60))), pair =>
        {
            var (k, n) = pair;

            var folds = new KFold(k, shuffle: true, randomState: n).Split(n);

            return folds.SelectMany(fold => fold.Test).Order().SequenceEqual(Enumerable.Range(0, n))
                && folds.All(fold => fold.Train.Concat(fold.Test).Order().SequenceEqual(Enumerable.Range(0, n)));
        }));

    [Fact]
    public void Stratified_folds_differ_by_one_sample_at_most_in_all_and_in_each_class() => Check.One(
        Config.QuickThrowOnFailure.WithReplay(7, 1), Prop.ForAll(Arb.From(Gen.Choose(0, 3).ArrayOf(50)), labels =>
        {
            var folds = new StratifiedKFold(4, shuffle: true, randomState: 1).Split(labels);

            return Even(folds.Select(fold => fold.Test.Length))
                && labels.Distinct().All(label => Even(folds.Select(fold => fold.Test.Count(i => labels[i] == label))));
        }));

    [ErrorCases]
    internal static IEnumerable<(string, Action)> Errors() =>
    [
        ("KFold: one split", () => _ = new KFold(1)),
        ("KFold: fewer samples than splits", () => new KFold(5).Split(4)),
        ("StratifiedKFold: one split", () => _ = new StratifiedKFold(1)),
        ("StratifiedKFold: all classes too small", () => new StratifiedKFold(3).Split([1, 1, 2, 2])),
    ];

    private static bool Even(IEnumerable<int> counts)
    {
        var all = counts.ToArray();
        return all.Max() - all.Min() <= 1;
    }

    private static IEnumerable<int[]> Tests(JsonElement golden) => golden.GetProperty("tests").EnumerateArray().Select(test => test.Ints());
}
