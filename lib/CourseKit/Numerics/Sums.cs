using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CourseKit.Numerics;

/// <summary>
/// Sums whose bits depend on nothing but the values; those of <see cref="System.Numerics.Tensors.TensorPrimitives"/> depend on the processor's vectors. A long training
/// makes of the last bit a different network.
/// </summary>
internal static class Sums
{
    /// <summary>Σᵢ xᵢ.</summary>
    public static T Sum<T>(ReadOnlySpan<T> x)
        where T : unmanaged, INumberBase<T> => Fold<Plain, T>(x, x);

    /// <summary>Σᵢ xᵢ².</summary>
    public static T SumOfSquares<T>(ReadOnlySpan<T> x)
        where T : unmanaged, INumberBase<T> => Fold<Products, T>(x, x);

    /// <summary>Σᵢ xᵢ yᵢ, of spans of the same length.</summary>
    public static T Dot<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y)
        where T : unmanaged, INumberBase<T> => Fold<Products, T>(x, y[..x.Length]);

    /// <summary>Four sums of 256 bits run side by side; then they are added up, and their lanes by halves.</summary>
    private static T Fold<TTerm, T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y)
        where TTerm : struct, ITerm
        where T : unmanaged, INumberBase<T>
    {
        var width = Vector256<T>.Count;
        Vector256<T> a = default, b = default, c = default, d = default;
        var i = 0;
        for (; i + 4 * width <= x.Length; i += 4 * width)
        {
            a += Term(x, y, i);
            b += Term(x, y, i + width);
            c += Term(x, y, i + 2 * width);
            d += Term(x, y, i + 3 * width);
        }
        for (; i + width <= x.Length; i += width)
            a += Term(x, y, i);
        Span<T> lanes = stackalloc T[width];
        (a + b + (c + d)).CopyTo(lanes);
        for (var half = width / 2; half > 0; half /= 2)
            for (var lane = 0; lane < half; lane++)
                lanes[lane] += lanes[lane + half];
        var sum = lanes[0];
        for (; i < x.Length; i++)
            sum += TTerm.Of(x[i], y[i]);
        return sum;

        static Vector256<T> Term(ReadOnlySpan<T> x, ReadOnlySpan<T> y, int i) => TTerm.Of(
            Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(x), (nuint)i), Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(y), (nuint)i));
    }

    private interface ITerm
    {
        static abstract Vector256<T> Of<T>(Vector256<T> x, Vector256<T> y);

        static abstract T Of<T>(T x, T y)
            where T : INumberBase<T>;
    }

    private readonly struct Plain : ITerm
    {
        public static Vector256<T> Of<T>(Vector256<T> x, Vector256<T> y) => x;

        public static T Of<T>(T x, T y)
            where T : INumberBase<T> => x;
    }

    /// <summary>Rounded before they are added, so that processors without fused multiply-add come to the same.</summary>
    private readonly struct Products : ITerm
    {
        public static Vector256<T> Of<T>(Vector256<T> x, Vector256<T> y) => x * y;

        public static T Of<T>(T x, T y)
            where T : INumberBase<T> => x * y;
    }
}
