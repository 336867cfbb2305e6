using System.Numerics;
using System.Numerics.Tensors;

namespace CourseKit.Autograd.Ops;

/// <summary>
/// Values (outer, length, inner) as outer · inner lanes of <paramref name="Length"/> values along one axis, without a graph.
/// A result for each lane stands at (outer, inner).
/// </summary>
internal readonly record struct Lanes(int Outer, int Length, int Inner)
{
    public static Lanes Of(Shape shape, int axis)
    {
        int outer = 1, inner = 1;
        for (var i = 0; i < axis; i++)
            outer *= shape[i];
        for (var i = axis + 1; i < shape.Rank; i++)
            inner *= shape[i];
        return new(outer, shape[axis], inner);
    }

    /// <summary>Number of lanes.</summary>
    public int Count => Outer * Inner;

    /// <summary>The largest value of each lane, NaN where there is one. Lanes must have a value.</summary>
    public void Max<T>(ReadOnlySpan<T> x, Span<T> max)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (var o = 0; o < Outer; o++)
        {
            var block = Block(x, o);
            if (Inner == 1)
            {
                max[o] = TensorPrimitives.Max(block);
                continue;
            }
            var results = max.Slice(o * Inner, Inner);
            block[..Inner].CopyTo(results);
            for (var i = 1; i < Length; i++)
                TensorPrimitives.Max(results, block.Slice(i * Inner, Inner), results);
        }
    }

    /// <summary>The sum of each lane.</summary>
    public void Sum<T>(ReadOnlySpan<T> x, Span<T> sums)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (Inner == 1)
        {
            Reduce.SumOverColumns(x, sums[..Outer]);
            return;
        }
        for (var o = 0; o < Outer; o++)
            Reduce.SumOverRows(Block(x, o), sums.Slice(o * Inner, Inner), add: false);
    }

    /// <summary>y = x ∘ the lane's own number, for an operation ∘. x and y may be the same.</summary>
    public void Each<TOp, T>(ReadOnlySpan<T> x, ReadOnlySpan<T> ofLane, Span<T> y)
        where TOp : struct, IBinaryOp
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (var o = 0; o < Outer; o++)
        {
            ReadOnlySpan<T> from = Block(x, o);
            var to = y.Slice(o * Length * Inner, Length * Inner);
            if (Inner == 1)
                Same<TOp, T>(from, ofLane[o], to);
            else
                for (var i = 0; i < from.Length; i += Inner)
                    TOp.Value(from.Slice(i, Inner), ofLane.Slice(o * Inner, Inner), to.Slice(i, Inner));
        }
    }

    private static void Same<TOp, T>(ReadOnlySpan<T> x, T number, Span<T> y)
        where TOp : struct, IBinaryOp
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Span<T> numbers = stackalloc T[Math.Min(x.Length, 64)];
        numbers.Fill(number);
        for (var i = 0; i < x.Length; i += numbers.Length)
        {
            var count = Math.Min(numbers.Length, x.Length - i);
            TOp.Value(x.Slice(i, count), numbers[..count], y.Slice(i, count));
        }
    }

    private ReadOnlySpan<T> Block<T>(ReadOnlySpan<T> x, int outer) => x.Slice(outer * Length * Inner, Length * Inner);
}
