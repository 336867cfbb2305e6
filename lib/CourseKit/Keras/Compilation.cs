using CourseKit.Keras.Losses;
using CourseKit.Keras.Metrics;
using CourseKit.Keras.Optimizers;
using CourseKit.Nn;
using CourseKit.Nn.Training;

namespace CourseKit.Keras;

/// <summary>What <see cref="Sequential.Compile"/> was given.</summary>
internal sealed record Compilation(Optimizer Optimizer, Loss Loss, MetricList Metrics)
{
    /// <summary>What is measured, in order: the loss and the metrics.</summary>
    public IReadOnlyList<string> Names => ["loss", .. Metrics.Select(metric => metric.Name)];

    /// <summary>The same for a built network in the engine's words.</summary>
    public TrainingPlan Plan(Network network)
    {
        var (loss, leavesOut) = Loss.Plan(network.Final);
        return new TrainingPlan(
            leavesOut ? network.UpToFinal : network.Whole,
            loss,
            [.. Metrics.Select(metric =>
            {
                var running = metric.Start(network.Output.Size);
                return leavesOut && metric.NeedsFinal ? new FinalMetric(running, network.Final!.Apply) : running;
            })]);
    }

    /// <summary>Values by name.</summary>
    /// <param name="measures">What was measured.</param>
    /// <param name="prefix">Before each name: <c>val_</c>.</param>
    public IEnumerable<KeyValuePair<string, double>> Named(Measures measures, string prefix = "") =>
        Names.Zip([measures.Loss, .. measures.Metrics], (name, value) => KeyValuePair.Create(prefix + name, value));
}

/// <summary>What a <see cref="Trainer"/> is given.</summary>
internal sealed record TrainingPlan(Module Model, Nn.Losses.Loss Loss, IReadOnlyList<RunningMetric> Metrics);
