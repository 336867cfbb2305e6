using CourseKit.Nn;

namespace CourseKit.Keras.Initializers;

/// <summary>The same value everywhere. Default 0.</summary>
/// <param name="Value">The value.</param>
public sealed record Constant(double Value = 0) : Initializer
{
    internal override WeightDistribution Distribution(int fanIn, int fanOut) => WeightDistribution.Constant(Value);
}

/// <summary>0 everywhere.</summary>
public sealed record Zeros : Initializer
{
    internal override WeightDistribution Distribution(int fanIn, int fanOut) => WeightDistribution.Constant(0);
}

/// <summary>1 everywhere.</summary>
public sealed record Ones : Initializer
{
    internal override WeightDistribution Distribution(int fanIn, int fanOut) => WeightDistribution.Constant(1);
}
