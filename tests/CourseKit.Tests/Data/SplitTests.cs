using CourseKit.Data;
using FsCheck;
using FsCheck.Fluent;

namespace CourseKit.Tests.Data;

public class SplitTests
{
    private static readonly TabularDataset Rows = Numbered(10);

    private static readonly ImageDataset Images =
        new(new DatasetInfo("Tiles", ["a", "b"]), new ImageShape(1, 2), new byte[] { 0, 1, 2, 3, 4, 5 }, [0, 1, 0]);

    [Fact]
    public void A_fraction_is_rounded_to_whole_examples()
    {
        var (train, test) = Rows.Split(0.66);

        Assert.Equal((7, 3), (train.Count, test.Count));
        Assert.Equal([7.0, 8, 9], test.X.Cast<double>());
    }

    // numpy.random.RandomState(42).permutation(10)
    [Fact]
    public void Shuffled_order_is_that_of_NumPy()
    {
        Assert.Equal([8.0, 1, 5, 0, 7, 2, 9, 4, 3, 6], Rows.Shuffle(seed: 42).X.Cast<double>());
    }

    [Fact]
    public void Examples_are_taken_with_their_labels_and_as_often_as_asked()
    {
        var taken = Images.Take(2, 0, 2);

        Assert.Equal(new double[,] { { 4, 5 }, { 0, 1 }, { 4, 5 } }, taken.X);
        Assert.Equal([0, 0, 0], taken.Y);
        Assert.Equal([1, 0], Rows.Take(1, 2).Y);
    }

    [Fact]
    public void Parts_of_a_stratified_split_cover_the_set_and_keep_the_share_of_every_class()
    {
        var cases =
            from labels in Gen.ArrayOf(Gen.Choose(0, 2), 40)
            from percent in Gen.Choose(20, 80)
            from seed in Gen.Choose(0, 1000)
            select (labels, percent, seed);

        Check.One(Config.QuickThrowOnFailure.WithReplay(7, 9), Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var rows = new TabularDataset(new DatasetInfo("Rows", ["a", "b", "c"]), Numbered(40).X, c.labels);
            var (train, test) = rows.StratifiedSplit(c.percent / 100.0, c.seed);
            var together = train.X.Cast<double>().Concat(test.X.Cast<double>()).Order();
            var shares = Enumerable.Range(0, 3).All(label =>
                Math.Abs(train.Y.Count(y => y == label) - c.percent / 100.0 * c.labels.Count(y => y == label)) <= 0.5);
            return shares && together.SequenceEqual(Enumerable.Range(0, 40).Select(i => (double)i));
        }));
    }

    [Fact]
    public void One_hot_rows_have_a_single_one_at_the_label()
    {
        Assert.Equal(new double[,] { { 1, 0 }, { 0, 1 }, { 1, 0 } }, Images.OneHot());
    }

    [ErrorCases]
    internal static IEnumerable<(string, Action)> Errors() =>
    [
        ("Split by a fraction of one", () => Rows.Split(1)),
        ("Stratified split that leaves nothing", () => Numbered(2).StratifiedSplit(0.5, seed: 1)),
        ("Example that is not there", () => Rows.Take(0, 10)),
    ];

    /// <summary>Rows that hold their own number; even ones are of class 0.</summary>
    private static TabularDataset Numbered(int count)
    {
        var x = new double[count, 1];
        for (var i = 0; i < count; i++)
            x[i, 0] = i;
        return new TabularDataset(new DatasetInfo("Rows", ["even", "odd"]), x, [.. Enumerable.Range(0, count).Select(i => i % 2)]);
    }
}
