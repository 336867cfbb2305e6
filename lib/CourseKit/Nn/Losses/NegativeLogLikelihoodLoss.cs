using CourseKit.Autograd;
using CourseKit.Nn.Training;

namespace CourseKit.Nn.Losses;

/// <summary>−y[label] for logarithms of probabilities y (n, k), as a log-softmax returns them, and labels 0..k−1.</summary>
public sealed class NegativeLogLikelihoodLoss : Loss
{
    /// <inheritdoc/>
    public override Tensor Of(Tensor output, Samples batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return Functions.NegativeLogLikelihood(output, batch.Labels);
    }
}
