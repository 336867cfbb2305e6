using System.Text.Json;
using CourseKit.Learn;
using CourseKit.Tests.Metrics;
using FsCheck;
using FsCheck.Fluent;

namespace CourseKit.Tests.Learn;

/// <summary>StandardScaler and MinMaxScaler; Golden/scalers.json holds what scikit-learn computed, to the last bit.</summary>
public class ScalerTests
{
    private static readonly JsonElement[] Golden = GoldenFile.Read("Learn", "Golden", "scalers.json");
    private static readonly JsonElement[] Standard = [.. Golden.Where(c => c.Text("kind") == "standard")];
    private static readonly JsonElement[] MinMax = [.. Golden.Where(c => c.Text("kind") == "min max")];

    public static TheoryData<string> StandardCases { get; } = GoldenFile.Names(Standard);

    public static TheoryData<string> MinMaxCases { get; } = GoldenFile.Names(MinMax);

    [Theory]
    [MemberData(nameof(StandardCases))]
    public void Standard_scaler_equals_scikit_learns(string name)
    {
        var golden = Standard.Named(name);
        var (x, other) = Samples(golden);
        var scaler = new StandardScaler { WithMean = Flag(golden, "with_mean"), WithStd = Flag(golden, "with_std") };

        if (name.Contains("float32", StringComparison.Ordinal))
        {
            var fitted = scaler.FitTransform(Single(x));
            AssertTransformed(golden, fitted, scaler.Transform(Single(other)), scaler.InverseTransform(Single(other)));
        }
        else
        {
            var fitted = scaler.FitTransform(x);
            AssertTransformed(golden, fitted, scaler.Transform(other), scaler.InverseTransform(other));
        }

        AssertSame(golden, "mean", scaler.Mean);
        if (scaler.WithStd)
        {
            AssertSame(golden, "var", scaler.Var);
            AssertSame(golden, "scale", scaler.Scale);
        }
    }

    [Theory]
    [MemberData(nameof(MinMaxCases))]
    public void Min_max_scaler_equals_scikit_learns(string name)
    {
        var golden = MinMax.Named(name);
        var (x, other) = Samples(golden);
        var scaler = new MinMaxScaler
        {
            FeatureRange = (golden.Double("low"), golden.Double("high")),
            Clip = golden.GetProperty("clip").GetBoolean(),
        };

        if (name.Contains("float32", StringComparison.Ordinal))
        {
            var fitted = scaler.FitTransform(Single(x));
            AssertTransformed(golden, fitted, scaler.Transform(Single(other)), scaler.InverseTransform(Single(other)));
        }
        else
        {
            var fitted = scaler.FitTransform(x);
            AssertTransformed(golden, fitted, scaler.Transform(other), scaler.InverseTransform(other));
        }

        AssertSame(golden, "data_min", scaler.DataMin);
        AssertSame(golden, "data_max", scaler.DataMax);
        AssertSame(golden, "data_range", scaler.DataRange);
        AssertSame(golden, "scale", scaler.Scale);
        AssertSame(golden, "min", scaler.Min);
    }

    [Fact]
    public void A_small_case_is_as_worked_by_hand()
    {
        double[,] x = { { 1, 7 }, { 3, 7 } };

        var (standard, minMax) = (new StandardScaler().Fit(x), new MinMaxScaler().Fit(x));

        // mean 2, variance ((1−2)² + (3−2)²) / 2 = 1; a constant has variance 0 and scale 1
        Assert.Equal([2, 7], standard.Mean);
        Assert.Equal([1, 0], standard.Var);
        Assert.Equal([1, 1], standard.Scale);
        Assert.Equal(new double[,] { { -1, 0 }, { 1, 0 } }, standard.Transform(x));
        Assert.Equal([2, 0], minMax.DataRange);
        Assert.Equal(new double[,] { { 0, 0 }, { 1, 0 } }, minMax.Transform(x));
    }

    [Fact]
    public void Fitting_again_forgets_the_former_fit()
    {
        var scaler = new StandardScaler().Fit(new double[,] { { 1, 2, 3 } });

        scaler.Fit(new double[,] { { 5 }, { 7 } });

        Assert.Equal([6], scaler.Mean);
    }

