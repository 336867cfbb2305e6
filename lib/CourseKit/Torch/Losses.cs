using CourseKit.Autograd;
using CourseKit.Nn.Losses;
using CourseKit.Nn.Training;

namespace CourseKit.Torch;

/// <summary>
/// Mean over the rows of −ln p[label], with p = softmax of the row: <c>torch.nn.CrossEntropyLoss</c>. The network returns scores, not
/// probabilities.
/// </summary>
/// <example><code>
/// var criterion = new CrossEntropyLoss();
/// var loss = criterion.Call(net.Call(x), y);
/// </code></example>
public sealed class CrossEntropyLoss : Loss
{
    /// <param name="input">Scores (n, k).</param>
    /// <param name="target">Labels (n), each 0..k−1.</param>
    /// <returns>A single value.</returns>
    /// <exception cref="ArgumentException">There is not one label for each row, or a label is no class.</exception>
    public Tensor Call(Tensor input, ReadOnlyMemory<int> target) => Functions.CrossEntropy(input, target);

    /// <inheritdoc/>
    public override Tensor Of(Tensor output, Samples batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return Call(output, batch.Labels);
    }

    /// <inheritdoc/>
    public override string ToString() => "CrossEntropyLoss()";
}

/// <summary>Mean over all values of (x − t)²: <c>torch.nn.MSELoss</c>.</summary>
public sealed class MSELoss : Loss
{
    /// <param name="input">Results of any shape.</param>
    /// <param name="target">Target values of the same shape.</param>
    /// <returns>A single value.</returns>
    /// <exception cref="ArgumentException">The shapes differ. (PyTorch warns and repeats values.)</exception>
    public Tensor Call(Tensor input, Tensor target) => Functions.MeanSquaredError(input, target);

    /// <inheritdoc/>
    public override Tensor Of(Tensor output, Samples batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return Call(output, batch.Targets);
    }

    /// <inheritdoc/>
    public override string ToString() => "MSELoss()";
}

/// <summary>
/// Mean over all values of −(t ln p + (1 − t) ln(1 − p)), with p = 1/(1 + e⁻ˣ): <c>torch.nn.BCEWithLogitsLoss</c>. The network returns
/// scores, not probabilities.
/// </summary>
public sealed class BCEWithLogitsLoss : Loss
{
    /// <param name="input">Scores of any shape.</param>
    /// <param name="target">Target values 0..1 of the same shape.</param>
    /// <returns>A single value.</returns>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public Tensor Call(Tensor input, Tensor target) => Functions.BinaryCrossEntropy(input, target);

    /// <inheritdoc/>
    public override Tensor Of(Tensor output, Samples batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return Call(output, batch.Targets);
    }

    /// <inheritdoc/>
    public override string ToString() => "BCEWithLogitsLoss()";
}
