using System.Numerics;
using System.Runtime.Intrinsics;

namespace CourseKit.Numerics;

/// <summary>One product, cut into blocks of C.</summary>
internal sealed class GemmWork<T> : ParallelWork
    where T : unmanaged, INumberBase<T>
{
    [ThreadStatic]
    private static GemmWork<T>? _own;

    private GemmGrid _grid;
    private SimdPath _path;

    /// <summary>The calling thread's, to be filled and run.</summary>
    public static GemmWork<T> Own => _own ??= new();

    public MatrixView<T> A { get; private set; }

    public MatrixView<T> B { get; private set; }

    public MatrixView<T> C { get; private set; }

    public unsafe void Run(T* a, T* b, T* c, GemmShape shape, GemmOptions options)
    {
        (_path, _grid) = (options.Path, GemmGrid.For(shape));
        A = shape.TransposeA ? new(a, 1, shape.M) : new(a, shape.K, 1);
        B = shape.TransposeB ? new(b, 1, shape.K) : new(b, shape.N, 1);
        C = new(c, shape.N, 1);
        WorkCrew.Shared.Run(this, _grid.Pieces, _grid.Pieces > 1 ? options.Threads ?? NumericThreads.Count : 1);
    }

    public override void Execute(int piece)
    {
        var (row, column, shape) = _grid[piece];
        Block(_path, A.From(row, 0), B.From(0, column), C.From(row, column), shape);
    }

    /// <summary>One block of C on this thread: n up to <see cref="GemmGrid.MaxColumns"/>, no size 0.</summary>
    public static void Block(SimdPath path, MatrixView<T> a, MatrixView<T> b, MatrixView<T> c, GemmShape shape)
    {
        switch (path)
        {
            case SimdPath.Vector512:
                GemmBlock<Simd512<T>, Vector512<T>, T>.Multiply(a, b, c, shape);
                break;
            case SimdPath.Vector256:
                GemmBlock<Simd256<T>, Vector256<T>, T>.Multiply(a, b, c, shape);
                break;
            case SimdPath.Vector128:
                GemmBlock<Simd128<T>, Vector128<T>, T>.Multiply(a, b, c, shape);
                break;
            default:
                GemmBlock<SimdScalar<T>, T, T>.Multiply(a, b, c, shape);
                break;
        }
    }
}
