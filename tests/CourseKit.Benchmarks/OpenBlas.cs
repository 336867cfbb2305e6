using System.Runtime.InteropServices;
using CourseKit.Numerics;

namespace CourseKit.Benchmarks;

/// <summary>OpenBLAS, for comparison only: nothing of it ships.</summary>
internal static unsafe partial class OpenBlas
{
    private const string Library = "libopenblas.so.0";
    private const int RowMajor = 101, NoTranspose = 111, Transposed = 112;

    public static bool IsInstalled => NativeLibrary.TryLoad(Library, out _);

    /// <summary>Version and options it was built with, and the processor it chose its kernels for.</summary>
    public static string Describe() => $"{Marshal.PtrToStringUTF8(GetConfig())!.Trim()}, kernels for {Marshal.PtrToStringUTF8(GetCoreName())}";

    [LibraryImport(Library, EntryPoint = "openblas_set_num_threads")]
    public static partial void SetThreads(int count);

    public static void Multiply(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> c, GemmShape shape)
    {
        var (m, n, k) = shape;
        fixed (float* x = a, y = b, z = c)
        {
            Sgemm(RowMajor, Form(shape.TransposeA), Form(shape.TransposeB), m, n, k, 1, x, shape.TransposeA ? m : k,
                y, shape.TransposeB ? k : n, shape.Accumulate ? 1 : 0, z, n);
        }
    }

    public static void Multiply(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> c, GemmShape shape)
    {
        var (m, n, k) = shape;
        fixed (double* x = a, y = b, z = c)
        {
            Dgemm(RowMajor, Form(shape.TransposeA), Form(shape.TransposeB), m, n, k, 1, x, shape.TransposeA ? m : k,
                y, shape.TransposeB ? k : n, shape.Accumulate ? 1 : 0, z, n);
        }
    }

    private static int Form(bool transposed) => transposed ? Transposed : NoTranspose;

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
