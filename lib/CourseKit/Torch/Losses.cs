using CourseKit.Autograd;
using CourseKit.Nn.Losses;
using CourseKit.Nn.Training;

namespace CourseKit.Torch;

/// <summary>A loss of scores (n, k) and a label for each row.</summary>
/// <example><code>
/// var criterion = new CrossEntropyLoss();
/// var loss = criterion.Call(net.Call(x), y);
/// </code></example>
public abstract class LabelLoss : Loss
{
    /// <summary>The mean loss, a single value.</summary>
    /// <param name="input">What the network returned, (n, k).</param>
    /// <param name="target">Labels (n), each 0..k−1.</param>
    /// <exception cref="ArgumentException">There is not one label for each row, or a label is no class.</exception>
    public abstract Tensor Call(Tensor input, ReadOnlyMemory<int> target);

    /// <inheritdoc/>
    public sealed override Tensor Of(Tensor output, Samples batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return Call(output, batch.Labels);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{GetType().Name}()";
}

/// <summary>A loss of results and target values of one shape.</summary>
public abstract class TargetLoss : Loss
{
    /// <summary>The mean loss, a single value.</summary>
    /// <param name="input">What the network returned.</param>
    /// <param name="target">Target values of the same shape.</param>
    /// <exception cref="ArgumentException">The shapes differ. (PyTorch may repeat values instead.)</exception>
    public abstract Tensor Call(Tensor input, Tensor target);

    /// <inheritdoc/>
    public sealed override Tensor Of(Tensor output, Samples batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return Call(output, batch.Targets);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{GetType().Name}()";
}

/// <summary>
/// −ln p[label], with p = softmax of the row: <c>torch.nn.CrossEntropyLoss</c>. The network returns scores, not probabilities.
/// </summary>
public sealed class CrossEntropyLoss : LabelLoss
{
    /// <inheritdoc/>
    public override Tensor Call(Tensor input, ReadOnlyMemory<int> target) => Functions.CrossEntropy(input, target);
}

/// <summary>(x − t)²: <c>torch.nn.MSELoss</c>.</summary>
public sealed class MSELoss : TargetLoss
{
    /// <inheritdoc/>
    public override Tensor Call(Tensor input, Tensor target) => Functions.MeanSquaredError(input, target);
}

/// <summary>
/// −(t ln p + (1 − t) ln(1 − p)), with p = 1/(1 + e⁻ˣ): <c>torch.nn.BCEWithLogitsLoss</c>. The network returns scores, not probabilities;
/// targets are 0..1.
/// </summary>
public sealed class BCEWithLogitsLoss : TargetLoss
{
    /// <inheritdoc/>
    public override Tensor Call(Tensor input, Tensor target) => Functions.BinaryCrossEntropyWithLogits(input, target);
}
