using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using CourseKit.Autograd.Ops;

namespace CourseKit.Autograd;

public sealed partial class Tensor
{
    /// <summary>
    /// Rows <paramref name="rows"/> of the first axis: <c>x[..100]</c> is the first hundred. Shares memory with this tensor.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The range does not lie within the first axis.</exception>
    [IndexerName("Element")]
    public Tensor this[Range rows]
    {
        get
        {
            if (Rank == 0)
                throw new InvalidOperationException("Tensor[range]: at least one axis is required; received a single value ().");
            var (start, count) = Bounds(rows);
            int[] lengths = [.. Shape];
            lengths[0] = count;
            Shape shape = [.. lengths];
            return Ops.Reshape.Apply(this, shape, count == 0 ? 0 : shape.Size / count * start);
        }
    }

    /// <summary>The matrix product of this (m, k) with <paramref name="other"/> (k, n).</summary>
    /// <returns>(m, n).</returns>
    /// <exception cref="ArgumentException">The inner dimensions differ.</exception>
    public Tensor MatMul(Tensor other) => Ops.MatMul.Apply(this, other);

    /// <summary>The sum of all values, a single value.</summary>
    public Tensor Sum() => Ops.Sum.Over(this, 1);

    /// <summary>The sum along one axis.</summary>
    /// <param name="axis">0..Rank−1, or −1 for the last one.</param>
    /// <param name="keepAxis">Keep the axis with a length of 1, so that the result broadcasts against this tensor. Default false.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    public Tensor Sum(int axis, bool keepAxis = false) => Ops.Sum.Over(this, Shape.Axis(axis, "Sum"), keepAxis, 1);

    /// <summary>The mean of all values, a single value; NaN if there are none.</summary>
    public Tensor Mean() => Ops.Sum.Over(this, 1.0 / Count);

    /// <summary>The mean along one axis.</summary>
    /// <param name="axis">0..Rank−1, or −1 for the last one.</param>
    /// <param name="keepAxis">Keep the axis with a length of 1, so that the result broadcasts against this tensor. Default false.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    public Tensor Mean(int axis, bool keepAxis = false)
    {
        var counted = Shape.Axis(axis, "Mean");
        return Ops.Sum.Over(this, counted, keepAxis, 1.0 / Shape[counted]);
    }

    /// <summary>The same values in another shape. Shares memory with this tensor.</summary>
    /// <param name="shape">As many values as here; one length may be −1 and is then computed.</param>
    /// <exception cref="ArgumentException">The number of values differs.</exception>
    public Tensor Reshape(params ReadOnlySpan<int> shape)
    {
        int[] lengths = [.. shape];
        var open = Array.IndexOf(lengths, -1);
        if (open >= 0)
        {
            lengths[open] = 1;
            var others = Shape.Create(lengths).Size;
            lengths[open] = others == 0 ? 0 : Count / others;
        }
        var target = Shape.Create(lengths);
        if (target.Size != Count)
            throw new ArgumentException($"Reshape: {Shape} has {Count} values; {target} would have {target.Size}.", nameof(shape));
        return Ops.Reshape.Apply(this, target);
    }

    /// <summary>For each row of a matrix (n, k), the column of its largest value; the first one of several.</summary>
    /// <returns>(n), each 0..k−1.</returns>
    /// <exception cref="ArgumentException">There are not two axes.</exception>
    public int[] ArgMax()
    {
        Check.Rank(this, 2, "ArgMax", "(rows, columns)");
        var columns = new int[Shape[0]];
        for (var i = 0; i < columns.Length; i++)
            columns[i] = DType == DType.Float32 ? Largest<float>(i) : Largest<double>(i);
        return columns;
    }

    private int Largest<T>(int row)
        where T : INumber<T> => TensorPrimitives.IndexOfMax<T>(Span<T>().Slice(row * Shape[1], Shape[1]));

    private (int Start, int Count) Bounds(Range rows)
    {
        int length = Shape[0], start = rows.Start.GetOffset(length), end = rows.End.GetOffset(length);
        return start < 0 || end > length || start > end
            ? throw new ArgumentOutOfRangeException(nameof(rows), $"Tensor[range]: rows within 0..{length} are required; received {rows}.")
            : (start, end - start);
    }
}
