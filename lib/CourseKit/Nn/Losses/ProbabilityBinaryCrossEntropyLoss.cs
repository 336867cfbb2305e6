using CourseKit.Autograd;
using CourseKit.Nn.Training;

namespace CourseKit.Nn.Losses;

/// <summary>
/// −(t ln p + (1 − t) ln(1 − p)) for an output p of probabilities and targets t, 0..1, of its shape. If p comes straight from a sigmoid, it
/// is computed from the scores, exactly and in one step. For an output of scores there is <see cref="BinaryCrossEntropyLoss"/>.
/// </summary>
/// <param name="clip">What <see cref="Dialect.ProbabilityClip"/> says, for p that come from elsewhere. Default 1e-7, as Keras's.</param>
public sealed class ProbabilityBinaryCrossEntropyLoss(double clip = 1e-7) : Loss
{
    /// <inheritdoc/>
    public override Tensor Of(Tensor output, Samples batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return Functions.BinaryCrossEntropy(output, batch.Targets, clip);
    }
}
