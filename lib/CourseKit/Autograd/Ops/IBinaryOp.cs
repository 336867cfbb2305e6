using System.Numerics;

namespace CourseKit.Autograd.Ops;

/// <summary>A function of two numbers without a gradient, such as a comparison: y = f(a, b).</summary>
internal interface IPairOp
{
    /// <summary>How it is written in an error message: <c>a + b</c>.</summary>
    static abstract string Name { get; }

    /// <summary>y[i] = f(a[i], b[i]). The spans have the same length.</summary>
    static abstract void Value<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>;
}

/// <summary>A function of two numbers, y = f(a, b), with both slopes beside it. The spans of one call have the same length.</summary>
internal interface IBinaryOp : IPairOp
{
    /// <summary>slope[i] = ∂f/∂a at (a[i], b[i]).</summary>
    static abstract void SlopeA<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> slope)
        where T : unmanaged, IFloatingPointIeee754<T>;

    /// <summary>slope[i] = ∂f/∂b at (a[i], b[i]).</summary>
    static abstract void SlopeB<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> slope)
        where T : unmanaged, IFloatingPointIeee754<T>;
}
