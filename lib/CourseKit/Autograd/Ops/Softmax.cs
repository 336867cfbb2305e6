using System.Buffers;
using System.Numerics;
using System.Numerics.Tensors;
using CourseKit.Numerics;

namespace CourseKit.Autograd.Ops;

/// <summary>
/// p = e^(z − max z) / Σ e^(z − max z) along an axis of z. Backward: dz = p · (dp − Σ along the axis of p · dp).
/// </summary>
internal sealed class Softmax<T>(Tensor z, Lanes lanes) : Node(z)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static Tensor Apply(Tensor z, Lanes lanes)
    {
        var y = Tensor.Empty(z.Shape, z.DType);
        var p = y.Span<T>();
        var rented = ArrayPool<T>.Shared.Rent(lanes.Count);
        var ofLane = rented.AsSpan(0, lanes.Count);
        if (lanes.Inner == 1)
        {
            SoftmaxRows.Center(z.Span<T>(), p, lanes.Length);
            SoftmaxRows.Normalize(p, ofLane, lanes.Length);
        }
        else
        {
            lanes.Max(z.Span<T>(), ofLane);
            lanes.Each<Subtract, T>(z.Span<T>(), ofLane, p);
            Exponentials.Exp<T>(p, p);
            lanes.Sum(p, ofLane);
            lanes.Each<Divide, T>(p, ofLane, p);
        }
        ArrayPool<T>.Shared.Return(rented);
        return Needed(z) ? y.MadeBy(new Softmax<T>(z, lanes)) : y;
    }

    public override void Backward(Tensor output)
    {
        ReadOnlySpan<T> p = output.Span<T>();
        Span<T> dp = output.GradientSpan<T>(), dz = Inputs[0].GradientInto<T>(out var add);
        var rented = ArrayPool<T>.Shared.Rent(p.Length + lanes.Count);
        Span<T> products = rented.AsSpan(0, p.Length), sums = rented.AsSpan(p.Length, lanes.Count);
        TensorPrimitives.Multiply(p, dp, products);
        lanes.Sum(products, sums);
        lanes.Each<Subtract, T>(dp, sums, dp);
        ArrayPool<T>.Shared.Return(rented);
        if (add)
            TensorPrimitives.MultiplyAdd(p, dp, dz, dz);
        else
            TensorPrimitives.Multiply(p, dp, dz);
    }
}

/// <summary>y = z − max z − ln Σ e^(z − max z) along an axis of z. Backward: dz = dy − e^y · Σ along the axis of dy.</summary>
internal sealed class LogSoftmax<T>(Tensor z, Lanes lanes) : Node(z)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static Tensor Apply(Tensor z, Lanes lanes)
    {
        var result = Tensor.Empty(z.Shape, z.DType);
        var y = result.Span<T>();
        var rented = ArrayPool<T>.Shared.Rent(y.Length + lanes.Count);
        Span<T> powers = rented.AsSpan(0, y.Length), ofLane = rented.AsSpan(y.Length, lanes.Count);
        lanes.Max(z.Span<T>(), ofLane);
        lanes.Each<Subtract, T>(z.Span<T>(), ofLane, y);
        Exponentials.Exp<T>(y, powers);
        lanes.Sum(powers, ofLane);
        TensorPrimitives.Log<T>(ofLane, ofLane);
        lanes.Each<Subtract, T>(y, ofLane, y);
        ArrayPool<T>.Shared.Return(rented);
        return Needed(z) ? result.MadeBy(new LogSoftmax<T>(z, lanes)) : result;
    }

    public override void Backward(Tensor output)
    {
        var dy = output.GradientSpan<T>();
        var rented = ArrayPool<T>.Shared.Rent(dy.Length + lanes.Count);
        Span<T> part = rented.AsSpan(0, dy.Length), sums = rented.AsSpan(dy.Length, lanes.Count);
        lanes.Sum(dy, sums);
        Exponentials.Exp<T>(output.Span<T>(), part);
        lanes.Each<Multiply, T>(part, sums, part);
        TensorPrimitives.Subtract(dy, part, part);
        Inputs[0].AddToGradient<T>(part);
        ArrayPool<T>.Shared.Return(rented);
    }
}

/// <summary>Checks the axis and chooses the precision once for a whole operation.</summary>
internal static class Softmax
{
    public static Tensor Apply(Tensor z, int axis)
    {
        var lanes = LanesOf(z, axis, "Softmax");
        return z.DType == DType.Float32 ? Softmax<float>.Apply(z, lanes) : Softmax<double>.Apply(z, lanes);
    }

    public static Tensor Log(Tensor z, int axis)
    {
        var lanes = LanesOf(z, axis, "LogSoftmax");
        return z.DType == DType.Float32 ? LogSoftmax<float>.Apply(z, lanes) : LogSoftmax<double>.Apply(z, lanes);
    }

    private static Lanes LanesOf(Tensor z, int axis, string where)
    {
        ArgumentNullException.ThrowIfNull(z);
        var counted = z.Shape.Axis(axis, where);
        if (z.Shape[counted] == 0)
            throw new ArgumentException($"{where}: at least one class is required; received {z.Shape}.");
        return Lanes.Of(z.Shape, counted);
    }
}
