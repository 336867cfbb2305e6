using CourseKit.Nn;

namespace CourseKit.Keras.Initializers;

/// <summary>Uniform between two bounds.</summary>
/// <param name="Minval">Included. Default −0.05.</param>
/// <param name="Maxval">Excluded. Default 0.05.</param>
public sealed record RandomUniform(double Minval = -0.05, double Maxval = 0.05) : Initializer
{
    internal override WeightDistribution Distribution(int fanIn, int fanOut) => WeightDistribution.Uniform(Minval, Maxval);
}

/// <summary>Normal.</summary>
/// <param name="Mean">Default 0.</param>
/// <param name="Stddev">Standard deviation. Default 0.05.</param>
public sealed record RandomNormal(double Mean = 0, double Stddev = 0.05) : Initializer
{
    internal override WeightDistribution Distribution(int fanIn, int fanOut) => WeightDistribution.Normal(Mean, Stddev);
}

/// <summary>Normal, without what lies more than two standard deviations from the mean.</summary>
/// <param name="Mean">Default 0.</param>
/// <param name="Stddev">Standard deviation before the cut. Default 0.05.</param>
public sealed record TruncatedNormal(double Mean = 0, double Stddev = 0.05) : Initializer
{
    internal override WeightDistribution Distribution(int fanIn, int fanOut) => WeightDistribution.TruncatedNormal(Mean, Stddev);
}
