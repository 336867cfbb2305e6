using CourseKit.Autograd;
using static System.FormattableString;

namespace CourseKit.Torch;

/// <summary>Some examples of a data set, without copying them: <c>torch.utils.data.Subset</c>.</summary>
public sealed class Subset<TY> : IDataset<TY>
{
    private readonly IDataset<TY> _whole;
    private readonly int[] _indices;

    /// <param name="whole">The data set.</param>
    /// <param name="indices">Which examples, in this order; each 0..n−1. An index may stand there more than once.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such example.</exception>
    public Subset(IDataset<TY> whole, int[] indices)
    {
        ArgumentNullException.ThrowIfNull(whole);
        ArgumentNullException.ThrowIfNull(indices);
        foreach (var index in indices)
        {
            if ((uint)index >= (uint)whole.Count)
            {
                throw new ArgumentOutOfRangeException(nameof(indices), Invariant(
                    $"Subset: indices 0..{whole.Count - 1} are required; received {index}."));
            }
        }
        (_whole, _indices) = (whole, indices);
    }

    /// <inheritdoc/>
    public int Count => _indices.Length;

    /// <summary>Which examples of the whole, in this order.</summary>
    public IReadOnlyList<int> Indices => _indices;

    /// <inheritdoc/>
    public (Tensor X, TY Y) Batch(ReadOnlySpan<int> indices)
    {
        var rows = new int[indices.Length];
        for (var i = 0; i < rows.Length; i++)
            rows[i] = _indices[indices[i]];
        return _whole.Batch(rows);
    }
}
