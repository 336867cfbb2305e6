using System.Text.Json;
using CourseKit.Autograd;
using CourseKit.Keras;
using CourseKit.Keras.Layers;
using CourseKit.Keras.Metrics;
using CourseKit.Tests.Metrics;

namespace CourseKit.Tests.Keras;

/// <summary>Through Evaluate of a network that returns its input, beside scikit-learn 1.2.1 (Golden/README.md).</summary>
public sealed class MetricTests
{
    private static readonly JsonElement[] Golden = GoldenFile.Read("Keras", "Golden", "metrics.json");

    [Fact]
    public void Yes_or_no_answers_are_measured_as_scikit_learn_does()
    {
        var golden = Golden.Named("single");
        var (y, scores) = (golden.GetProperty("y").Ints(), golden.GetProperty("scores").Doubles());
        var model = Identity(1, "binary_crossentropy", ["accuracy", "auc", "precision", "recall", new Recall(0.7) { Name = "recall_0.7" }]);

        var logs = model.Evaluate(Tensor.From(scores, [y.Length, 1]), y);

        foreach (var name in logs.Keys.Skip(1))
            Assert.Equal(golden.Double(name), logs[name], 1e-12);
    }

    [Theory]
    [InlineData("sparse_categorical_crossentropy")]
    [InlineData("categorical_crossentropy")]
    public void Each_class_of_several_counts_as_a_question_of_its_own(string loss)
    {
        var golden = Golden.Named("rows");
        var (labels, scores) = (golden.GetProperty("labels").Ints(), golden.GetProperty("scores").Doubles());
        var model = Identity(4, loss, ["auc", "precision", "recall"]);

        var logs = model.Evaluate(Tensor.From(scores, [labels.Length, 4]), loss[0] == 's' ? labels : labels.ToCategorical(4));

        foreach (var name in logs.Keys.Skip(1))
            Assert.Equal(golden.Double(name), logs[name], 1e-12);
    }

    private static Sequential Identity(int width, string loss, MetricList metrics)
    {
        var model = new Sequential([new Rescaling(1)], [width], dtype: DType.Float64);
        model.Compile("sgd", loss, metrics);
        return model;
    }
}
