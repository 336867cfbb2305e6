using CourseKit.Autograd;

namespace CourseKit.Nn.Layers;

/// <summary>A fully connected layer of given weights: f(X · W + b), computed in one step.</summary>
/// <remarks>What a front end's layer of the same name is made of; a front end draws the weights.</remarks>
public class Linear : Module
{
    /// <summary>A layer of these weights, which are marked for gradients and not copied.</summary>
    /// <param name="weight">W (inputs, units), or (units, inputs) if <paramref name="unitsFirst"/>.</param>
    /// <param name="bias">b (units); null for none.</param>
    /// <param name="function">f, applied value by value. Default identity.</param>
    /// <param name="unitsFirst">Whether W is stored as PyTorch stores it, a row for each unit. The results are the same to the last
    /// bit. Default false.</param>
    /// <exception cref="ArgumentException">The shapes do not fit each other, or the precisions differ.</exception>
    public Linear(Tensor weight, Tensor? bias, Nonlinearity function = Nonlinearity.Identity, bool unitsFirst = false)
    {
        ArgumentNullException.ThrowIfNull(weight);
        if (weight.Rank != 2
            || (bias is not null && (bias.Rank != 1 || weight.Shape[unitsFirst ? 0 : 1] != bias.Shape[0] || weight.DType != bias.DType)))
        {
            throw new ArgumentException(
                $"Linear: a weight {(unitsFirst ? "(units, inputs)" : "(inputs, units)")} and a bias (units) of one precision are "
                + $"required; received {weight.DType} {weight.Shape} and {(bias is null ? "no bias" : $"{bias.DType} {bias.Shape}")}.");
        }
        (Weight, Bias, Function, UnitsFirst) = (weight.RequireGrad(), bias?.RequireGrad(), function, unitsFirst);
    }

    /// <summary>W (inputs, units), or (units, inputs) if <see cref="UnitsFirst"/>.</summary>
    public Tensor Weight { get; }

    /// <summary>b (units); null for none.</summary>
    public Tensor? Bias { get; }

    /// <summary>f.</summary>
    public Nonlinearity Function { get; }

    /// <summary>Whether a row of W belongs to a unit, not to an input.</summary>
    public bool UnitsFirst { get; }

    /// <summary>Values in a row of the input.</summary>
    public int Inputs => Weight.Shape[UnitsFirst ? 1 : 0];

    /// <summary>Values in a row of the output.</summary>
    public int Units => Weight.Shape[UnitsFirst ? 0 : 1];

    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => Functions.Linear(x, Weight, Bias, Function, UnitsFirst);

    /// <inheritdoc/>
    protected override string ExtraRepr() => FormattableString.Invariant(
        $"in_features={Inputs}, out_features={Units}, bias={(Bias is null ? "False" : "True")}");
}
