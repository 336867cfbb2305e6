using CourseKit.Autograd;
using CourseKit.Nn.Training;

namespace CourseKit.Nn.Losses;

/// <summary>−(t ln p + (1 − t) ln(1 − p)) with p = sigmoid of the output, for targets 0..1 of the output's shape.</summary>
/// <param name="clip">What <see cref="Dialect.ProbabilityClip"/> says. Default 0: exact.</param>
/// <param name="labelSmoothing">a, 0..1: t counts as (1 − a) t + a/2. Default 0.</param>
public sealed class BinaryCrossEntropyLoss(double clip = 0, double labelSmoothing = 0) : Loss
{
    /// <inheritdoc/>
    public override Tensor Of(Tensor output, Samples batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return Functions.BinaryCrossEntropyWithLogits(output, Functions.Smoothed(batch.Targets, labelSmoothing, classes: 2), clip);
    }
}
