using CourseKit.Autograd;
using CourseKit.Nn.Training;

namespace CourseKit.Nn.Losses;

/// <summary>−(t ln p + (1 − t) ln(1 − p)) with p = sigmoid of the output, for targets 0..1 of the output's shape.</summary>
/// <param name="clip">What <see cref="Dialect.ProbabilityClip"/> says. Default 0: exact.</param>
public sealed class BinaryCrossEntropyLoss(double clip = 0) : Loss
{
    /// <inheritdoc/>
    public override Tensor Of(Tensor output, Samples batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return Functions.BinaryCrossEntropyWithLogits(output, batch.Targets, clip);
    }
}
