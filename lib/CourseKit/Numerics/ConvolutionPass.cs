using System.Buffers;
using System.Numerics;

namespace CourseKit.Numerics;

/// <summary>What the passes of a convolution share: the places of the window in blocks of rows, and the patches under a block.</summary>
internal abstract unsafe class ConvolutionPass<T> : ParallelWork
    where T : unmanaged, INumberBase<T>
{
    // The patches of a block stay in the second-level cache between gathering and use.
    private const int PatchBytes = 128 * 1024, CacheLine = 64;

    // As for products: below this a second thread costs more than it gives.
    private const long LeastFlops = 2_000_000;

    protected ConvolutionPass(ConvolutionShape shape)
    {
        Shape = shape;
        Places = shape.Places;
        var most = PatchBytes / sizeof(T) / Math.Max(1, shape.PatchSize * Places.Columns);
        RowsInBlock = Math.Clamp(most, 1, Places.Rows);
        Blocks = (Places.Rows + RowsInBlock - 1) / RowsInBlock;
    }

    protected ConvolutionShape Shape { get; }

    /// <summary>Rows and columns of a result.</summary>
    protected (int Rows, int Columns) Places { get; }

    /// <summary>Values of one result: rows · columns.</summary>
    protected int PlaneSize => Places.Rows * Places.Columns;

    protected int RowsInBlock { get; }

    /// <summary>Blocks in an image.</summary>
    protected int Blocks { get; }

    /// <summary>Elements from patch row to patch row: whole cache lines.</summary>
    protected int PatchStep
    {
        get
        {
            var line = CacheLine / sizeof(T);
            return (((RowsInBlock * Places.Columns) + line - 1) / line) * line;
        }
    }

    protected void RunPieces(int pieces)
    {
        if (Shape.PatchSize == 0 || PlaneSize == 0 || Shape.Filters == 0)
            return;
        var flops = 2L * Shape.Images * Shape.Filters * Shape.PatchSize * PlaneSize;
        WorkCrew.Shared.Run(this, pieces, flops < LeastFlops ? 1 : NumericThreads.Count);
    }

    /// <summary>First row and number of rows of a block.</summary>
    protected (int First, int Count) Rows(int block)
    {
        var first = block * RowsInBlock;
        return (first, Math.Min(RowsInBlock, Places.Rows - first));
    }

    /// <summary>C = [C +] A · B in strips as wide as a product's block may be.</summary>
    protected static void Multiply(MatrixView<T> a, MatrixView<T> b, MatrixView<T> c, GemmShape shape)
    {
        for (var column = 0; column < shape.N; column += GemmGrid.MaxColumns)
        {
            var strip = shape with { N = Math.Min(GemmGrid.MaxColumns, shape.N - column) };
            GemmWork<T>.Block(SimdPaths.Best, a, b.From(0, column), c.From(0, column), strip);
        }
    }

    /// <summary>Lends room for so many elements that begin at a cache line.</summary>
    protected static T[] Rent(int count) => ArrayPool<T>.Shared.Rent(count + (CacheLine / sizeof(T)));

    protected static void Return(T[] rented) => ArrayPool<T>.Shared.Return(rented);

    protected static T* Aligned(T* start) => (T*)(((nint)start + CacheLine - 1) & -CacheLine);
}
