using System.Numerics;

namespace CourseKit.Numerics;

/// <summary>The matrix product as three loops: what <see cref="Gemm"/> is tested against, and how to read it.</summary>
public static class GemmReference
{
    /// <summary>C = [C +] op(A) · op(B), all row by row without gaps: c[i, j] = Σₚ a[i, p] · b[p, j], added up in the order of p.</summary>
    /// <param name="a">(m, k), or (k, m) if transposed.</param>
    /// <param name="b">(k, n), or (n, k) if transposed.</param>
    /// <param name="c">(m, n); must not overlap the others.</param>
    /// <param name="shape">The sizes and forms.</param>
    /// <exception cref="ArgumentException">A span is not as long as its matrix.</exception>
    public static void Multiply<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> c, GemmShape shape)
        where T : struct, INumberBase<T>
    {
        shape.Check(a.Length, b.Length, c.Length);
        var (m, n, k) = shape;
        if (!shape.Accumulate)
            c.Clear();

        for (var i = 0; i < m; i++)
            for (var p = 0; p < k; p++)
            {
                var factor = shape.TransposeA ? a[(p * m) + i] : a[(i * k) + p];
                for (var j = 0; j < n; j++)
                    c[(i * n) + j] += factor * (shape.TransposeB ? b[(j * k) + p] : b[(p * n) + j]);
            }
    }
}
