namespace CourseKit.Numerics;

/// <summary>What <see cref="Gemm"/> multiplies: C (m, n) = [C +] op(A) (m, k) · op(B) (k, n).</summary>
/// <param name="M">Rows of C; 0 or more, as the others.</param>
/// <param name="N">Columns of C.</param>
/// <param name="K">The inner dimension. With 0 the product is zero.</param>
public readonly record struct GemmShape(int M, int N, int K)
{
    /// <summary>A is stored as (k, m) and used transposed. Default false: stored as (m, k).</summary>
    public bool TransposeA { get; init; }

    /// <summary>B is stored as (n, k) and used transposed. Default false: stored as (k, n).</summary>
    public bool TransposeB { get; init; }

    /// <summary>The product is added to C. Default false: C is overwritten, whatever it holds.</summary>
    public bool Accumulate { get; init; }

    internal void Check(int lengthOfA, int lengthOfB, int lengthOfC)
    {
        if (M < 0 || N < 0 || K < 0)
            throw new ArgumentException($"Gemm: dimensions of 0 or more are required; received m = {M}, n = {N}, k = {K}.");
        CheckMatrix("a", TransposeA ? (K, M) : (M, K), lengthOfA);
        CheckMatrix("b", TransposeB ? (N, K) : (K, N), lengthOfB);
        CheckMatrix("c", (M, N), lengthOfC);
    }

    private static void CheckMatrix(string name, (int Rows, int Columns) size, int length)
    {
        if ((long)size.Rows * size.Columns != length)
        {
            throw new ArgumentException(
                $"Gemm: {name} {size} has {(long)size.Rows * size.Columns} values; received {length}. Slice the span to its matrix.", name);
        }
    }
}
