using CourseKit.Autograd;
using CourseKit.Numerics;

namespace CourseKit.Nn;

/// <summary>What new weights are drawn from: one number after another, row by row.</summary>
internal sealed class WeightDistribution
{
    /// <summary>The standard deviation of a standard normal of which what lies beyond ±2 is drawn again.</summary>
    private const double DeviationWithin2 = 0.87962566103423978;

    private readonly Func<MersenneTwister, double> _next;

    private WeightDistribution(Func<MersenneTwister, double> next) => _next = next;

    public static WeightDistribution Constant(double value) => new(_ => value);

    public static WeightDistribution Uniform(double low, double high) => new(random => random.Uniform(low, high));

    /// <summary>Uniform around 0.</summary>
    public static WeightDistribution UniformOfVariance(double variance)
    {
        var bound = Math.Sqrt(3 * variance);
        return Uniform(-bound, bound);
    }

    public static WeightDistribution Normal(double mean, double deviation) => new(random => mean + (deviation * random.Randn()));

    /// <summary>What lies more than two deviations from the mean is drawn again.</summary>
    public static WeightDistribution TruncatedNormal(double mean, double deviation) =>
        new(random => mean + (deviation * Within2(random)));

    /// <summary>Around 0 and cut, of the given variance after the cut.</summary>
    public static WeightDistribution CutNormalOfVariance(double variance) =>
        TruncatedNormal(0, Math.Sqrt(variance) / DeviationWithin2);

    /// <summary>New weights.</summary>
    public Tensor Draw(Shape shape, DType dtype, MersenneTwister random)
    {
        var values = new double[shape.Size];
        for (var i = 0; i < values.Length; i++)
            values[i] = _next(random);
        return Tensor.From(values, shape).To(dtype);
    }

    private static double Within2(MersenneTwister random)
    {
        double value;
        do
            value = random.Randn();
        while (Math.Abs(value) > 2);
        return value;
    }
}
