using System.Text.Json.Serialization;
using CourseKit.Keras.Losses;
using CourseKit.Nn.Training;

namespace CourseKit.Keras.Metrics;

/// <summary>A loss that is measured and not trained by: <c>metrics: "mse"</c>.</summary>
/// <param name="Loss">The loss.</param>
public sealed record LossMetric(Loss Loss) : Metric(Loss.Name)
{
    internal override bool IsRising => false;

    /// <summary>Whether it needs targets of the output's shape; the cross-entropies of classes take labels as well as rows.</summary>
    [JsonIgnore]
    internal bool NeedsValues => Loss.Form is not (TargetForm.Labels or TargetForm.Probabilities);

    internal override RunningMetric Start(int width) => new RunningLoss(Loss.Start());
}
