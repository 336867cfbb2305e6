using System.Numerics;

namespace CourseKit.Data.Files;

/// <summary>Turns arrays whose first axis runs fastest (Fortran, MATLAB) into ours, whose last axis does.</summary>
internal static class ColumnMajor
{
    /// <summary>The same array row by row.</summary>
    /// <param name="values">Elements with the first axis fastest.</param>
    /// <param name="shape">Length of each axis; its product is the number of elements.</param>
    public static Array ToRows(Array values, int[] shape) => Elements.Apply<Turn, Array>(values, new Turn(shape));

    /// <inheritdoc cref="ToRows(Array, int[])"/>
    public static T[] ToRows<T>(ReadOnlySpan<T> values, ReadOnlySpan<int> shape)
    {
        var rows = new T[values.Length];
        if (shape.Length == 2)
            Transpose(values, rows, shape[0]);
        else
            Permute(values, rows, shape);
        return rows;
    }

    private static void Transpose<T>(ReadOnlySpan<T> values, Span<T> rows, int height)
    {
        if (rows.IsEmpty)
            return;
        var width = rows.Length / height;
        for (var row = 0; row < height; row++)
            for (var column = 0; column < width; column++)
                rows[row * width + column] = values[column * height + row];
    }

    /// <summary>Walks the result in order and keeps the place in the source: the odometer of the indices.</summary>
    private static void Permute<T>(ReadOnlySpan<T> values, Span<T> rows, ReadOnlySpan<int> shape)
    {
        Span<int> index = stackalloc int[shape.Length];
        Span<int> stride = stackalloc int[shape.Length];
        for (int axis = 0, step = 1; axis < shape.Length; step *= shape[axis++])
            stride[axis] = step;
        var place = 0;
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = values[place];
            for (var axis = shape.Length - 1; axis >= 0; axis--)
            {
                place += stride[axis];
                if (++index[axis] < shape[axis])
                    break;
                place -= stride[axis] * shape[axis];
                index[axis] = 0;
            }
        }
    }

    private readonly struct Turn(int[] shape) : IElementOperation<Array>
    {
        public Array On<T>(T[] values)
            where T : unmanaged, INumberBase<T> => ToRows<T>(values.AsSpan(), shape);
    }
}
