using System.Numerics;
using System.Numerics.Tensors;
using CourseKit.Numerics;

namespace CourseKit.Autograd.Ops;

/// <summary>y = factor · Σ x over all values. Backward: dx = factor · dy everywhere.</summary>
internal sealed class Sum<T>(Tensor x, T factor) : Node(x)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static Tensor Apply(Tensor x, T factor)
    {
        var y = Tensor.Empty([], x.DType);
        y.Span<T>()[0] = factor * Sums.Sum<T>(x.Span<T>());
        return Needed(x) ? y.MadeBy(new Sum<T>(x, factor)) : y;
    }

    public override void Backward(Tensor output)
    {
        var dx = Inputs[0].GradientInto<T>(out var add);
        var part = factor * output.GradientSpan<T>()[0];
        if (add)
            TensorPrimitives.Add(dx, part, dx);
        else
            dx.Fill(part);
    }
}

/// <summary>y = factor · Σ x along one axis of x (outer, axis, inner). Backward: dx = factor · dy, the same along the axis.</summary>
internal sealed class SumAlong<T>(Tensor x, int axis, T factor) : Node(x)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static Tensor Apply(Tensor x, int axis, Shape shape, T factor)
    {
        var y = Tensor.Empty(shape, x.DType);
        var (length, inner) = Sizes(x, axis);
        ReadOnlySpan<T> values = x.Span<T>();
        var sums = y.Span<T>();
        if (inner == 1)
        {
            Reduce.SumOverColumns(values, sums);
        }
        else
        {
            for (var start = 0; start < sums.Length; start += inner)
                Reduce.SumOverRows(values.Slice(start * length, length * inner), sums.Slice(start, inner), add: false);
        }
        if (factor != T.One)
            TensorPrimitives.Multiply(sums, factor, sums);
        return Needed(x) ? y.MadeBy(new SumAlong<T>(x, axis, factor)) : y;
    }

    public override void Backward(Tensor output)
    {
        var dx = Inputs[0].GradientInto<T>(out var add);
        if (!add)
            dx.Clear();
        var dy = output.GradientSpan<T>();
        TensorPrimitives.Multiply(dy, factor, dy);
        var (length, inner) = Sizes(Inputs[0], axis);
        for (var i = 0; i * inner < dx.Length; i++)
        {
            var target = dx.Slice(i * inner, inner);
            TensorPrimitives.Add(target, dy.Slice(i / length * inner, inner), target);
        }
    }

    private static (int Length, int Inner) Sizes(Tensor x, int axis)
    {
        var inner = 1;
        for (var i = axis + 1; i < x.Rank; i++)
            inner *= x.Shape[i];
        return (x.Shape[axis], inner);
    }
}

/// <summary>Chooses the precision once for a whole operation.</summary>
internal static class Sum
{
    public static Tensor Over(Tensor x, double factor) =>
        x.DType == DType.Float32 ? Sum<float>.Apply(x, (float)factor) : Sum<double>.Apply(x, factor);

    public static Tensor Over(Tensor x, int axis, bool keepAxis, double factor)
    {
        var shape = x.Shape.Without(axis, keepAxis);
        return x.DType == DType.Float32
            ? SumAlong<float>.Apply(x, axis, shape, (float)factor)
            : SumAlong<double>.Apply(x, axis, shape, factor);
    }
}
