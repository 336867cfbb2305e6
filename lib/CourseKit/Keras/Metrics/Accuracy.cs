using CourseKit.Nn.Training;

namespace CourseKit.Keras.Metrics;

/// <summary>
/// The share of right answers: of a single output at the threshold ½ as <see cref="BinaryAccuracy"/>, of several as
/// <see cref="CategoricalAccuracy"/>.
/// </summary>
public sealed record Accuracy() : Metric("accuracy")
{
    internal override RunningMetric Start(int width) => width == 1 ? new BinaryAccuracy().Start(width) : new RunningAccuracy();
}

/// <summary>The share of values that lie on the same side of the threshold as their targets of ½.</summary>
/// <param name="Threshold">Default ½.</param>
public sealed record BinaryAccuracy(double Threshold = 0.5) : Metric("binary_accuracy")
{
    internal override RunningMetric Start(int width) => new RunningBinaryAccuracy(Threshold);
}

/// <summary>The share of rows whose largest output is that of the target's class. Targets may be one-hot rows or labels.</summary>
public sealed record CategoricalAccuracy() : Metric("categorical_accuracy")
{
    internal override RunningMetric Start(int width) => new RunningAccuracy();
}

/// <summary>As <see cref="CategoricalAccuracy"/>.</summary>
public sealed record SparseCategoricalAccuracy() : Metric("sparse_categorical_accuracy")
{
    internal override RunningMetric Start(int width) => new RunningAccuracy();
}
