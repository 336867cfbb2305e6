using System.Runtime.CompilerServices;

namespace CourseKit.Numerics;

/// <summary>e^x = 2^p · e^r with a whole p and |r| ≤ ln 2 / 2, where the series of e^r is short.</summary>
internal static class ReducedExp<TSimd, TVector, T>
    where TSimd : struct, IVectorMath<TVector, T>
    where TVector : struct
    where T : unmanaged
{
    private static bool IsFloat
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(T) == typeof(float);
    }

    // 1.5 · 2²³ and 1.5 · 2⁵²: a number added to it is rounded to a whole one, which stands in the lowest bits.
    private static TVector Shift
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TSimd.Constant(typeof(T) == typeof(float) ? 12582912 : 6755399441055744);
    }

    /// <summary>p and e^r − 1. Where e^x would overflow or vanish, x is first brought near that bound.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (TVector Power, TVector MinusOne) Of(TVector x)
    {
        x = TSimd.Min(TSimd.Constant(IsFloat ? 90 : 710), x);
        x = TSimd.Max(TSimd.Constant(IsFloat ? -105 : -750), x);
        var power = TSimd.Subtract(TSimd.MultiplyAdd(x, TSimd.Constant(1.4426950408889634), Shift), Shift);

        // ln 2 in two parts, the first so short that its product with p is exact.
        var r = TSimd.MultiplyAdd(power, TSimd.Constant(IsFloat ? -0.693359375 : -0.69314718036912382), x);
        r = TSimd.MultiplyAdd(power, TSimd.Constant(IsFloat ? 2.1219444005469057e-4 : -1.9082149292705877e-10), r);
        return (power, TSimd.MultiplyAdd(TSimd.Multiply(r, r), Series(r), r));
    }

    /// <summary>Two powers of two whose product is 2^p: one alone would not reach where numbers are subnormal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (TVector First, TVector Second) PowersOfTwo(TVector power)
    {
        var first = TSimd.MultiplyAdd(power, TSimd.Constant(0.5), Shift);
        var second = TSimd.Add(TSimd.Subtract(power, TSimd.Subtract(first, Shift)), Shift);
        return (TSimd.PowerOfTwo(first), TSimd.PowerOfTwo(second));
    }

    // 1/2! + r/3! + r²/4! + …, to r⁵ for float, to r¹¹ for double.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Series(TVector r)
    {
        var sum = TSimd.Constant(IsFloat ? 1.0 / 5040 : 1.0 / 6227020800);
        if (!IsFloat)
        {
            sum = TSimd.MultiplyAdd(sum, r, TSimd.Constant(1.0 / 479001600));
            sum = TSimd.MultiplyAdd(sum, r, TSimd.Constant(1.0 / 39916800));
            sum = TSimd.MultiplyAdd(sum, r, TSimd.Constant(1.0 / 3628800));
            sum = TSimd.MultiplyAdd(sum, r, TSimd.Constant(1.0 / 362880));
            sum = TSimd.MultiplyAdd(sum, r, TSimd.Constant(1.0 / 40320));
            sum = TSimd.MultiplyAdd(sum, r, TSimd.Constant(1.0 / 5040));
        }
        sum = TSimd.MultiplyAdd(sum, r, TSimd.Constant(1.0 / 720));
        sum = TSimd.MultiplyAdd(sum, r, TSimd.Constant(1.0 / 120));
        sum = TSimd.MultiplyAdd(sum, r, TSimd.Constant(1.0 / 24));
        sum = TSimd.MultiplyAdd(sum, r, TSimd.Constant(1.0 / 6));
        return TSimd.MultiplyAdd(sum, r, TSimd.Constant(1.0 / 2));
    }
}
