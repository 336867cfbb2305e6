using CourseKit.Keras.Losses;
using CourseKit.Keras.Metrics;
using CourseKit.Keras.Optimizers;
using CourseKit.Nn;
using CourseKit.Nn.Training;

namespace CourseKit.Keras;

/// <summary>What <see cref="Sequential.Compile"/> was given.</summary>
internal sealed record Compilation(Optimizer Optimizer, Loss Loss, MetricList Metrics)
{
    /// <summary>Whether rows with a single one have to stay rows, for a metric that takes no labels instead.</summary>
    public bool KeepsRows => Metrics.OfType<LossMetric>().Any(metric => metric.NeedsValues);

    /// <summary>What is measured, in order: the loss and the metrics.</summary>
    public IReadOnlyList<string> Names => ["loss", .. Metrics.Select(metric => metric.Name)];

    /// <summary>The same for a built network in the engine's words.</summary>
    /// <exception cref="ArgumentException">The loss is to be given probabilities, and the network ends with mere scores.</exception>
    public TrainingPlan Plan(Network network)
    {
        if (Loss.TakesProbabilities && network.Layers[^1].Layer.EndsWithoutFunction)
        {
            var function = network.Output.Size > 1 && Loss.Form != TargetForm.Shares ? "softmax" : "sigmoid";
            throw new ArgumentException(
                $"{Loss.Name}: a network that ends with probabilities is required; its last layer, \"{network.Layers[^1].Name}\", has no "
                + $"activation. Give it \"{function}\", or take the loss with FromLogits: true.");
        }
        return new(network.Whole, Loss.Start(), [.. Metrics.Select(metric => metric.Start(network.Output.Size))]);
    }

    /// <summary>Values by name.</summary>
    /// <param name="measures">What was measured.</param>
    /// <param name="prefix">Before each name: <c>val_</c>.</param>
    public IEnumerable<KeyValuePair<string, double>> Named(Measures measures, string prefix = "") =>
        Names.Zip([measures.Loss, .. measures.Metrics], (name, value) => KeyValuePair.Create(prefix + name, value));
}

/// <summary>What a <see cref="Trainer"/> is given.</summary>
internal sealed record TrainingPlan(Module Model, Nn.Losses.Loss Loss, IReadOnlyList<RunningMetric> Metrics);
