using System.Numerics;
using System.Numerics.Tensors;

namespace CourseKit.Autograd.Ops;

/// <summary>L = (factor / 2) · Σ over all weights w². Backward: dw = factor · w · dL.</summary>
internal sealed class SquaredNorm<T>(Tensor[] weights, double factor) : Node(weights)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static Tensor Apply(Tensor[] weights, double factor)
    {
        var sum = T.Zero;
        foreach (var weight in weights)
            sum += TensorPrimitives.SumOfSquares<T>(weight.Span<T>());
        var y = Tensor.Empty([], weights[0].DType);
        y.Span<T>()[0] = T.CreateChecked(factor / 2) * sum;
        return Array.Exists(weights, Needed) ? y.MadeBy(new SquaredNorm<T>(weights, factor)) : y;
    }

    public override void Backward(Tensor output)
    {
        var share = T.CreateChecked(factor) * output.GradientSpan<T>()[0];
        foreach (var weight in Inputs)
        {
            if (!weight.RequiresGrad)
                continue;
            var dw = weight.GradientInto<T>(out var add);
            if (add)
                TensorPrimitives.MultiplyAdd(weight.Span<T>(), share, dw, dw);
            else
                TensorPrimitives.Multiply(weight.Span<T>(), share, dw);
        }
    }
}

/// <summary>Chooses the precision once for a whole operation.</summary>
internal static class SquaredNorm
{
    public static Tensor Apply(Tensor[] weights, double factor) =>
        weights[0].DType == DType.Float32 ? SquaredNorm<float>.Apply(weights, factor) : SquaredNorm<double>.Apply(weights, factor);
}
