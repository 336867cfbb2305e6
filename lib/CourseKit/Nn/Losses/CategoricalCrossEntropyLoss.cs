using CourseKit.Autograd;
using CourseKit.Nn.Training;

namespace CourseKit.Nn.Losses;

/// <summary>
/// −Σ t ln p for an output p of probabilities (n, k) and targets t (n, k), or −ln p[label] for labels. If p comes straight from a softmax,
/// it is computed from the scores, exactly and in one step; so a network may end with a softmax and loses nothing.
/// </summary>
/// <param name="clip">What <see cref="Dialect.ProbabilityClip"/> says, for p that come from elsewhere. Default 1e-7, as Keras's.</param>
/// <param name="labelSmoothing">a, 0..1: t counts as (1 − a) t + a/k. Default 0.</param>
public sealed class CategoricalCrossEntropyLoss(double clip = 1e-7, double labelSmoothing = 0) : Loss
{
    /// <inheritdoc/>
    public override Tensor Of(Tensor output, Samples batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        if (batch.HasLabels && labelSmoothing == 0)
            return Functions.CategoricalCrossEntropy(output, batch.Labels, clip);
        var targets = batch.HasLabels ? Functions.OneHotFor(output, batch.Labels, "CategoricalCrossEntropy") : batch.Targets;
        return Functions.CategoricalCrossEntropy(output, targets, clip, labelSmoothing);
    }
}
