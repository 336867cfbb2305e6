using System.Numerics;
using CourseKit.Numerics;

namespace CourseKit.Tests.Numerics;

public class ExponentialsTests
{
    private delegate void Function<T>(ReadOnlySpan<T> x, Span<T> y);

    [Fact]
    public void Floats_are_within_two_and_a_half_units_of_the_double_result()
    {
        AssertClose(Exponentials.Exp, Math.Exp, 1.1);
        AssertClose(Exponentials.Sigmoid, x => 1 / (1 + Math.Exp(-x)), 2.5);
        AssertClose(Exponentials.Tanh, Math.Tanh, 2.5);

        static void AssertClose(Function<float> function, Func<double, double> expected, double units)
        {
            float[] x = [.. Samples(-86, 88).Select(value => (float)value)], y = new float[x.Length];
            function(x, y);
            for (var i = 0; i < x.Length; i++)
            {
                var exact = expected(x[i]);
                var unit = (double)MathF.BitIncrement(MathF.Abs((float)exact)) - MathF.Abs((float)exact);
                Assert.True(Math.Abs(y[i] - exact) <= units * unit, FormattableString.Invariant($"f({x[i]:R}) = {exact:R}; was {y[i]:R}"));
            }
        }
    }

    // The library functions of Math are themselves up to half a unit (exp) and two units (tanh) off.
    [Fact]
    public void Doubles_are_within_a_few_units_of_the_library_of_c()
    {
        AssertClose(Exponentials.Exp, Math.Exp, 1);
        AssertClose(Exponentials.Sigmoid, x => 1 / (1 + Math.Exp(-x)), 4);
        AssertClose(Exponentials.Tanh, Math.Tanh, 4);

        static void AssertClose(Function<double> function, Func<double, double> expected, long units)
        {
            double[] x = [.. Samples(-700, 709)], y = new double[x.Length];
            function(x, y);
            for (var i = 0; i < x.Length; i++)
            {
                var distance = Math.Abs(BitConverter.DoubleToInt64Bits(y[i]) - BitConverter.DoubleToInt64Bits(expected(x[i])));
                Assert.True(distance <= units, FormattableString.Invariant($"f({x[i]:R}) is {distance} units off: {y[i]:R}"));
            }
        }
    }

    [Theory]
    [InlineData(double.NaN, double.NaN, double.NaN, double.NaN)]
    [InlineData(0.0, 1.0, 0.5, 0.0)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity, 1.0, 1.0)]
    [InlineData(double.NegativeInfinity, 0.0, 0.0, -1.0)]
    [InlineData(1e300, double.PositiveInfinity, 1.0, 1.0)]
    [InlineData(-1e300, 0.0, 0.0, -1.0)]
    public void Extremes_go_where_they_should(double x, double exp, double sigmoid, double tanh)
    {
        Assert.Equal([exp, sigmoid, tanh], All<double>(x));
        Assert.Equal([(float)exp, (float)sigmoid, (float)tanh], All((float)x));
    }

    [Fact]
    public void Results_between_zero_and_the_smallest_normal_number_are_kept()
    {
        Assert.Equal(Math.Exp(-710.5), All(-710.5)[0]);
        Assert.Equal(double.Epsilon, All(-745.0)[0]);
        Assert.Equal(MathF.Exp(-100), All(-100f)[0]);
        Assert.Equal(Math.Exp(709.78), All(709.78)[0], 1e295);
    }

    [Fact]
    public void Tanh_keeps_the_sign_of_zero_and_the_smallest_numbers()
    {
        Assert.True(double.IsNegative(All(-0.0)[2]));
        Assert.Equal(-double.Epsilon, All(-double.Epsilon)[2]);
        Assert.Equal(1e-30f, All(1e-30f)[2]);
    }

    [Fact]
    public void An_element_gets_the_same_bits_wherever_it_stands_and_in_its_own_place()
    {
        double[] x = [.. Samples(-5, 5).Take(100)], whole = new double[100], part = new double[100];
        Exponentials.Tanh<double>(x, whole);

        for (var start = 0; start < 100; start += 7)
            Exponentials.Tanh<double>(x.AsSpan(start, Math.Min(7, 100 - start)), part.AsSpan(start, Math.Min(7, 100 - start)));
        Exponentials.Tanh<double>(x, x);

        Assert.Equal(whole, part);
        Assert.Equal(whole, x);
    }

    [Fact]
    public void Every_width_gives_the_same_bits_where_multiply_add_is_fused()
    {
        if (!GemmCases.IsFused)
            return;
        AssertSame<ExpFunction>();
        AssertSame<SigmoidFunction>();
        AssertSame<TanhFunction>();

        static void AssertSame<TFunction>()
            where TFunction : struct, IVectorFunction
        {
            double[] x = [.. Samples(-60, 60)];
            float[] xf = [.. x.Select(value => (float)value)];
            foreach (var path in GemmCases.Paths)
            {
                Assert.Equal(Mapped<double, TFunction>(x, SimdPath.Vector128), Mapped<double, TFunction>(x, path));
                Assert.Equal(Mapped<float, TFunction>(xf, SimdPath.Vector128), Mapped<float, TFunction>(xf, path));
            }
        }
    }

    [ErrorCases]
    internal static IEnumerable<(string Name, Action Trigger)> Errors()
    {
        yield return ("Exponentials, lengths differ", () => Exponentials.Exp<float>(new float[3], new float[4]));
        yield return ("Exponentials, neither float nor double", () => Exponentials.Tanh<decimal>(new decimal[3], new decimal[3]));
    }

    private static T[] Mapped<T, TFunction>(T[] x, SimdPath path)
        where T : struct, INumberBase<T>
        where TFunction : struct, IVectorFunction
    {
        var y = new T[x.Length];
        Exponentials.Map<T, TFunction>(x, y, path);
        return y;
    }

    private static T[] All<T>(T x)
        where T : struct, INumberBase<T>
    {
        var y = new T[3];
        Exponentials.Exp<T>([x], y.AsSpan(0, 1));
        Exponentials.Sigmoid<T>([x], y.AsSpan(1, 1));
        Exponentials.Tanh<T>([x], y.AsSpan(2, 1));
        return y;
    }

    // Evenly over the range and, closer and closer, around zero.
    private static IEnumerable<double> Samples(double low, double high)
    {
        var random = new Random(7);
        for (var i = 0; i < 20_000; i++)
        {
            yield return low + ((high - low) * random.NextDouble());
            yield return (random.NextDouble() - 0.5) * 4;
            yield return Math.Pow(10, -30 * random.NextDouble()) * (i % 2 == 0 ? 1 : -1);
        }
    }
}
