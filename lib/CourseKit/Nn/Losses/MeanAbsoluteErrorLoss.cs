using CourseKit.Autograd;
using CourseKit.Nn.Training;

namespace CourseKit.Nn.Losses;

/// <summary>Mean of |y − t| over all values, for targets t of the output's shape.</summary>
public sealed class MeanAbsoluteErrorLoss : Loss
{
    /// <inheritdoc/>
    public override Tensor Of(Tensor output, Samples batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return Functions.MeanAbsoluteError(output, batch.Targets);
    }
}
