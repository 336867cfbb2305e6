using System.Runtime.InteropServices;
using CourseKit.Numerics;

namespace CourseKit.Benchmarks;

/// <summary>OpenBLAS, for comparison only: nothing of it ships.</summary>
internal static unsafe partial class OpenBlas
{
    private const string Library = "libopenblas.so.0";
    private const int RowMajor = 101, NoTranspose = 111, Transposed = 112;

    public static bool IsInstalled => NativeLibrary.TryLoad(Library, out _);

    /// <summary>
    /// Version and options it was built with, and the processor whose kernels it uses. It takes Haswell's, without AVX-512, for a processor
    /// younger than itself; the environment variable OPENBLAS_CORETYPE=SkylakeX makes it use AVX-512.
    /// </summary>
    public static string Describe()
    {
        var forced = Environment.GetEnvironmentVariable("OPENBLAS_CORETYPE") is { Length: > 0 } ? " (by OPENBLAS_CORETYPE)" : "";
        return $"{Marshal.PtrToStringUTF8(GetConfig())!.Trim()}, kernels for {Marshal.PtrToStringUTF8(GetCoreName())}{forced}";
    }

    [LibraryImport(Library, EntryPoint = "openblas_set_num_threads")]
    public static partial void SetThreads(int count);

    /// <summary>The same product as <see cref="Gemm"/> makes, of floats or doubles.</summary>
    public static void Multiply<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> c, GemmShape shape)
        where T : struct
    {
        var (m, n, k) = shape;
        var (formOfA, lda) = shape.TransposeA ? (Transposed, m) : (NoTranspose, k);
        var (formOfB, ldb) = shape.TransposeB ? (Transposed, k) : (NoTranspose, n);
        var beta = shape.Accumulate ? 1 : 0;
        fixed (byte* x = MemoryMarshal.AsBytes(a), y = MemoryMarshal.AsBytes(b), z = MemoryMarshal.AsBytes(c))
        {
            if (typeof(T) == typeof(float))
                Sgemm(RowMajor, formOfA, formOfB, m, n, k, 1, (float*)x, lda, (float*)y, ldb, beta, (float*)z, n);
            else
                Dgemm(RowMajor, formOfA, formOfB, m, n, k, 1, (double*)x, lda, (double*)y, ldb, beta, (double*)z, n);
        }
    }

    [LibraryImport(Library, EntryPoint = "openblas_get_config")]
    private static partial nint GetConfig();

    [LibraryImport(Library, EntryPoint = "openblas_get_corename")]
    private static partial nint GetCoreName();

    [LibraryImport(Library, EntryPoint = "cblas_sgemm")]
    private static partial void Sgemm(int order, int formOfA, int formOfB, int m, int n, int k, float alpha, float* a, int lda,
        float* b, int ldb, float beta, float* c, int ldc);

    [LibraryImport(Library, EntryPoint = "cblas_dgemm")]
    private static partial void Dgemm(int order, int formOfA, int formOfB, int m, int n, int k, double alpha, double* a, int lda,
        double* b, int ldb, double beta, double* c, int ldc);
}
