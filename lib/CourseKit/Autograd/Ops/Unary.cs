using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace CourseKit.Autograd.Ops;

/// <summary>y = f(x), value by value. Backward: dx = dy · f′(x).</summary>
internal sealed class Unary<TOp, T>(Tensor x) : Node(x)
    where TOp : struct, IUnaryOp
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Values whose slopes are computed at a time: they stay in the first cache.</summary>
    private const int Block = 512;

    public static Tensor Apply(Tensor x)
    {
        var y = Tensor.Empty(x.Shape, x.DType);
        TOp.Value<T>(x.Span<T>(), y.Span<T>());
        return Needed(x) ? y.MadeBy(new Unary<TOp, T>(x)) : y;
    }

    public override void Backward(Tensor output)
    {
        var x = Inputs[0];
        var dx = x.GradientInto<T>(out var add);
        PullBack(x.Span<T>(), output.Span<T>(), output.GradientSpan<T>(), dx, add);
    }

    /// <summary>dx = [dx +] dy · f′. <paramref name="dx"/> and <paramref name="dy"/> may be the same.</summary>
    [SkipLocalsInit]
    public static void PullBack(ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> dy, Span<T> dx, bool add)
    {
        Span<T> buffer = stackalloc T[Block];
        for (var start = 0; start < dy.Length; start += Block)
        {
            var count = Math.Min(Block, dy.Length - start);
            var slope = buffer[..count];
            TOp.Slope(x.IsEmpty ? x : x.Slice(start, count), y.Slice(start, count), slope);
            if (add)
                TensorPrimitives.MultiplyAdd<T>(slope, dy.Slice(start, count), dx.Slice(start, count), dx.Slice(start, count));
            else
                TensorPrimitives.Multiply<T>(slope, dy.Slice(start, count), dx.Slice(start, count));
        }
    }
}

/// <summary>Chooses the precision once for a whole operation.</summary>
internal static class Unary
{
    public static Tensor Apply<TOp>(Tensor x)
        where TOp : struct, IUnaryOp
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.DType == DType.Float32 ? Unary<TOp, float>.Apply(x) : Unary<TOp, double>.Apply(x);
    }
}
