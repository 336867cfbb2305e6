using System.Text.Json.Serialization;
using CourseKit.Nn.Training;

namespace CourseKit.Keras.Metrics;

/// <summary>What is measured beside the loss, by name or as an object: <c>metrics: ["accuracy", new TopKCategoricalAccuracy(3)]</c>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "class_name")]
[JsonDerivedType(typeof(Accuracy), nameof(Accuracy))]
[JsonDerivedType(typeof(BinaryAccuracy), nameof(BinaryAccuracy))]
[JsonDerivedType(typeof(CategoricalAccuracy), nameof(CategoricalAccuracy))]
[JsonDerivedType(typeof(SparseCategoricalAccuracy), nameof(SparseCategoricalAccuracy))]
[JsonDerivedType(typeof(TopKCategoricalAccuracy), nameof(TopKCategoricalAccuracy))]
[JsonDerivedType(typeof(SparseTopKCategoricalAccuracy), nameof(SparseTopKCategoricalAccuracy))]
[JsonDerivedType(typeof(Precision), nameof(Precision))]
[JsonDerivedType(typeof(Recall), nameof(Recall))]
[JsonDerivedType(typeof(AUC), nameof(AUC))]
[JsonDerivedType(typeof(LossMetric), nameof(LossMetric))]
public abstract record Metric
{
    private static readonly NameTable<Metric> Names = new("metric",
        ("accuracy", [], () => new Accuracy()),
        ("acc", [], () => new Accuracy { Name = "acc" }),
        ("binary_accuracy", [], () => new BinaryAccuracy()),
        ("categorical_accuracy", [], () => new CategoricalAccuracy()),
        ("sparse_categorical_accuracy", [], () => new SparseCategoricalAccuracy()),
        ("top_k_categorical_accuracy", [], () => new TopKCategoricalAccuracy()),
        ("sparse_top_k_categorical_accuracy", [], () => new SparseTopKCategoricalAccuracy()),
        ("precision", [], () => new Precision()),
        ("recall", [], () => new Recall()),
        ("auc", [], () => new AUC()),
        ("mean_squared_error", [], () => new LossMetric("mean_squared_error")),
        ("mse", [], () => new LossMetric("mean_squared_error") { Name = "mse" }),
        ("mean_absolute_error", [], () => new LossMetric("mean_absolute_error")),
        ("mae", [], () => new LossMetric("mean_absolute_error") { Name = "mae" }),
        ("categorical_crossentropy", [], () => new LossMetric("categorical_crossentropy")),
        ("sparse_categorical_crossentropy", [], () => new LossMetric("sparse_categorical_crossentropy")),
        ("binary_crossentropy", [], () => new LossMetric("binary_crossentropy")));

    private protected Metric(string name) => Name = name;

    /// <summary>The name in the history: <c>accuracy</c>, and <c>val_accuracy</c> on validation data.</summary>
    public string Name { get; init; }

    /// <summary>Whether a larger value is a better one.</summary>
    [JsonIgnore]
    internal virtual bool IsRising => true;

    /// <summary>The metric of this name.</summary>
    /// <exception cref="ArgumentException">There is none; the nearest one is suggested.</exception>
    public static implicit operator Metric(string name) => Names[name];

    /// <summary>A fresh counter.</summary>
    /// <param name="width">Values in a row of the network's output.</param>
    internal abstract RunningMetric Start(int width);
}
