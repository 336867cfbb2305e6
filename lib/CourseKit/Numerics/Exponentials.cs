using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CourseKit.Numerics;

/// <summary>
/// e^x and the activations made of it, for whole spans of float or double, within 2.5 units in the last place (e^x: 1.1).
/// </summary>
/// <remarks>
/// Differs from <c>TensorPrimitives</c>, whose <c>Tanh</c> loses its digits near zero and whose results depend on how long the span is:
/// here an element gets the same bits wherever it stands. Source and target may be the same span.
/// </remarks>
public static class Exponentials
{
    /// <summary>y = e^x.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>, as in the others.</typeparam>
    /// <param name="x">(n)</param>
    /// <param name="y">(n)</param>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither float nor double.</exception>
    public static void Exp<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : struct, INumberBase<T> => Map<T, ExpFunction>(x, y, SimdPaths.Best);

    /// <summary>y = 1 / (1 + e^−x), the logistic function; 0 below −709.8 (float: −88.7), where e^−x overflows.</summary>
    /// <param name="x">(n)</param>
    /// <param name="y">(n)</param>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither float nor double.</exception>
    public static void Sigmoid<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : struct, INumberBase<T> => Map<T, SigmoidFunction>(x, y, SimdPaths.Best);

    /// <summary>y = tanh x.</summary>
    /// <param name="x">(n)</param>
    /// <param name="y">(n)</param>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither float nor double.</exception>
    public static void Tanh<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : struct, INumberBase<T> => Map<T, TanhFunction>(x, y, SimdPaths.Best);

    /// <summary>The same with the vectors chosen, for tests.</summary>
    internal static void Map<T, TFunction>(ReadOnlySpan<T> x, Span<T> y, SimdPath path)
        where T : struct, INumberBase<T>
        where TFunction : struct, IVectorFunction
    {
        if (x.Length != y.Length)
        {
            throw new ArgumentException(
                $"Exponentials: source and target of one length are required; received {x.Length} and {y.Length} values.");
        }
        if (typeof(T) == typeof(float))
            Choose<float, TFunction>(MemoryMarshal.Cast<T, float>(x), MemoryMarshal.Cast<T, float>(y), path);
        else if (typeof(T) == typeof(double))
            Choose<double, TFunction>(MemoryMarshal.Cast<T, double>(x), MemoryMarshal.Cast<T, double>(y), path);
        else
            throw new NotSupportedException(
                $"Exponentials: float or double is required; received {typeof(T).Name}. Convert the values first.");
    }

    private static void Choose<T, TFunction>(ReadOnlySpan<T> x, Span<T> y, SimdPath path)
        where T : unmanaged
        where TFunction : struct, IVectorFunction
    {
        if (path == SimdPath.Vector512)
            Loop<TFunction, Simd512<T>, Vector512<T>, T>(x, y);
        else if (path == SimdPath.Vector256)
            Loop<TFunction, Simd256<T>, Vector256<T>, T>(x, y);
        else
            Loop<TFunction, Simd128<T>, Vector128<T>, T>(x, y);
    }

    // The last few go through the same vector code, not through a scalar one. Whole vectors are not masked: a masked load waits for
    // earlier stores. Inlined by a caller, the loop would outgrow what the JIT is ready to inline into it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static unsafe void Loop<TFunction, TSimd, TVector, T>(ReadOnlySpan<T> x, Span<T> y)
        where TFunction : struct, IVectorFunction
        where TSimd : struct, IVectorMath<TVector, T>
        where TVector : struct
        where T : unmanaged
    {
        fixed (T* from = x, to = y)
        {
            for (var i = 0; i < x.Length; i += TSimd.Count)
            {
                var rest = x.Length - i;
                var whole = rest >= TSimd.Count;
                var value = TFunction.Of<TSimd, TVector, T>(whole ? TSimd.Load(from + i) : TSimd.LoadFirst(from + i, rest));
                if (whole)
                    TSimd.Store(value, to + i);
                else
                    TSimd.StoreFirst(value, to + i, rest);
            }
        }
    }
}
