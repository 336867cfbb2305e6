using CourseKit.Keras.Losses;
using CourseKit.Nn.Training;

namespace CourseKit.Keras.Metrics;

/// <summary>A loss that is measured and not trained by: <c>metrics: "mse"</c>.</summary>
/// <param name="Loss">The loss.</param>
public sealed record LossMetric(Loss Loss) : Metric(Loss.Name)
{
    internal override bool IsRising => false;

    internal override RunningMetric Start(int width) => new RunningLoss(Loss.Start());
}
