using System.Buffers;
using System.Numerics;
using System.Numerics.Tensors;
using static System.FormattableString;

namespace CourseKit.Autograd.Ops;

/// <summary>
/// y = x · m with m = 0 with probability p and else 1/(1 − p), drawn for each value: the mean stays. Backward: dx = dy · m.
/// </summary>
/// <param name="x">Values of any shape.</param>
/// <param name="mask">Rented; m.</param>
internal sealed class Dropout<T>(Tensor x, T[] mask) : RentingNode<T>(mask, x)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static Tensor Apply(Tensor x, double p, Func<double> uniform)
    {
        var kept = p < 1 ? T.CreateChecked(1 / (1 - p)) : T.Zero;
        var rented = ArrayPool<T>.Shared.Rent(x.Count);
        var mask = rented.AsSpan(0, x.Count);
        foreach (ref var factor in mask)
            factor = uniform() < p ? T.Zero : kept;
        var y = Tensor.Empty(x.Shape, x.DType);
        TensorPrimitives.Multiply<T>(x.Span<T>(), mask, y.Span<T>());
        if (Needed(x))
            return y.MadeBy(new Dropout<T>(x, rented));
        ArrayPool<T>.Shared.Return(rented);
        return y;
    }

    public override void Backward(Tensor output)
    {
        ReadOnlySpan<T> dy = output.GradientSpan<T>(), mask = Rented.AsSpan(0, output.Count);
        var dx = Inputs[0].GradientInto<T>(out var add);
        if (add)
            TensorPrimitives.MultiplyAdd(dy, mask, dx, dx);
        else
            TensorPrimitives.Multiply(dy, mask, dx);
    }
}

/// <summary>Checks the probability and chooses the precision once for a whole operation.</summary>
internal static class Dropout
{
    public static Tensor Apply(Tensor x, double p, Func<double> uniform)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(uniform);
        if (!(p >= 0 && p <= 1))
            throw new ArgumentOutOfRangeException(nameof(p), Invariant($"Dropout: a probability 0..1 is required; received {p}. Pass a share, not per cent."));
        return x.DType == DType.Float32 ? Dropout<float>.Apply(x, p, uniform) : Dropout<double>.Apply(x, p, uniform);
    }
}
