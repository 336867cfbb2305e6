using CourseKit.Autograd;
using CourseKit.Nn.Training;

namespace CourseKit.Torch;

/// <summary>Examples that are in a tensor already, with their labels: <c>torch.utils.data.TensorDataset</c>.</summary>
/// <param name="x">Inputs (n, …).</param>
/// <param name="y">A label for each, (n).</param>
/// <exception cref="ArgumentException">There are not as many labels as inputs.</exception>
public sealed class TensorDataset(Tensor x, int[] y) : IDataset<int[]>
{
    private readonly Samples _samples = new(x, y);

    /// <inheritdoc/>
    public int Count => _samples.Count;

    /// <inheritdoc/>
    public (Tensor X, int[] Y) Batch(ReadOnlySpan<int> indices)
    {
        var batch = _samples.Take([.. indices]);
        return (batch.X, batch.Labels.ToArray());
    }
}

/// <summary>Examples that are in a tensor already, with target values for a regression.</summary>
/// <param name="x">Inputs (n, …).</param>
/// <param name="y">Target values (n, …).</param>
/// <exception cref="ArgumentException">There are not as many rows of targets as of inputs.</exception>
public sealed class TargetDataset(Tensor x, Tensor y) : IDataset<Tensor>
{
    private readonly Samples _samples = new(x, y);

    /// <inheritdoc/>
    public int Count => _samples.Count;

    /// <inheritdoc/>
    public (Tensor X, Tensor Y) Batch(ReadOnlySpan<int> indices)
    {
        var batch = _samples.Take([.. indices]);
        return (batch.X, batch.Targets);
    }
}
