using System.Buffers;
using System.Numerics;
using System.Numerics.Tensors;
using CourseKit.Numerics;

namespace CourseKit.Autograd.Ops;

/// <summary>
/// L = factor · mean((y − t)²). Backward: dy = slope · (2 factor / count) · (y − t) · dL, where slope is 1 for the true gradient.
/// </summary>
internal sealed class SquaredError<T>(Tensor y, Tensor t, double factor, double slope) : Node(y)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static Tensor Apply(Tensor y, Tensor t, double factor, double slope)
    {
        var rented = ArrayPool<T>.Shared.Rent(y.Count);
        var errors = rented.AsSpan(0, y.Count);
        TensorPrimitives.Subtract<T>(y.Span<T>(), t.Span<T>(), errors);
        var loss = Tensor.Empty([], y.DType);
        loss.Span<T>()[0] = T.CreateChecked(factor) * (Sums.SumOfSquares<T>(errors) / T.CreateChecked(y.Count));
        ArrayPool<T>.Shared.Return(rented);
        return Needed(y) ? loss.MadeBy(new SquaredError<T>(y, t, factor, slope)) : loss;
    }

    public override void Backward(Tensor output)
    {
        var y = Inputs[0];
        var share = output.GradientSpan<T>()[0] * T.CreateChecked(slope * 2 * factor / y.Count);
        var dy = y.GradientInto<T>(out var add);
        if (!add)
            dy.Clear();
        ReadOnlySpan<T> values = y.Span<T>(), targets = t.Span<T>();
        for (var i = 0; i < dy.Length; i++)
            dy[i] += (values[i] - targets[i]) * share;
    }
}

/// <summary>Checks the shapes and chooses the precision once for a whole operation.</summary>
internal static class SquaredError
{
    public static Tensor Apply(Tensor y, Tensor t, double factor, double slope)
    {
        ArgumentNullException.ThrowIfNull(y);
        ArgumentNullException.ThrowIfNull(t);
        Check.SameShape(y, t, "MeanSquaredError");
        return y.DType == DType.Float32 ? SquaredError<float>.Apply(y, t, factor, slope) : SquaredError<double>.Apply(y, t, factor, slope);
    }
}
