using System.Numerics;

namespace CourseKit.Numerics;

/// <summary>The matrix product of float and double matrices.</summary>
public static class Gemm
{
    /// <summary>C = [C +] op(A) · op(B), all row by row without gaps. Same result as <see cref="GemmReference"/> up to rounding.</summary>
    /// <param name="a">(m, k), or (k, m) if transposed.</param>
    /// <param name="b">(k, n), or (n, k) if transposed.</param>
    /// <param name="c">(m, n); must not overlap the others.</param>
    /// <param name="shape">The sizes and forms.</param>
    /// <exception cref="ArgumentException">A span is not as long as its matrix.</exception>
    public static void Multiply<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> c, GemmShape shape)
        where T : struct, INumberBase<T> => GemmReference.Multiply(a, b, c, shape);
}
