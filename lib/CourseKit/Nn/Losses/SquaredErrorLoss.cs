using CourseKit.Autograd;
using CourseKit.Autograd.Ops;
using CourseKit.Nn.Training;

namespace CourseKit.Nn.Losses;

/// <summary>factor · mean of (y − t)² over all values, for targets t of the output's shape (n, k).</summary>
/// <param name="form">What <see cref="Dialect.SquaredError"/> says. Default: the plain mean.</param>
public sealed class SquaredErrorLoss(SquaredErrorForm form = SquaredErrorForm.Mean) : Loss
{
    /// <inheritdoc/>
    public override Tensor Of(Tensor output, Samples batch)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(batch);
        return form == SquaredErrorForm.Mean
            ? SquaredError.Apply(output, batch.Targets, factor: 1, slope: 1)
            : SquaredError.Apply(output, batch.Targets, factor: 0.5, slope: output.Shape[^1]);
    }
}
