using System.Buffers;
using System.Numerics;
using System.Numerics.Tensors;

namespace CourseKit.Autograd.Ops;

/// <summary>p = softmax of each row of z (n, k). Backward: dz = p · (dp − Σ over the row of p · dp).</summary>
internal sealed class Softmax<T>(Tensor z) : Node(z)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static Tensor Apply(Tensor z)
    {
        var y = Tensor.Empty(z.Shape, z.DType);
        int rows = z.Shape[0], classes = z.Shape[1];
        var sums = ArrayPool<T>.Shared.Rent(rows);
        SoftmaxRows.Center(z.Span<T>(), y.Span<T>(), classes);
        SoftmaxRows.Normalize(y.Span<T>(), sums.AsSpan(0, rows), classes);
        ArrayPool<T>.Shared.Return(sums);
        return Needed(z) ? y.MadeBy(new Softmax<T>(z)) : y;
    }

    public override void Backward(Tensor output)
    {
        ReadOnlySpan<T> p = output.Span<T>();
        Span<T> dp = output.GradientSpan<T>(), dz = Inputs[0].GradientInto<T>(out var add);
        var classes = output.Shape[1];
        for (var start = 0; start < p.Length; start += classes)
        {
            var row = p.Slice(start, classes);
            var slope = dp.Slice(start, classes);
            TensorPrimitives.Subtract(slope, TensorPrimitives.Dot(row, slope), slope);
        }
        if (add)
            TensorPrimitives.MultiplyAdd(p, dp, dz, dz);
        else
            TensorPrimitives.Multiply(p, dp, dz);
    }
}

/// <summary>Checks the shape and chooses the precision once for a whole operation.</summary>
internal static class Softmax
{
    public static Tensor Apply(Tensor z)
    {
        ArgumentNullException.ThrowIfNull(z);
        Check.Rank(z, 2, "Softmax", "(rows, classes)");
        if (z.Shape[1] == 0)
            throw new ArgumentException($"Softmax: at least one class is required; received {z.Shape}.");
        return z.DType == DType.Float32 ? Softmax<float>.Apply(z) : Softmax<double>.Apply(z);
    }
}
