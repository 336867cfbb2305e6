using CourseKit.Autograd;
using CourseKit.Nn;

namespace CourseKit.Keras.Initializers;

/// <summary>Uniform in ±√(6 / (in + out)): Keras's default for kernels.</summary>
/// <remarks>X. Glorot, Y. Bengio, Understanding the difficulty of training deep feedforward networks, AISTATS 2010, eq. 16.</remarks>
public sealed record GlorotUniform : Initializer
{
    internal override WeightDistribution Distribution(int fanIn, int fanOut)
    {
        var bound = Dialect.Keras.WeightBound(fanIn, fanOut, Nonlinearity.Identity);
        return WeightDistribution.Uniform(-bound, bound);
    }
}

/// <summary>Normal with the variance 2 / (in + out), cut at two standard deviations.</summary>
/// <remarks>X. Glorot, Y. Bengio, Understanding the difficulty of training deep feedforward networks, AISTATS 2010, eq. 12.</remarks>
public sealed record GlorotNormal : Initializer
{
    internal override WeightDistribution Distribution(int fanIn, int fanOut) => WeightDistribution.CutNormalOfVariance(2.0 / (fanIn + fanOut));
}
