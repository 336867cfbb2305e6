using CourseKit.Data;
using CourseKit.Data.Files;

namespace CourseKit.Tests.Data;

public class PointSetTests
{
    private const int Digits = 12;

    /// <summary>scikit-learn's and NumPy's points: Golden/README.md.</summary>
    private static readonly ILookup<string, IReadOnlyList<object?>> Golden =
        Csv.ReadTable(Repository.PathOf("tests", "CourseKit.Tests", "Data", "Golden", "points.csv")).Rows.ToLookup(row => (string)row[0]!);

    [Fact]
    public void Moons_are_those_of_scikit_learn()
    {
        AssertGolden("moons", Moons.Make(7, noise: 0.1, seed: 3));
        AssertGolden("moons without noise", Moons.Make(6, seed: 1));
    }

    [Fact]
    public void Blobs_are_those_of_scikit_learn() => AssertGolden("blobs", Blobs.Make(8, centers: 3, seed: 5));

    [Fact]
    public void Playground_sets_are_made_by_its_rules()
    {
        AssertGolden("circle", Playground.Circle(8, noise: 0.25, seed: 2));
        AssertGolden("xor", Playground.Xor(8, noise: 0.25, seed: 2));
        AssertGolden("gaussians", Playground.Gaussians(8, noise: 0.25, seed: 2));
        AssertGolden("spiral", Playground.Spiral(8, noise: 0.25, seed: 2));
    }

    [Fact]
    public void Without_noise_the_rule_of_each_set_tells_every_label()
    {
        foreach (var (x, y, label) in Points(Playground.Circle(seed: 4)))
            Assert.Equal(Math.Sqrt(x * x + y * y) < 2.5 ? 1 : 0, label);
        foreach (var (x, y, label) in Points(Playground.Xor(seed: 4)))
            Assert.Equal(x * y >= 0 ? 1 : 0, label);
        foreach (var (x, y, label) in Points(Playground.Spiral(seed: 4)).Where(point => point is not { X: 0, Y: 0 }))
        {
            var turns = 1.75 * Math.Sqrt(x * x + y * y) / 5;
            var (armX, armY) = (Math.Sin(turns * 2 * Math.PI), Math.Cos(turns * 2 * Math.PI));
            Assert.Equal(label, x * armX + y * armY >= 0 ? 1 : 0);
        }
    }

    [Fact]
    public void The_halves_of_a_playground_set_have_both_classes()
    {
        var (train, test) = Playground.Gaussians(seed: 1).SplitAt(250);

        Assert.Equal("Playground Two Gaussians, 250 examples", train.Title);
        Assert.InRange(train.Y.Sum(), 100, 150);
        Assert.Equal(250, train.Y.Sum() + test.Y.Sum());
    }

    [Fact]
    public void Xnor_is_its_truth_table()
    {
        foreach (var (x, y, label) in Points(Xnor.Load()))
            Assert.Equal(x == y ? 1 : 0, label);
        Assert.Equal(4, Xnor.Load().Count);
    }

    [ErrorCases]
    internal static IEnumerable<(string, Action)> Errors() =>
    [
        ("Playground with an odd number of points", () => Playground.Spiral(7)),
        ("Moons with negative noise", () => Moons.Make(10, noise: -1)),
        ("Blobs with fewer points than centres", () => Blobs.Make(2, centers: 3)),
    ];

    private static void AssertGolden(string name, TabularDataset points)
    {
        Assert.Equal(Golden[name].Count(), points.Count);
        foreach (var (expected, (x, y, label)) in Golden[name].Zip(Points(points)))
        {
            Assert.Equal(Number(expected[1]), x, Digits);
            Assert.Equal(Number(expected[2]), y, Digits);
            Assert.Equal(expected[3], (long)label);
        }
    }

    private static double Number(object? cell) => Assert.IsType<double>(cell);

    private static IEnumerable<(double X, double Y, int Label)> Points(TabularDataset points) =>
        Enumerable.Range(0, points.Count).Select(i => (points.X[i, 0], points.X[i, 1], points.Y[i]));
}
