using CourseKit.Autograd.Ops;
using static System.FormattableString;

namespace CourseKit.Autograd;

public sealed partial class Tensor
{
    /// <summary>The matrix (k, n) with the rows of this (n, k) as columns; in general the axes in reverse. A copy.</summary>
    public Tensor T => Transpose();

    /// <summary>
    /// The part within a range of each axis, the first axis first: <c>x[.., 1..3]</c>. A copy; axes behind the last range are whole.
    /// </summary>
    /// <param name="ranges">At most one for each axis.</param>
    /// <exception cref="ArgumentException">There are more ranges than axes, or one does not lie within its axis.</exception>
    [System.Runtime.CompilerServices.IndexerName("Element")]
    public Tensor this[params ReadOnlySpan<Range> ranges]
    {
        get
        {
            if (ranges.Length > Rank)
            {
                throw new ArgumentException(Invariant(
                    $"Tensor[ranges]: at most {Rank} ranges for {Shape} are required; received {ranges.Length}. Leave some out."));
            }
            int[] lengths = [.. Shape], steps = Copied.Steps(Shape);
            var start = 0;
            for (var axis = 0; axis < ranges.Length; axis++)
            {
                var (first, count) = Bounds(ranges[axis], axis);
                lengths[axis] = count;
                start += first * steps[axis];
            }
            return Copied.Strided(this, [.. lengths], steps, start);
        }
    }

    /// <summary>The same values with the axes from <paramref name="startAxis"/> on as one: images (n, c, h, w) → (n, c · h · w).</summary>
    /// <param name="startAxis">0..Rank−1. Default 0: a vector of all values.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    public Tensor Flatten(int startAxis = 0)
    {
        if (Rank == 0)
            return Reshape(1);
        var first = Shape.Axis(startAxis, "Flatten");
        var lanes = Lanes.Of(Shape, first);
        return Reshape([.. Shape.Lengths[..first], lanes.Length * lanes.Inner]);
    }

    /// <summary>The axes in another order: images (n, c, h, w) by <c>Permute(0, 2, 3, 1)</c> become (n, h, w, c). A copy.</summary>
    /// <param name="axes">Each axis once: 0..Rank−1.</param>
    /// <exception cref="ArgumentException">An axis is missing or named twice.</exception>
    public Tensor Permute(params ReadOnlySpan<int> axes)
    {
        int[] order = [.. axes], steps = Copied.Steps(Shape);
        if (!order.Order().SequenceEqual(Enumerable.Range(0, Rank)))
        {
            throw new ArgumentException(Invariant(
                $"Permute: each axis 0..{Rank - 1} of {Shape} once is required; received ({string.Join(", ", order)})."));
        }
        return Copied.Strided(this, [.. order.Select(axis => Shape[axis])], [.. order.Select(axis => steps[axis])]);
    }

    /// <summary>All axes in reverse: a matrix (n, k) → (k, n). A copy.</summary>
    public Tensor Transpose() => Permute([.. Enumerable.Range(0, Rank).Reverse()]);

    /// <summary>Two axes exchanged. A copy.</summary>
    /// <param name="axis">0..Rank−1, or counted from the end: −1 is the last one.</param>
    /// <param name="other">Likewise.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    public Tensor Transpose(int axis, int other)
    {
        int first = Shape.Axis(axis, "Transpose"), second = Shape.Axis(other, "Transpose");
        int[] order = [.. Enumerable.Range(0, Rank)];
        (order[first], order[second]) = (second, first);
        return Permute(order);
    }

    /// <summary>The same values with a new axis of length 1. Shares memory with this tensor.</summary>
    /// <param name="axis">Where it stands in the result: 0..Rank, or −1 for behind the last one.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    public Tensor Unsqueeze(int axis)
    {
        var place = axis < 0 ? axis + Rank + 1 : axis;
        if ((uint)place > (uint)Rank)
        {
            throw new ArgumentOutOfRangeException(
                nameof(axis), Invariant($"Unsqueeze: a place −{Rank + 1}..{Rank} among the axes of {Shape} is required; received {axis}."));
        }
        return Reshape([.. Shape.Lengths[..place], 1, .. Shape.Lengths[place..]]);
    }

    /// <summary>The same values without an axis of length 1. Shares memory with this tensor.</summary>
    /// <param name="axis">0..Rank−1, or −1 for the last one.</param>
    /// <exception cref="ArgumentException">There is no such axis, or it is longer.</exception>
    public Tensor Squeeze(int axis)
    {
        var counted = Shape.Axis(axis, "Squeeze");
        if (Shape[counted] != 1)
        {
            throw new ArgumentException(Invariant(
                $"Squeeze: an axis of length 1 is required; axis {counted} of {Shape} has {Shape[counted]}. Name another axis."));
        }
        return Reshape([.. Shape.Lengths[..counted], .. Shape.Lengths[(counted + 1)..]]);
    }

    /// <summary>The slices of these indices along an axis, in this order; an index may come several times. A copy.</summary>
    /// <param name="axis">0..Rank−1, or −1 for the last one; 0 for rows.</param>
    /// <param name="indices">Each 0..length−1.</param>
    /// <exception cref="ArgumentException">There is no such axis, or an index is not on it.</exception>
    public Tensor IndexSelect(int axis, params ReadOnlySpan<int> indices)
    {
        var counted = Shape.Axis(axis, "IndexSelect");
        CheckIndices(indices, counted, "IndexSelect");
        return Copied.Indexed(this, counted, indices);
    }

    /// <summary>From each row of a matrix (n, k) the value in the column that is named for it: y[i] = x[i, columns[i]].</summary>
    /// <param name="columns">(n), each 0..k−1.</param>
    /// <returns>(n).</returns>
    /// <exception cref="ArgumentException">There are not two axes, or not one column for each row, or no such column.</exception>
    public Tensor Gather(params ReadOnlySpan<int> columns)
    {
        Check.Rank(this, 2, "Gather", "(rows, columns)");
        if (columns.Length != Shape[0])
            throw new ArgumentException(Invariant($"Gather: one column for each row of {Shape} is required; received {columns.Length}."));
        CheckIndices(columns, 1, "Gather");
        var places = new int[columns.Length];
        for (var i = 0; i < places.Length; i++)
            places[i] = (i * Shape[1]) + columns[i];
        return Copied.Apply(this, [places.Length], places, run: 1);
    }

    private void CheckIndices(ReadOnlySpan<int> indices, int axis, string where)
    {
        foreach (var index in indices)
        {
            if ((uint)index >= (uint)Shape[axis])
            {
                throw new ArgumentException(Invariant(
                    $"{where}: indices 0..{Shape[axis] - 1} along axis {axis} of {Shape} are required; received {index}."));
            }
        }
    }

    private (int Start, int Count) Bounds(Range range, int axis)
    {
        int length = Shape[axis], start = range.Start.GetOffset(length), end = range.End.GetOffset(length);
        return start < 0 || end > length || start > end
            ? throw new ArgumentOutOfRangeException(
                nameof(range), Invariant($"Tensor[range]: a range within 0..{length} of axis {axis} is required; received {range}."))
            : (start, end - start);
    }
}
