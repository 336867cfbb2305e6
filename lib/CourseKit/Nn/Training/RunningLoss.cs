using CourseKit.Autograd;
using CourseKit.Nn.Losses;

namespace CourseKit.Nn.Training;

/// <summary>The mean of a loss that is measured but not trained by.</summary>
/// <param name="loss">What is measured.</param>
public sealed class RunningLoss(Loss loss) : RunningMetric
{
    private double _sum;
    private long _rows;

    /// <inheritdoc/>
    public override double Value => _rows == 0 ? 0 : _sum / _rows;

    /// <inheritdoc/>
    public override void Reset() => (_sum, _rows) = (0, 0);

    /// <inheritdoc/>
    public override void Add(Tensor output, Samples batch)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(batch);
        using var _ = NoGrad.Open();
        _sum += loss.Of(output, batch).Item() * batch.Count;
        _rows += batch.Count;
    }
}
