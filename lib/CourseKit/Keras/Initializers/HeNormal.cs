using CourseKit.Nn;

namespace CourseKit.Keras.Initializers;

/// <summary>Normal with the variance 2 / in, cut at two standard deviations: for relu.</summary>
/// <remarks>K. He et al., Delving Deep into Rectifiers, ICCV 2015, eq. 10.</remarks>
public sealed record HeNormal : Initializer
{
    internal override WeightDistribution Distribution(int fanIn, int fanOut) => WeightDistribution.CutNormalOfVariance(2.0 / fanIn);
}

/// <summary>Uniform with the variance 2 / in, in ±√(6 / in): for relu.</summary>
/// <remarks>K. He et al., Delving Deep into Rectifiers, ICCV 2015, eq. 10.</remarks>
public sealed record HeUniform : Initializer
{
    internal override WeightDistribution Distribution(int fanIn, int fanOut) => WeightDistribution.UniformOfVariance(2.0 / fanIn);
}
