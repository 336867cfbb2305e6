using CourseKit.Nn.Training;

namespace CourseKit.Keras.Metrics;

/// <summary>Of the values above the threshold, the share whose target is 1; 0 where there are none.</summary>
/// <remarks>One-hot targets of several classes count as a question for each class.</remarks>
/// <param name="Threshold">Default ½.</param>
public sealed record Precision(double Threshold = 0.5) : Metric("precision")
{
    internal override RunningMetric Start(int width) => new RunningPrecision(Threshold);
}

/// <summary>Of the values whose target is 1, the share above the threshold; 0 where there are none.</summary>
/// <remarks>One-hot targets of several classes count as a question for each class.</remarks>
/// <param name="Threshold">Default ½.</param>
public sealed record Recall(double Threshold = 0.5) : Metric("recall")
{
    internal override RunningMetric Start(int width) => new RunningRecall(Threshold);
}

/// <summary>The area under the curve of true against false positive rates.</summary>
/// <remarks>One-hot targets of several classes count as a question for each class.</remarks>
/// <param name="NumThresholds">At how many evenly spaced thresholds the curve is known, 2 or more. Default 200.</param>
public sealed record AUC(int NumThresholds = 200) : Metric("auc")
{
    internal override RunningMetric Start(int width) => new RunningAuc(NumThresholds);
}
