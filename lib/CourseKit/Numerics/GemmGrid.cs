namespace CourseKit.Numerics;

/// <summary>How C is cut into blocks: by the size of the product alone, never by the number of threads.</summary>
internal readonly struct GemmGrid
{
    /// <summary>The widest block: with the longest slice of k its part of B is 1 MiB, what a second-level cache holds.</summary>
    public const int MaxColumns = 512;

    // Products below this are one block: waking a second thread would cost more than it gives.
    private const long LeastFlops = 2_000_000;

    // Blocks are halved while there are few, and as long as the halves are worth a thread's while.
    private const int EnoughPieces = 16;

    // Whole tiles of every kernel: 12, 8 and 6 rows; 32 columns.
    private const int RowUnit = 24, ColumnUnit = 32;

    private readonly GemmShape _shape;
    private readonly int _rows, _columns, _across;

    private GemmGrid(GemmShape shape, int rows, int columns)
    {
        (_shape, _rows, _columns) = (shape, rows, columns);
        _across = Parts(shape.N, columns);
        Pieces = Parts(shape.M, rows) * _across;
    }

    /// <summary>How many blocks there are.</summary>
    public int Pieces { get; }

    /// <summary>Where a block begins, and its product: all of k, part of m and n.</summary>
    public (int Row, int Column, GemmShape Shape) this[int piece]
    {
        get
        {
            int row = piece / _across * _rows, column = piece % _across * _columns;
            return (row, column, _shape with { M = Math.Min(_rows, _shape.M - row), N = Math.Min(_columns, _shape.N - column) });
        }
    }

    // The longer side is halved; a transposed B, which each row of blocks has to copy, rather by its columns.
    public static GemmGrid For(GemmShape shape)
    {
        int rows = shape.M, columns = Math.Min(shape.N, MaxColumns);
        while (Parts(shape.M, rows) * Parts(shape.N, columns) < EnoughPieces && 2L * rows * columns * shape.K >= LeastFlops)
        {
            if ((columns >= rows || shape.TransposeB) && columns > ColumnUnit)
                columns = Half(columns, ColumnUnit);
            else if (rows > RowUnit)
                rows = Half(rows, RowUnit);
            else
                break;
        }
        return new(shape, rows, columns);
    }

    private static int Parts(int whole, int part) => (whole + part - 1) / part;

    private static int Half(int size, int unit) => Parts(size, 2 * unit) * unit;
}
