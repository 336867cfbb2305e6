using System.Numerics;
using System.Numerics.Tensors;

namespace CourseKit.Autograd.Ops;

/// <summary>
/// Functions made of e^x whose results are settled long before e^x leaves the range of the type. Outside of it
/// <see cref="TensorPrimitives"/> computes doubles one by one, some forty times slower, so x is cut where nothing changes any more.
/// </summary>
internal static class Exponentials
{
    /// <summary>e^−708 is the last power that is no subnormal double.</summary>
    private const double Lowest = 708;

    /// <summary>tanh 22 rounds to 1.</summary>
    private const double Saturated = 22;

    /// <summary>y = 1/(1 + e⁻ˣ), not below 3e-308.</summary>
    public static void Sigmoid<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (typeof(T) == typeof(double))
        {
            TensorPrimitives.Clamp(x, T.CreateChecked(-Lowest), T.CreateChecked(Lowest), y);
            x = y;
        }
        TensorPrimitives.Sigmoid(x, y);
    }

    /// <summary>y = tanh x.</summary>
    public static void Tanh<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (typeof(T) == typeof(double))
        {
            TensorPrimitives.Clamp(x, T.CreateChecked(-Saturated), T.CreateChecked(Saturated), y);
            x = y;
        }
        TensorPrimitives.Tanh(x, y);
    }

    /// <summary>x becomes eˣ, for x of 0 or less; 0 below e^−708.</summary>
    public static void ExpOfNegative<T>(Span<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (typeof(T) == typeof(float))
        {
            TensorPrimitives.Exp<T>(x, x);
            return;
        }

        // What is taken away is less than the last bit of anything above 1e-291, and leaves 0 where x was cut.
        TensorPrimitives.Max(x, T.CreateChecked(-Lowest), x);
        TensorPrimitives.Exp<T>(x, x);
        TensorPrimitives.Subtract(x, T.CreateChecked(Math.Exp(-Lowest) * 1.000001), x);
        TensorPrimitives.Max(x, T.Zero, x);
    }
}
