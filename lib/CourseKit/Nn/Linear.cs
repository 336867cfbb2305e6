using CourseKit.Autograd;

namespace CourseKit.Nn;

/// <summary>A fully connected layer: f(X · W + b), computed in one step.</summary>
/// <remarks>Differs from PyTorch's, whose weight is stored transposed, (units, inputs).</remarks>
public sealed class Linear : Module
{
    /// <summary>A layer of these weights, which are marked for gradients and not copied.</summary>
    /// <param name="weight">W (inputs, units).</param>
    /// <param name="bias">b (units).</param>
    /// <param name="function">f, applied value by value. Default identity.</param>
    /// <exception cref="ArgumentException">The shapes do not fit each other, or the precisions differ.</exception>
    public Linear(Tensor weight, Tensor bias, Nonlinearity function = Nonlinearity.Identity)
    {
        ArgumentNullException.ThrowIfNull(weight);
        ArgumentNullException.ThrowIfNull(bias);
        if (weight.Rank != 2 || bias.Rank != 1 || weight.Shape[1] != bias.Shape[0] || weight.DType != bias.DType)
        {
            throw new ArgumentException(
                $"Linear: a weight (inputs, units) and a bias (units) of one precision are required; "
                + $"received {weight.DType} {weight.Shape} and {bias.DType} {bias.Shape}.");
        }
        (Weight, Bias, Function) = (weight.RequireGrad(), bias.RequireGrad(), function);
    }

    /// <summary>W (inputs, units).</summary>
    public Tensor Weight { get; }

    /// <summary>b (units).</summary>
    public Tensor Bias { get; }

    /// <summary>f.</summary>
    public Nonlinearity Function { get; }

    /// <summary>Values in a row of the input.</summary>
    public int Inputs => Weight.Shape[0];

    /// <summary>Values in a row of the output.</summary>
    public int Units => Weight.Shape[1];

    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => Functions.Linear(x, Weight, Bias, Function);
}
