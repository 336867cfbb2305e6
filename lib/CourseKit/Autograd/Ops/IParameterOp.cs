using System.Numerics;

namespace CourseKit.Autograd.Ops;

/// <summary>A function of one number with a constant in it, applied to every value: y = f(x; c), with its slope dy/dx beside it.</summary>
internal interface IParameterOp
{
    /// <summary>y[i] = f(x[i]; c).</summary>
    static abstract void Value<T>(ReadOnlySpan<T> x, T c, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>;

    /// <summary>slope[i] = f′(x[i]; c), from x or y, whichever is shorter to write.</summary>
    static abstract void Slope<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, T c, Span<T> slope)
        where T : unmanaged, IFloatingPointIeee754<T>;
}
