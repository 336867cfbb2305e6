using System.Buffers;
using System.Numerics;
using CourseKit.Numerics;

namespace CourseKit.Autograd.Ops;

/// <summary>L = mean f(y, t; c) over all values. Backward: dy = f′(y, t; c) · dL / count. Nothing reaches t.</summary>
internal sealed class PairLoss<TLoss, T>(Tensor y, Tensor t, T c) : Node(y)
    where TLoss : struct, IPairLoss
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static Tensor Apply(Tensor y, Tensor t, T c)
    {
        ReadOnlySpan<T> values = y.Span<T>(), targets = t.Span<T>();
        var rented = ArrayPool<T>.Shared.Rent(y.Count);
        var losses = rented.AsSpan(0, y.Count);
        for (var i = 0; i < losses.Length; i++)
            losses[i] = TLoss.Value(values[i], targets[i], c);
        var loss = Tensor.Empty([], y.DType);
        loss.Span<T>()[0] = Sums.Sum<T>(losses) / T.CreateChecked(y.Count);
        ArrayPool<T>.Shared.Return(rented);
        return Needed(y) ? loss.MadeBy(new PairLoss<TLoss, T>(y, t, c)) : loss;
    }

    public override void Backward(Tensor output)
    {
        ReadOnlySpan<T> values = Inputs[0].Span<T>(), targets = t.Span<T>();
        var share = output.GradientSpan<T>()[0] / T.CreateChecked(values.Length);
        var dy = Inputs[0].GradientInto<T>(out var add);
        for (var i = 0; i < dy.Length; i++)
        {
            var part = TLoss.Slope(values[i], targets[i], c) * share;
            dy[i] = add ? dy[i] + part : part;
        }
    }
}

/// <summary>Checks the shapes and chooses the precision once for a whole operation.</summary>
internal static class PairLoss
{
    public static Tensor Apply<TLoss>(Tensor y, Tensor t, double c = 0)
        where TLoss : struct, IPairLoss
    {
        ArgumentNullException.ThrowIfNull(y);
        ArgumentNullException.ThrowIfNull(t);
        Check.SameShape(y, t, TLoss.Name);
        return y.DType == DType.Float32 ? PairLoss<TLoss, float>.Apply(y, t, (float)c) : PairLoss<TLoss, double>.Apply(y, t, c);
    }
}