    [Fact]
    public void The_inverse_brings_samples_back() => Check.One(Config.QuickThrowOnFailure.WithReplay(8, 1), Prop.ForAll(
        Arb.From(Gen.Choose(-1000, 1000).ArrayOf(24)), numbers =>
        {
            var x = new double[8, 3].Map(_ => 0.0);
            for (var i = 0; i < numbers.Length; i++)
                x[i / 3, i % 3] = numbers[i] / 7.0;
            var (standard, minMax) = (new StandardScaler(), new MinMaxScaler { FeatureRange = (-3, 5) });

            var (a, b) = (standard.InverseTransform(standard.FitTransform(x)), minMax.InverseTransform(minMax.FitTransform(x)));

            return x.Cast<double>().Zip(a.Cast<double>(), b.Cast<double>())
                .All(t => Math.Abs(t.First - t.Second) < 1e-11 && Math.Abs(t.First - t.Third) < 1e-11);
        }));

    [ErrorCases]
    internal static IEnumerable<(string, Action)> Errors() =>
    [
        ("StandardScaler: not fitted", () => new StandardScaler().Transform(new double[2, 2])),
        ("StandardScaler: nothing to fit", () => new StandardScaler().Fit(new double[0, 3])),
        ("StandardScaler: infinity", () => new StandardScaler().Fit(new[,] { { 1, 2 }, { 3, float.PositiveInfinity } })),
        ("StandardScaler: other features", () => new StandardScaler().Fit(new double[2, 3]).Transform(new double[2, 4])),
        ("MinMaxScaler: not fitted", () => Assert.NotNull(new MinMaxScaler().DataMin)),
        ("MinMaxScaler: a range that goes down", () => new MinMaxScaler { FeatureRange = (1, 0.5) }.Fit(new double[2, 3])),
    ];

    private static void AssertTransformed<T>(JsonElement golden, T[,] fitted, T[,] other, T[,] back) where T : IConvertible
    {
        Assert.Equal(Matrix(golden.GetProperty("fitted")), Doubles(fitted));
        Assert.Equal(Matrix(golden.GetProperty("other")), Doubles(other));
        Assert.Equal(Matrix(golden.GetProperty("back")), Doubles(back));
    }

    private static void AssertSame(JsonElement golden, string key, double[] values) =>
        Assert.Equal(golden.GetProperty(key).EnumerateArray().Select(Number), values);

    private static double[,] Doubles<T>(T[,] values) where T : IConvertible
    {
        var doubles = new double[values.GetLength(0), values.GetLength(1)];
        for (var i = 0; i < doubles.GetLength(0); i++)
            for (var j = 0; j < doubles.GetLength(1); j++)
                doubles[i, j] = values[i, j].ToDouble(null);
        return doubles;
    }

    private static (double[,] X, double[,] Other) Samples(JsonElement golden)
    {
        var x = Matrix(golden.GetProperty("x"));
        var other = new double[x.GetLength(0), x.GetLength(1)];
        for (var i = 0; i < x.GetLength(0); i++)
            for (var j = 0; j < x.GetLength(1); j++)
                other[i, j] = x[x.GetLength(0) - 1 - i, j] * 1.5 + 0.25;
        return (x, other);
    }

    private static float[,] Single(double[,] values) => values.Map(value => (float)value);

    private static bool Flag(JsonElement golden, string key) => !golden.TryGetProperty(key, out var flag) || flag.GetBoolean();

    private static double[,] Matrix(JsonElement rows)
    {
        var matrix = new double[rows.GetArrayLength(), rows[0].GetArrayLength()];
        for (var i = 0; i < matrix.GetLength(0); i++)
            for (var j = 0; j < matrix.GetLength(1); j++)
                matrix[i, j] = Number(rows[i][j]);
        return matrix;
    }

    private static double Number(JsonElement number) => number.ValueKind == JsonValueKind.Null ? double.NaN : number.GetDouble();
}
