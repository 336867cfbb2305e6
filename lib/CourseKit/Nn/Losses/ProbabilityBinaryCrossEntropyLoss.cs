using CourseKit.Autograd;
using CourseKit.Nn.Training;

namespace CourseKit.Nn.Losses;

/// <summary>
/// −(t ln p + (1 − t) ln(1 − p)) for an output p of probabilities and targets t, 0..1, of its shape. If p comes straight from a sigmoid, it
/// is computed from the scores, exactly and in one step. For an output of scores there is <see cref="BinaryCrossEntropyLoss"/>.
/// </summary>
/// <param name="clip">What <see cref="Dialect.ProbabilityClip"/> says, for p that come from elsewhere. Default 1e-7, as Keras's.</param>
/// <param name="labelSmoothing">a, 0..1: t counts as (1 − a) t + a/2. Default 0.</param>
public sealed class ProbabilityBinaryCrossEntropyLoss(double clip = 1e-7, double labelSmoothing = 0) : Loss
{
    /// <inheritdoc/>
    public override Tensor Of(Tensor output, Samples batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return Functions.BinaryCrossEntropy(output, Functions.Smoothed(batch.Targets, labelSmoothing, classes: 2), clip);
    }
}
