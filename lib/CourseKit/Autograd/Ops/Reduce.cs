using System.Buffers;
using System.Numerics;
using System.Numerics.Tensors;
using CourseKit.Numerics;

namespace CourseKit.Autograd.Ops;

/// <summary>Sums of the rows or the columns of a matrix (rows, columns), without a graph.</summary>
internal static class Reduce
{
    /// <summary>Shorter rows are worked on many at a time or in a plain loop: a call would cost more than the additions.</summary>
    private const int ShortRow = 64, ShortSum = 16;

    /// <summary>sums[j] = [sums[j] +] Σᵢ values[i, j].</summary>
    public static void SumOverRows<T>(ReadOnlySpan<T> values, Span<T> sums, bool add)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!add)
            sums.Clear();
        if (values.Length > sums.Length && sums.Length < ShortRow)
        {
            FoldRows(values, sums);
            return;
        }
        for (var row = 0; row < values.Length; row += sums.Length)
            TensorPrimitives.Add(sums, values.Slice(row, sums.Length), sums);
    }

    /// <summary>sums[i] = Σⱼ values[i, j].</summary>
    public static void SumOverColumns<T>(ReadOnlySpan<T> values, Span<T> sums)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var columns = sums.IsEmpty ? 0 : values.Length / sums.Length;
        for (var i = 0; i < sums.Length; i++)
            sums[i] = Sum(values.Slice(i * columns, columns));
    }

    /// <summary>The sum of one row.</summary>
    public static T Sum<T>(ReadOnlySpan<T> row)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (row.Length >= ShortSum)
            return Sums.Sum(row);
        var sum = T.Zero;
        foreach (var value in row)
            sum += value;
        return sum;
    }

    // The lower half of the rows is added to the upper half until one row is left: log₂ n calls instead of n.
    private static void FoldRows<T>(ReadOnlySpan<T> values, Span<T> sums)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var columns = sums.Length;
        var rows = values.Length / columns;
        var rented = ArrayPool<T>.Shared.Rent((rows + 1) / 2 * columns);
        Span<T> folded = rented;
        for (var from = values; rows > 1; from = folded)
        {
            int lower = rows / 2, upper = rows - lower;
            TensorPrimitives.Add(from[..(lower * columns)], from[(upper * columns)..(rows * columns)], folded[..(lower * columns)]);
            if (lower < upper)
                from[(lower * columns)..(upper * columns)].CopyTo(folded[(lower * columns)..]);
            rows = upper;
        }
        TensorPrimitives.Add(sums, folded[..columns], sums);
        ArrayPool<T>.Shared.Return(rented);
    }
}
