using CourseKit.Autograd;
using static System.FormattableString;

namespace CourseKit.Nn.Layers;

/// <summary>
/// Brings each channel to mean 0 and variance 1, by what is measured on the batch in training and by what is remembered of it afterwards,
/// then to a learned mean and spread.
/// </summary>
/// <remarks>S. Ioffe, C. Szegedy, Batch Normalization, ICML 2015. What a front end's layer of this kind is made of.</remarks>
public class BatchNorm : Module
{
    private readonly BatchStatistics _statistics;

    /// <param name="statistics">Where the running mean and variance begin, and how they move.</param>
    /// <param name="weight">(channels), marked for gradients; null counts as ones.</param>
    /// <param name="bias">(channels), marked for gradients; null counts as zeros.</param>
    public BatchNorm(BatchStatistics statistics, Tensor? weight, Tensor? bias)
    {
        ArgumentNullException.ThrowIfNull(statistics);
        (Weight, Bias, _statistics) = (weight?.RequireGrad(), bias?.RequireGrad(), statistics);
        (RunningMean, RunningVar) = (statistics.Mean, statistics.Variance);
    }

    /// <summary>(channels); null counts as ones.</summary>
    public Tensor? Weight { get; }

    /// <summary>(channels); null counts as zeros.</summary>
    public Tensor? Bias { get; }

    /// <summary>The running mean (channels), changed in place by training.</summary>
    [field: Buffer]
    public Tensor RunningMean { get; }

    /// <summary>The running variance (channels), changed in place by training.</summary>
    [field: Buffer]
    public Tensor RunningVar { get; }

    /// <summary>How many batches were learned from, a single float64.</summary>
    [field: Buffer(IsCount = true)]
    public Tensor NumBatchesTracked { get; } = Tensor.Zeros([], DType.Float64);

    /// <inheritdoc/>
    public override Tensor Forward(Tensor x)
    {
        // A clone has tensors of its own, but shares the object that says how they move.
        var y = Functions.BatchNorm(x, Weight, Bias, _statistics.Over(RunningMean, RunningVar), IsTraining);
        if (IsTraining)
            NumBatchesTracked.Span<double>()[0]++;
        return y;
    }

    /// <inheritdoc/>
    protected override string ExtraRepr() => Invariant($"{RunningMean.Count}, eps={ModuleText.Number(_statistics.Epsilon)}, ")
        + $"momentum={ModuleText.Number(_statistics.Momentum)}, affine={(Weight is null ? "False" : "True")}, track_running_stats=True";
}
