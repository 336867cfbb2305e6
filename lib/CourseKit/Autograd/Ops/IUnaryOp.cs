using System.Numerics;

namespace CourseKit.Autograd.Ops;

/// <summary>A function of one number, applied to every value: y = f(x), with its slope dy/dx beside it.</summary>
internal interface IUnaryOp
{
    /// <summary>y[i] = f(x[i]).</summary>
    static abstract void Value<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>;

    /// <summary>slope[i] = f′(x[i]), from x or y, whichever is shorter to write.</summary>
    static abstract void Slope<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> slope)
        where T : unmanaged, IFloatingPointIeee754<T>;
}

/// <summary>A <see cref="IUnaryOp"/> whose slope needs y alone, so that x need not be kept and a layer can apply it in place.</summary>
internal interface IActivation : IUnaryOp;
