using CourseKit.Autograd;
using CourseKit.Numerics;
using static System.FormattableString;

namespace CourseKit.Nn.Layers;

/// <summary>Given filters that slide over images: f(x ∗ W + b), filters not mirrored.</summary>
/// <remarks>What a front end's layer of this kind is made of; a front end draws the weights.</remarks>
public class Conv2d : Module
{
    /// <summary>A layer of these filters, which are marked for gradients and not copied.</summary>
    /// <param name="weight">W (filters, channels, rows, columns).</param>
    /// <param name="bias">b (filters); null for none.</param>
    /// <param name="sliding">Steps and padding.</param>
    /// <param name="function">f, applied value by value. Default identity.</param>
    /// <exception cref="ArgumentException">The shapes do not fit each other, or the precisions differ.</exception>
    public Conv2d(Tensor weight, Tensor? bias, Sliding sliding, Nonlinearity function = Nonlinearity.Identity)
    {
        ArgumentNullException.ThrowIfNull(weight);
        if (weight.Rank != 4 || (bias is not null && (bias.Rank != 1 || bias.Shape[0] != weight.Shape[0] || bias.DType != weight.DType)))
        {
            throw new ArgumentException(
                "Conv2d: a weight (filters, channels, rows, columns) and a bias (filters) of one precision are required; "
                + $"received {weight.DType} {weight.Shape} and {(bias is null ? "no bias" : $"{bias.DType} {bias.Shape}")}.");
        }
        (Weight, Bias, Sliding, Function) = (weight.RequireGrad(), bias?.RequireGrad(), sliding, function);
    }

    /// <summary>W (filters, channels, rows, columns).</summary>
    public Tensor Weight { get; }

    /// <summary>b (filters); null for none.</summary>
    public Tensor? Bias { get; }

    /// <summary>Steps and padding.</summary>
    public Sliding Sliding { get; }

    /// <summary>f.</summary>
    public Nonlinearity Function { get; }

    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => Functions.Conv2d(x, Weight, Bias, Sliding, Function);

    /// <inheritdoc/>
    protected override string ExtraRepr()
    {
        var padding = Sliding is { Top: 0, Left: 0 } ? "" : Invariant($", padding=({Sliding.Top}, {Sliding.Left})");
        return Invariant($"{Weight.Shape[1]}, {Weight.Shape[0]}, kernel_size=({Weight.Shape[2]}, {Weight.Shape[3]}), ")
            + Invariant($"stride=({Sliding.RowStep}, {Sliding.ColumnStep}){padding}{(Bias is null ? ", bias=False" : "")}");
    }
}
