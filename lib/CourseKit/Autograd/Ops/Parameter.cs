using System.Buffers;
using System.Numerics;
using System.Numerics.Tensors;
using CourseKit.Numerics;

namespace CourseKit.Autograd.Ops;

/// <summary>y = f(x; c), value by value. Backward: dx = dy · f′(x; c).</summary>
internal sealed class Parameter<TOp, T>(Tensor x, T c) : Node(x)
    where TOp : struct, IParameterOp
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static Tensor Apply(Tensor x, T c)
    {
        var y = Tensor.Empty(x.Shape, x.DType);
        TOp.Value(x.Span<T>(), c, y.Span<T>());
        return Needed(x) ? y.MadeBy(new Parameter<TOp, T>(x, c)) : y;
    }

    public override void Backward(Tensor output)
    {
        var x = Inputs[0];
        var dx = x.GradientInto<T>(out var add);
        var rented = ArrayPool<T>.Shared.Rent(x.Count);
        var slope = rented.AsSpan(0, x.Count);
        TOp.Slope(x.Span<T>(), output.Span<T>(), c, slope);
        if (add)
            TensorPrimitives.MultiplyAdd<T>(slope, output.GradientSpan<T>(), dx, dx);
        else
            TensorPrimitives.Multiply<T>(slope, output.GradientSpan<T>(), dx);
        ArrayPool<T>.Shared.Return(rented);
    }
}

/// <summary>Chooses the precision once for a whole operation.</summary>
internal static class Parameter
{
    public static Tensor Apply<TOp>(Tensor x, double c)
        where TOp : struct, IParameterOp
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.DType == DType.Float32 ? Parameter<TOp, float>.Apply(x, (float)c) : Parameter<TOp, double>.Apply(x, c);
    }
}

/// <summary>y = x where x > 0 and else c x; slope 1 where x > 0 and else c.</summary>
/// <remarks>A. Maas, A. Hannun, A. Ng, Rectifier Nonlinearities Improve Neural Network Acoustic Models, ICML 2013, eq. 2.</remarks>
internal readonly struct LeakyReLU : IParameterOp
{
    static void IParameterOp.Value<T>(ReadOnlySpan<T> x, T c, Span<T> y)
    {
        for (var i = 0; i < x.Length; i++)
            y[i] = x[i] > T.Zero ? x[i] : c * x[i];
    }

    static void IParameterOp.Slope<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, T c, Span<T> slope)
    {
        for (var i = 0; i < x.Length; i++)
            slope[i] = x[i] > T.Zero ? T.One : c;
    }
}

/// <summary>y = x where x > 0 and else c (eˣ − 1); slope 1 where x > 0 and else y + c.</summary>
/// <remarks>D.-A. Clevert, T. Unterthiner, S. Hochreiter, Fast and Accurate Deep Network Learning by ELUs, ICLR 2016, eq. 15.</remarks>
internal readonly struct ELU : IParameterOp
{
    static void IParameterOp.Value<T>(ReadOnlySpan<T> x, T c, Span<T> y)
    {
        for (var i = 0; i < x.Length; i++)
            y[i] = x[i] > T.Zero ? x[i] : c * NearZero.ExpM1(x[i]);
    }

    static void IParameterOp.Slope<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, T c, Span<T> slope)
    {
        for (var i = 0; i < x.Length; i++)
            slope[i] = x[i] > T.Zero ? T.One : y[i] + c;
    }
}

/// <summary>y = xᶜ, slope c xᶜ⁻¹; 0 everywhere for c = 0.</summary>
internal readonly struct Power : IParameterOp
{
    static void IParameterOp.Value<T>(ReadOnlySpan<T> x, T c, Span<T> y)
    {
        if (c == T.CreateChecked(2))
            TensorPrimitives.Multiply(x, x, y);
        else
            TensorPrimitives.Pow(x, c, y);
    }

    static void IParameterOp.Slope<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, T c, Span<T> slope)
    {
        if (c == T.Zero)
        {
            slope.Clear();
            return;
        }
        if (c == T.CreateChecked(2))
            x.CopyTo(slope);
        else
            TensorPrimitives.Pow(x, c - T.One, slope);
        TensorPrimitives.Multiply(slope, c, slope);
    }
}
