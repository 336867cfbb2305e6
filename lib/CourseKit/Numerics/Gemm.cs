using System.Numerics;
using System.Runtime.InteropServices;

namespace CourseKit.Numerics;

/// <summary>The matrix product of float and double matrices, as fast as this CPU can.</summary>
/// <remarks>
/// Deterministic: the bits depend on the numbers and on what kind of CPU this is, not on the number of threads. Products above about
/// 2 million operations use all processors, or as many threads as the environment variable <c>COURSEKIT_THREADS</c> says.
/// </remarks>
public static class Gemm
{
    /// <summary>C = [C +] op(A) · op(B), all row by row without gaps. Same result as <see cref="GemmReference"/> up to rounding.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="a">(m, k), or (k, m) if transposed.</param>
    /// <param name="b">(k, n), or (n, k) if transposed.</param>
    /// <param name="c">(m, n); must not overlap the others.</param>
    /// <param name="shape">The sizes and forms.</param>
    /// <exception cref="ArgumentException">A span is not as long as its matrix.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither float nor double.</exception>
    public static void Multiply<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> c, GemmShape shape)
        where T : struct, INumberBase<T> => Multiply(a, b, c, shape, new GemmOptions());

    /// <summary>The same with the vectors and the threads chosen, for tests and measurements.</summary>
    internal static void Multiply<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> c, GemmShape shape, GemmOptions options)
        where T : struct, INumberBase<T>
    {
        shape.Check(a.Length, b.Length, c.Length);
        if (typeof(T) == typeof(float))
            Run(MemoryMarshal.Cast<T, float>(a), MemoryMarshal.Cast<T, float>(b), MemoryMarshal.Cast<T, float>(c), shape, options);
        else if (typeof(T) == typeof(double))
            Run(MemoryMarshal.Cast<T, double>(a), MemoryMarshal.Cast<T, double>(b), MemoryMarshal.Cast<T, double>(c), shape, options);
        else
            throw new NotSupportedException($"Gemm: float or double is required; received {typeof(T).Name}. Convert the matrices first.");
    }

    private static unsafe void Run<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> c, GemmShape shape, GemmOptions options)
        where T : unmanaged, INumberBase<T>
    {
        if (shape.K == 0 && !shape.Accumulate)
            c.Clear();
        if (c.IsEmpty || shape.K == 0)
            return;
        fixed (T* pa = a, pb = b, pc = c)
            GemmWork<T>.Own.Run(pa, pb, pc, shape, options);
    }
}
