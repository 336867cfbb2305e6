using System.Runtime.CompilerServices;

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
            var (start, count) = Bounds(rows, 0);
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
}
