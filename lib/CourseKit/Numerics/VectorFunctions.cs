using System.Runtime.CompilerServices;

namespace CourseKit.Numerics;

/// <summary>A function of one number, of a vector of them at a time.</summary>
internal interface IVectorFunction
{
    static abstract TVector Of<TSimd, TVector, T>(TVector x)
        where TSimd : struct, IVectorMath<TVector, T>
        where TVector : struct
        where T : unmanaged;
}

internal readonly struct ExpFunction : IVectorFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Of<TSimd, TVector, T>(TVector x)
        where TSimd : struct, IVectorMath<TVector, T>
        where TVector : struct
        where T : unmanaged
    {
        var (power, minusOne) = ReducedExp<TSimd, TVector, T>.Of(x);
        var (first, second) = ReducedExp<TSimd, TVector, T>.PowersOfTwo(power);
        return TSimd.Multiply(TSimd.Multiply(TSimd.Add(TSimd.Constant(1), minusOne), first), second);
    }
}

/// <summary>1 / (1 + e^−x)</summary>
internal readonly struct SigmoidFunction : IVectorFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Of<TSimd, TVector, T>(TVector x)
        where TSimd : struct, IVectorMath<TVector, T>
        where TVector : struct
        where T : unmanaged
    {
        var exp = ExpFunction.Of<TSimd, TVector, T>(TSimd.Subtract(TSimd.Constant(0), x));
        return TSimd.Divide(TSimd.Constant(1), TSimd.Add(TSimd.Constant(1), exp));
    }
}

/// <summary>tanh x = (e^2x − 1) / (e^2x + 1), with e^2x − 1 = 2^p · (e^r − 1) + (2^p − 1), which keeps its digits near zero.</summary>
internal readonly struct TanhFunction : IVectorFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Of<TSimd, TVector, T>(TVector x)
        where TSimd : struct, IVectorMath<TVector, T>
        where TVector : struct
        where T : unmanaged
    {
        // From here on tanh rounds to 1: 2 / (e^2x + 1) is less than half a unit in the last place.
        var magnitude = TSimd.Min(TSimd.Constant(typeof(T) == typeof(float) ? 10 : 20), TSimd.Abs(x));
        var (power, minusOne) = ReducedExp<TSimd, TVector, T>.Of(TSimd.Add(magnitude, magnitude));
        var (first, second) = ReducedExp<TSimd, TVector, T>.PowersOfTwo(power);
        var scale = TSimd.Multiply(first, second);
        var difference = TSimd.MultiplyAdd(scale, minusOne, TSimd.Subtract(scale, TSimd.Constant(1)));
        return TSimd.CopySign(TSimd.Divide(difference, TSimd.Add(difference, TSimd.Constant(2))), x);
    }
}
