using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace CourseKit.Numerics;

/// <summary>Copies a matrix transposed, in register-sized squares where the CPU has AVX.</summary>
internal static unsafe class Transposition
{
    /// <summary>
    /// target[j · targetStep + i] = source[i · sourceStep + j]. What stands behind the columns of the target is not defined.
    /// </summary>
    /// <param name="source">(rows, columns).</param>
    /// <param name="sourceStep">Elements from row to row.</param>
    /// <param name="target">(columns, rows), with room for whole rows of <paramref name="targetStep"/>.</param>
    /// <param name="targetStep">Elements from row to row.</param>
    /// <param name="size">Rows and columns of the source.</param>
    public static void Copy<T>(T* source, nint sourceStep, T* target, nint targetStep, (int Rows, int Columns) size)
        where T : unmanaged
    {
        var square = typeof(T) == typeof(float) ? 8 : 4;
        for (var i = 0; i < size.Rows; i += square)
        {
            var last = Math.Min(square, size.Rows - i) - 1;
            T* from = source + (i * sourceStep), to = target + i;
            var j = 0;
            if (Avx.IsSupported && i + square <= targetStep)
                for (; j <= size.Columns - square; j += square)
                    Square(from + j, sourceStep, last, to + (j * targetStep), targetStep);
            for (; j < size.Columns; j++)
                for (var row = 0; row <= last; row++)
                    to[(j * targetStep) + row] = from[(row * sourceStep) + j];
        }
    }

    // Rows behind the last are read as copies of it and land where nothing is defined.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Square<T>(T* source, nint sourceStep, int last, T* target, nint targetStep)
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
            Square8((float*)source, sourceStep, last, (float*)target, targetStep);
        else
            Square4((double*)source, sourceStep, last, (double*)target, targetStep);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Square4(double* source, nint step, int last, double* target, nint targetStep)
    {
        var (c0, c1, c2, c3) = Zipped(Row(0), Row(1), Row(2), Row(3));
        c0.Store(target);
        c1.Store(target + targetStep);
        c2.Store(target + (2 * targetStep));
        c3.Store(target + (3 * targetStep));

        Vector256<double> Row(int i) => Vector256.Load(source + (Math.Min(i, last) * step));
    }

    // Neighbouring rows are zipped first, so that a pair of floats moves as one double: columns 0, 1, 4, 5, then 2, 3, 6, 7.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Square8(float* source, nint step, int last, float* target, nint targetStep)
    {
        var (c0, c1, c4, c5) = Zipped(Low(0), Low(2), Low(4), Low(6));
        var (c2, c3, c6, c7) = Zipped(High(0), High(2), High(4), High(6));
        Store(c0, 0);
        Store(c1, 1);
        Store(c2, 2);
        Store(c3, 3);
        Store(c4, 4);
        Store(c5, 5);
        Store(c6, 6);
        Store(c7, 7);

        Vector256<double> Low(int i) => Avx.UnpackLow(Row(i), Row(i + 1)).AsDouble();
        Vector256<double> High(int i) => Avx.UnpackHigh(Row(i), Row(i + 1)).AsDouble();
        Vector256<float> Row(int i) => Vector256.Load(source + (Math.Min(i, last) * step));
        void Store(Vector256<double> column, nint j) => column.AsSingle().Store(target + (j * targetStep));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<double> C0, Vector256<double> C1, Vector256<double> C2, Vector256<double> C3) Zipped(
        Vector256<double> a, Vector256<double> b, Vector256<double> c, Vector256<double> d)
    {
        Vector256<double> evenAB = Avx.UnpackLow(a, b), oddAB = Avx.UnpackHigh(a, b);
        Vector256<double> evenCD = Avx.UnpackLow(c, d), oddCD = Avx.UnpackHigh(c, d);
        return (Avx.Permute2x128(evenAB, evenCD, 0x20), Avx.Permute2x128(oddAB, oddCD, 0x20),
            Avx.Permute2x128(evenAB, evenCD, 0x31), Avx.Permute2x128(oddAB, oddCD, 0x31));
    }
}
