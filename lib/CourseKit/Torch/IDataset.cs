using CourseKit.Autograd;

namespace CourseKit.Torch;

/// <summary>Examples by number, from which a <see cref="DataLoader{TY}"/> takes batches: <c>torch.utils.data.Dataset</c>.</summary>
/// <typeparam name="TY">What belongs to the inputs of a batch: labels as <c>int[]</c>, or targets as a <see cref="Tensor"/>.</typeparam>
public interface IDataset<TY>
{
    /// <summary>The number of examples, n.</summary>
    int Count { get; }

    /// <summary>Some examples in this order.</summary>
    /// <param name="indices">(k), each 0..n−1.</param>
    /// <returns>Inputs (k, …) and what belongs to them (k).</returns>
    (Tensor X, TY Y) Batch(ReadOnlySpan<int> indices);
}
