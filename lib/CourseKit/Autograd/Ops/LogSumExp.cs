using System.Buffers;
using System.Numerics;
using System.Numerics.Tensors;
using CourseKit.Numerics;

namespace CourseKit.Autograd.Ops;

/// <summary>y = ln Σ e^x = max x + ln Σ e^(x − max x) along an axis. Backward: dx = dy · e^(x − y).</summary>
internal sealed class LogSumExp<T>(Tensor x, Lanes lanes) : Node(x)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static Tensor Apply(Tensor x, Lanes lanes, Shape shape)
    {
        var result = Tensor.Empty(shape, x.DType);
        var y = result.Span<T>();
        var rented = ArrayPool<T>.Shared.Rent(x.Count + lanes.Count);
        Span<T> powers = rented.AsSpan(0, x.Count), max = rented.AsSpan(x.Count, lanes.Count);
        lanes.Max(x.Span<T>(), max);

        // Of −∞ alone, or with +∞ among them, the sum is that infinity: nothing finite can be subtracted from it.
        foreach (ref var value in max)
            value = T.IsInfinity(value) ? T.Zero : value;
        lanes.Each<Subtract, T>(x.Span<T>(), max, powers);
        Exponentials.Exp<T>(powers, powers);
        lanes.Sum(powers, y);
        TensorPrimitives.Log<T>(y, y);
        TensorPrimitives.Add(y, max, y);
        ArrayPool<T>.Shared.Return(rented);
        return Needed(x) ? result.MadeBy(new LogSumExp<T>(x, lanes)) : result;
    }

    public override void Backward(Tensor output)
    {
        var rented = ArrayPool<T>.Shared.Rent(Inputs[0].Count);
        var part = rented.AsSpan(0, Inputs[0].Count);
        lanes.Each<Subtract, T>(Inputs[0].Span<T>(), output.Span<T>(), part);
        Exponentials.Exp<T>(part, part);
        lanes.Each<Multiply, T>(part, output.GradientSpan<T>(), part);
        Inputs[0].AddToGradient<T>(part);
        ArrayPool<T>.Shared.Return(rented);
    }
}

/// <summary>Checks the axis and chooses the precision once for a whole operation.</summary>
internal static class LogSumExp
{
    public static Tensor Apply(Tensor x, int axis, bool keepAxis)
    {
        ArgumentNullException.ThrowIfNull(x);
        var counted = x.Shape.Axis(axis, "LogSumExp");
        if (x.Shape[counted] == 0)
            throw new ArgumentException($"LogSumExp: at least one value along axis {counted} is required; received {x.Shape}.");
        var (lanes, shape) = (Lanes.Of(x.Shape, counted), x.Shape.Without(counted, keepAxis));
        return x.DType == DType.Float32 ? LogSumExp<float>.Apply(x, lanes, shape) : LogSumExp<double>.Apply(x, lanes, shape);
    }
}
