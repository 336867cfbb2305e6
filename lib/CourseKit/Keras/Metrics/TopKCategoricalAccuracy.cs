using CourseKit.Nn.Training;
using static System.FormattableString;

namespace CourseKit.Keras.Metrics;

/// <summary>The share of rows whose target's class is among the k largest outputs. Targets may be one-hot rows or labels.</summary>
public sealed record TopKCategoricalAccuracy : Metric
{
    /// <param name="k">1 or more. Default 5.</param>
    /// <exception cref="ArgumentException">k is less than 1.</exception>
    public TopKCategoricalAccuracy(int k = 5)
        : base("top_k_categorical_accuracy") => K = Checked(k);

    /// <summary>How many of the largest outputs count.</summary>
    public int K { get; }

    internal override RunningMetric Start(int width) => new RunningAccuracy(K);

    internal static int Checked(int k) => k >= 1
        ? k
        : throw new ArgumentException(Invariant($"TopKCategoricalAccuracy: k of 1 or more is required; received {k}."));
}

/// <summary>As <see cref="TopKCategoricalAccuracy"/>.</summary>
public sealed record SparseTopKCategoricalAccuracy : Metric
{
    /// <param name="k">1 or more. Default 5.</param>
    /// <exception cref="ArgumentException">k is less than 1.</exception>
    public SparseTopKCategoricalAccuracy(int k = 5)
        : base("sparse_top_k_categorical_accuracy") => K = TopKCategoricalAccuracy.Checked(k);

    /// <summary>How many of the largest outputs count.</summary>
    public int K { get; }

    internal override RunningMetric Start(int width) => new RunningAccuracy(K);
}
