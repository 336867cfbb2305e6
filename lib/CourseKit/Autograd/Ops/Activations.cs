using System.Numerics.Tensors;
using CourseKit.Numerics;

namespace CourseKit.Autograd.Ops;

/// <summary>y = x, slope 1.</summary>
internal readonly struct Identity : IActivation
{
    static void IUnaryOp.Value<T>(ReadOnlySpan<T> x, Span<T> y) => x.CopyTo(y);

    static void IUnaryOp.Slope<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> slope) => slope.Fill(T.One);
}

/// <summary>y = max(x, 0), slope 1 where y > 0 and otherwise 0.</summary>
internal readonly struct ReLU : IActivation
{
    static void IUnaryOp.Value<T>(ReadOnlySpan<T> x, Span<T> y) => TensorPrimitives.Max(x, T.Zero, y);

    // No branch and no comparison is needed: y is never negative, so min(⌈y⌉, 1) is 0 at 0 and else 1.
    static void IUnaryOp.Slope<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> slope)
    {
        TensorPrimitives.Ceiling(y, slope);
        TensorPrimitives.Min(slope, T.One, slope);
    }
}

/// <summary>y = 1/(1 + e⁻ˣ), slope y(1 − y).</summary>
internal readonly struct Sigmoid : IActivation
{
    static void IUnaryOp.Value<T>(ReadOnlySpan<T> x, Span<T> y) => Exponentials.Sigmoid(x, y);

    static void IUnaryOp.Slope<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> slope)
    {
        TensorPrimitives.Subtract(T.One, y, slope);
        TensorPrimitives.Multiply(slope, y, slope);
    }
}

/// <summary>y = tanh x, slope 1 − y².</summary>
internal readonly struct Tanh : IActivation
{
    static void IUnaryOp.Value<T>(ReadOnlySpan<T> x, Span<T> y) => Exponentials.Tanh(x, y);

    static void IUnaryOp.Slope<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> slope)
    {
        TensorPrimitives.Multiply(y, y, slope);
        TensorPrimitives.Subtract(T.One, slope, slope);
    }
}
