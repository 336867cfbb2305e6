using CourseKit.Autograd;
using CourseKit.Nn;

namespace CourseKit.Torch;

/// <summary>A fully connected layer, X · Wᵀ + b: <c>torch.nn.Linear</c>.</summary>
/// <remarks>
/// Weights and biases begin uniform in ±1/√inFeatures, the weights drawn first, from the stream of <see cref="Torch.ManualSeed"/>. Input
/// (n, inFeatures), output (n, outFeatures); <c>Weight</c> (outFeatures, inFeatures), <c>Bias</c> (outFeatures).
/// </remarks>
public sealed class Linear : Nn.Layers.Linear
{
    /// <param name="inFeatures">Values in a row of the input, 1 or more.</param>
    /// <param name="outFeatures">Values in a row of the output, 1 or more.</param>
    /// <param name="bias">Whether a bias is added. Default true.</param>
    /// <param name="dtype">Default float32.</param>
    /// <exception cref="ArgumentException">A size is less than 1.</exception>
    public Linear(int inFeatures, int outFeatures, bool bias = true, DType dtype = DType.Float32)
        : this(Sizes(inFeatures, outFeatures), dtype, bias)
    {
    }

    private Linear(Shape shape, DType dtype, bool bias)
        : base(
            Draw(shape, dtype, shape[1], Dialect.Torch.WeightBound),
            bias ? Draw([shape[0]], dtype, shape[1], Dialect.Torch.BiasBound) : null,
            unitsFirst: true)
    {
    }

    /// <summary>Weights in the bound of the dialect, from the stream of the process.</summary>
    internal static Tensor Draw(Shape shape, DType dtype, int inputs, Func<int, int, Nonlinearity, double> boundOf)
    {
        var bound = boundOf(inputs, shape[0], Nonlinearity.Identity);
        return Init.Uniform(Tensor.Zeros(shape, dtype), -bound, bound);
    }

    private static Shape Sizes(int inFeatures, int outFeatures) => inFeatures >= 1 && outFeatures >= 1
        ? [outFeatures, inFeatures]
        : throw new ArgumentException(FormattableString.Invariant(
            $"Linear: inFeatures and outFeatures of 1 or more are required; received {inFeatures} and {outFeatures}."));
}
