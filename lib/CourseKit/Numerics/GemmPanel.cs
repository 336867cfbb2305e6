namespace CourseKit.Numerics;

/// <summary>A panel of B: up to two vectors of columns, copied so that the tile reads it from first to last.</summary>
internal static unsafe class GemmPanel<TSimd, TVector, T>
    where TSimd : struct, ISimd<TVector, T>
    where TVector : struct
    where T : unmanaged
{
    /// <summary>
    /// Rows of the panel are one vector long if that holds the columns, else two. What stands behind the columns is not defined.
    /// </summary>
    /// <param name="b">Where the panel begins; contiguous rows or contiguous columns.</param>
    /// <param name="panel">Room for <paramref name="length"/> rows.</param>
    /// <param name="length">Rows.</param>
    /// <param name="columns">1..2 vectors.</param>
    public static void Pack(MatrixView<T> b, T* panel, int length, int columns)
    {
        var two = columns > TSimd.Count;
        var width = two ? 2 * TSimd.Count : TSimd.Count;
        if (b.ColumnStep != 1)
        {
            Transposition.Copy(b.Start, b.ColumnStep, panel, width, (columns, length));
            return;
        }

        var from = b.Start;
        var first = Math.Min(columns, TSimd.Count);
        for (var k = 0; k < length; k++, from += b.RowStep, panel += width)
        {
            TSimd.Store(LoadFirst(from, first), panel);
            if (two)
                TSimd.Store(LoadFirst(from + TSimd.Count, columns - TSimd.Count), panel + TSimd.Count);
        }

        // A masked load waits for earlier stores, an ordinary one does not.
        static TVector LoadFirst(T* source, int count) => count == TSimd.Count ? TSimd.Load(source) : TSimd.LoadFirst(source, count);
    }
}
