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
/// <param name="labelSmoothing">a, 0..1: the label's class counts as 1 − a, and a is shared out among all classes. Default 0.</param>
public sealed class CrossEntropyLoss(double labelSmoothing = 0) : LabelLoss
{
    /// <inheritdoc/>
    public override Tensor Call(Tensor input, ReadOnlyMemory<int> target)
    {
        ArgumentNullException.ThrowIfNull(input);
        return labelSmoothing == 0
            ? Functions.CrossEntropy(input, target)
            : Functions.CrossEntropy(input, Functions.OneHotFor(input, target, nameof(CrossEntropyLoss)), labelSmoothing);
    }
}

/// <summary>−x[label] of logarithms of probabilities: <c>torch.nn.NLLLoss</c>, after a log-softmax.</summary>
public sealed class NLLLoss : LabelLoss
{
    /// <inheritdoc/>
    public override Tensor Call(Tensor input, ReadOnlyMemory<int> target) => Functions.NegativeLogLikelihood(input, target);
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

/// <summary>−(t ln p + (1 − t) ln(1 − p)): <c>torch.nn.BCELoss</c>. The network returns probabilities, after a sigmoid; targets are 0..1.</summary>
/// <remarks>Differs from PyTorch, where a logarithm counts as at least −100; here a wrong p of exactly 0 or 1 costs infinity, unless it
/// comes straight from a sigmoid: then the loss is computed from the scores before it.</remarks>
public sealed class BCELoss : TargetLoss
{
    /// <inheritdoc/>
    public override Tensor Call(Tensor input, Tensor target) => Functions.BinaryCrossEntropy(input, target);
}

/// <summary>|x − t|: <c>torch.nn.L1Loss</c>.</summary>
public sealed class L1Loss : TargetLoss
{
    /// <inheritdoc/>
    public override Tensor Call(Tensor input, Tensor target) => Functions.MeanAbsoluteError(input, target);
}

/// <summary>e²/2 where |e| ≤ delta and else delta (|e| − delta/2), with e = x − t: <c>torch.nn.HuberLoss</c>.</summary>
/// <param name="delta">From where on errors count in proportion; above 0. Default 1.</param>
public sealed class HuberLoss(double delta = 1) : TargetLoss
{
    /// <inheritdoc/>
    public override Tensor Call(Tensor input, Tensor target) => Functions.Huber(input, target, delta);
}
