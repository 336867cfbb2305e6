namespace CourseKit.Nn.Training;

/// <summary>What was measured over some samples.</summary>
/// <param name="Loss">The mean loss of a sample, penalties included.</param>
/// <param name="Metrics">The values of the metrics, in the order in which they were passed.</param>
public sealed record Measures(double Loss, IReadOnlyList<double> Metrics)
{
    internal static Measures Of(double loss, IReadOnlyList<RunningMetric> metrics) =>
        new(loss, metrics.Count == 0 ? [] : [.. metrics.Select(metric => metric.Value)]);
}
