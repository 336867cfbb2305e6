namespace CourseKit.Numerics;

/// <summary>Element (i, j) stands at Start + i · RowStep + j · ColumnStep, steps counted in elements.</summary>
internal readonly unsafe struct MatrixView<T>(T* start, nint rowStep, nint columnStep)
    where T : unmanaged
{
    public T* Start => start;

    public nint RowStep => rowStep;

    public nint ColumnStep => columnStep;

    public MatrixView<T> From(nint row, nint column) => new(start + (row * rowStep) + (column * columnStep), rowStep, columnStep);
}
