using CourseKit.Data;
using CourseKit.Data.Files;
using CourseKit.Numerics;

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

    /// <summary>NumPy's <c>RandomState(0)</c>: 500 points, their order, then one number more.</summary>
    [Fact]
    public void The_generator_goes_on_where_the_points_of_a_playground_set_end()
    {
        (Func<MersenneTwister, TabularDataset> Make, double SumOfX1, double Next)[] golden =
        [
            (random => Playground.Circle(random), -9.0499543817297763, 0.83822704445392959),
            (random => Playground.Xor(random), 90.454357117465477, 0.83822704445392959),
            (random => Playground.Gaussians(random), -23.110260658988366, 0.78078852147213895),
            (random => Playground.Spiral(random), -1.0658141036401503e-14, 0.49853354869427624),
        ];

        Assert.All(golden, set =>
        {
            var random = new MersenneTwister(0);
            var points = set.Make(random);

            Assert.Equal(set.SumOfX1, Enumerable.Range(0, 500).Sum(i => points.X[i, 0]), 1e-9);
            Assert.Equal(set.Next, random.NextDouble());
        });
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
