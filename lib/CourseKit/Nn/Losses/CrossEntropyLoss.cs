using CourseKit.Autograd;
using CourseKit.Nn.Training;

namespace CourseKit.Nn.Losses;

/// <summary>
/// −ln p[label] with p = softmax of the output (n, k), for labels 0..k−1; or −Σ t ln p for targets t (n, k), one-hot or probabilities.
/// </summary>
/// <param name="clip">What <see cref="Dialect.ProbabilityClip"/> says, for labels without smoothing. Default 0: exact.</param>
/// <param name="labelSmoothing">a, 0..1: t counts as (1 − a) t + a/k. Default 0.</param>
public sealed class CrossEntropyLoss(double clip = 0, double labelSmoothing = 0) : Loss
{
    /// <inheritdoc/>
    public override Tensor Of(Tensor output, Samples batch)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(batch);
        if (batch.HasLabels && labelSmoothing == 0)
            return Functions.CrossEntropy(output, batch.Labels, clip);
        var targets = batch.HasLabels ? Functions.OneHotFor(output, batch.Labels, "CrossEntropy") : batch.Targets;
        return Functions.CrossEntropy(output, targets, labelSmoothing);
    }
}
