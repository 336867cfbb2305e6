using CourseKit.Nn;

namespace CourseKit.Keras.Initializers;

/// <summary>Normal with the variance 1 / in, cut at two standard deviations: for selu and tanh.</summary>
/// <remarks>Y. LeCun et al., Efficient BackProp, 1998, eq. 16.</remarks>
public sealed record LecunNormal : Initializer
{
    internal override WeightDistribution Distribution(int fanIn, int fanOut) => WeightDistribution.CutNormalOfVariance(1.0 / fanIn);
}

/// <summary>Uniform with the variance 1 / in, in ±√(3 / in).</summary>
/// <remarks>Y. LeCun et al., Efficient BackProp, 1998, eq. 16.</remarks>
public sealed record LecunUniform : Initializer
{
    internal override WeightDistribution Distribution(int fanIn, int fanOut) => WeightDistribution.UniformOfVariance(1.0 / fanIn);
}
