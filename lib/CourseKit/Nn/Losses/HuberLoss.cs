using CourseKit.Autograd;
using CourseKit.Nn.Training;

namespace CourseKit.Nn.Losses;

/// <summary>Mean over all values of e²/2 where |e| ≤ delta and else delta (|e| − delta/2), with e = y − t.</summary>
/// <param name="delta">From where on errors count in proportion; above 0. Default 1.</param>
public sealed class HuberLoss(double delta = 1) : Loss
{
    /// <inheritdoc/>
    public override Tensor Of(Tensor output, Samples batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return Functions.Huber(output, batch.Targets, delta);
    }
}
