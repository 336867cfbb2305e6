using CourseKit.Autograd;
using CourseKit.Nn.Losses;

namespace CourseKit.Nn.Training;

/// <summary>Measures a network on samples without changing it; the network is in evaluation mode afterwards.</summary>
public sealed class Evaluation
{
    private readonly MemoryScope _memory = new();

    /// <summary>The network.</summary>
    public required Module Model { get; init; }

    /// <summary>The loss.</summary>
    public required Loss Loss { get; init; }

    /// <summary>Terms that are added to the loss. Default none.</summary>
    public IReadOnlyList<Penalty> Penalties { get; init; } = [];

    /// <summary>What is measured beside the loss; each is reset before. Default nothing.</summary>
    public IReadOnlyList<RunningMetric> Metrics { get; init; } = [];

    /// <summary>Measures, some rows at a time so that memory stays small.</summary>
    /// <param name="samples">At least one.</param>
    /// <exception cref="ArgumentException">There are no samples.</exception>
    public Measures Of(Samples samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        if (samples.Count < 1)
            throw new ArgumentException("Evaluation: at least one sample is required; received none.");
        foreach (var metric in Metrics)
            metric.Reset();
        using var _ = NoGrad.Open();
        Model.Eval();
        var (sum, count) = (0.0, Prediction.RowsAtATime(samples.X));
        for (var start = 0; start < samples.Count; start += count)
            sum += SumOver(samples.Rows(start, Math.Min(count, samples.Count - start)));
        return Measures.Of(sum / samples.Count, Metrics);
    }

    private double SumOver(Samples batch)
    {
        using var _ = _memory.Open();
        var output = Model.Forward(batch.X);
        var loss = Loss.Of(output, batch);
        foreach (var penalty in Penalties)
            loss += penalty.Of(batch.Count);
        foreach (var metric in Metrics)
            metric.Add(output, batch);
        return loss.Item() * batch.Count;
    }
}
