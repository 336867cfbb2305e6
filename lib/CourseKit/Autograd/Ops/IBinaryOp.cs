using System.Numerics;

namespace CourseKit.Autograd.Ops;

/// <summary>A function of two numbers, y = f(a, b), with both slopes beside it. The spans of one call have the same length.</summary>
internal interface IBinaryOp
{
    /// <summary>How it is written in an error message: <c>a + b</c>.</summary>
    static abstract string Name { get; }

    /// <summary>y[i] = f(a[i], b[i]).</summary>
    static abstract void Value<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>;

    /// <summary>slope[i] = ∂f/∂a at (a[i], b[i]).</summary>
    static abstract void SlopeA<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> slope)
        where T : unmanaged, IFloatingPointIeee754<T>;

    /// <summary>slope[i] = ∂f/∂b at (a[i], b[i]).</summary>
    static abstract void SlopeB<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> slope)
        where T : unmanaged, IFloatingPointIeee754<T>;
}
