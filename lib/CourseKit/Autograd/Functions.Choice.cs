using CourseKit.Autograd.Ops;

namespace CourseKit.Autograd;

public static partial class Functions
{
    /// <summary>The larger of two numbers, value by value, NaN where one of them is. Equal ones share the gradient.</summary>
    /// <exception cref="ArgumentException">The shapes do not fit, or the precisions differ.</exception>
    public static Tensor Maximum(Tensor a, Tensor b) => Binary.Apply<Larger>(a, b);

    /// <inheritdoc cref="Maximum(Tensor, Tensor)"/>
    public static Tensor Maximum(Tensor a, double b) => Binary.Apply<Larger>(a, Tensor.Like(b, a));

    /// <summary>The smaller of two numbers, value by value, NaN where one of them is. Equal ones share the gradient.</summary>
    /// <exception cref="ArgumentException">The shapes do not fit, or the precisions differ.</exception>
    public static Tensor Minimum(Tensor a, Tensor b) => Binary.Apply<Smaller>(a, b);

    /// <inheritdoc cref="Minimum(Tensor, Tensor)"/>
    public static Tensor Minimum(Tensor a, double b) => Binary.Apply<Smaller>(a, Tensor.Like(b, a));

    /// <summary>x, but at least <paramref name="min"/> and at most <paramref name="max"/>, value by value; slope 0 outside.</summary>
    /// <exception cref="ArgumentException">min is larger than max.</exception>
    public static Tensor Clip(Tensor x, double min, double max) => Ops.Clip.Apply(x, min, max);

    /// <summary>1 where two numbers are equal and else 0, value by value.</summary>
    /// <exception cref="ArgumentException">The shapes do not fit, or the precisions differ.</exception>
    public static Tensor Equal(Tensor a, Tensor b) => Pairwise.Value<SameNumber>(a, b);

    /// <inheritdoc cref="Equal(Tensor, Tensor)"/>
    public static Tensor Equal(Tensor a, double b) => Pairwise.Value<SameNumber>(a, Tensor.Like(b, a));

    /// <summary>a where the condition holds and else b, value by value: <c>Where(x &gt; 0, x, 0.1 * x)</c>.</summary>
    /// <param name="condition">Holds where it is not 0, as the results of comparisons are.</param>
    /// <param name="a">Of a shape that fits.</param>
    /// <param name="b">Of a shape that fits.</param>
    /// <exception cref="ArgumentException">The shapes do not fit, or the precisions differ.</exception>
    public static Tensor Where(Tensor condition, Tensor a, Tensor b) => Ops.Where.Apply(condition, a, b);

    /// <inheritdoc cref="Where(Tensor, Tensor, Tensor)"/>
    public static Tensor Where(Tensor condition, Tensor a, double b) => Ops.Where.Apply(condition, a, Tensor.Like(b, a));

    /// <inheritdoc cref="Where(Tensor, Tensor, Tensor)"/>
    public static Tensor Where(Tensor condition, double a, Tensor b) => Ops.Where.Apply(condition, Tensor.Like(a, b), b);

    /// <summary>ln Σ e^x along an axis, which does not overflow.</summary>
    /// <param name="x">Values of any shape.</param>
    /// <param name="axis">0..Rank−1, or −1 for the last one (default).</param>
    /// <param name="keepAxis">Keep the axis with a length of 1. Default false.</param>
    /// <exception cref="ArgumentException">There is no such axis, or nothing along it.</exception>
    public static Tensor LogSumExp(Tensor x, int axis = -1, bool keepAxis = false) => Ops.LogSumExp.Apply(x, axis, keepAxis);

    /// <summary>One after another along an axis that they have.</summary>
    /// <param name="tensors">At least one; shapes differ along the axis only.</param>
    /// <param name="axis">0..Rank−1, or −1 for the last one. Default 0.</param>
    /// <exception cref="ArgumentException">The shapes do not fit, or the precisions differ.</exception>
    public static Tensor Concat(IReadOnlyList<Tensor> tensors, int axis = 0) => Ops.Concat.Apply(tensors, axis, "Concat");

    /// <summary>Side by side along a new axis.</summary>
    /// <param name="tensors">At least one, all of one shape.</param>
    /// <param name="axis">Where the new axis stands: 0..Rank, or −1 for behind the last one. Default 0.</param>
    /// <exception cref="ArgumentException">The shapes do not fit, or the precisions differ.</exception>
    public static Tensor Stack(IReadOnlyList<Tensor> tensors, int axis = 0)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        return Ops.Concat.Apply([.. tensors.Select(tensor => tensor.Unsqueeze(axis))], axis, "Stack");
    }
}
