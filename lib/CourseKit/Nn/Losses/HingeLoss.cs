using CourseKit.Autograd;
using CourseKit.Nn.Training;

namespace CourseKit.Nn.Losses;

/// <summary>Mean over all values of max(0, 1 − t y), for targets t of −1 or 1 and the output's shape.</summary>
public sealed class HingeLoss : Loss
{
    /// <inheritdoc/>
    public override Tensor Of(Tensor output, Samples batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return Functions.Hinge(output, batch.Targets);
    }
}
