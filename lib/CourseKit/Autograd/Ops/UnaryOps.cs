using System.Numerics.Tensors;
using CourseKit.Numerics;

namespace CourseKit.Autograd.Ops;

/// <summary>y = −x, slope −1.</summary>
internal readonly struct Negate : IUnaryOp
{
    static void IUnaryOp.Value<T>(ReadOnlySpan<T> x, Span<T> y) => TensorPrimitives.Negate(x, y);

    static void IUnaryOp.Slope<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> slope) => slope.Fill(-T.One);
}

/// <summary>y = eˣ, slope y.</summary>
internal readonly struct Exp : IUnaryOp
{
    static void IUnaryOp.Value<T>(ReadOnlySpan<T> x, Span<T> y) => Exponentials.Exp(x, y);

    static void IUnaryOp.Slope<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> slope) => y.CopyTo(slope);
}

/// <summary>y = ln x, slope 1/x.</summary>
internal readonly struct Log : IUnaryOp
{
    static void IUnaryOp.Value<T>(ReadOnlySpan<T> x, Span<T> y) => TensorPrimitives.Log(x, y);

    static void IUnaryOp.Slope<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> slope) => TensorPrimitives.Reciprocal(x, slope);
}

/// <summary>y = √x, slope 1/(2y).</summary>
internal readonly struct Sqrt : IUnaryOp
{
    static void IUnaryOp.Value<T>(ReadOnlySpan<T> x, Span<T> y) => TensorPrimitives.Sqrt(x, y);

    static void IUnaryOp.Slope<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> slope) =>
        TensorPrimitives.Divide(T.CreateChecked(0.5), y, slope);
}

/// <summary>y = |x|, slope the sign of x, 1 at 0.</summary>
internal readonly struct Abs : IUnaryOp
{
    static void IUnaryOp.Value<T>(ReadOnlySpan<T> x, Span<T> y) => TensorPrimitives.Abs(x, y);

    static void IUnaryOp.Slope<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> slope)
    {
        slope.Fill(T.One);
        TensorPrimitives.CopySign<T>(slope, x, slope);
    }
}
