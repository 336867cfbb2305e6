using System.Diagnostics;
using System.Globalization;
using CourseKit.Keras;
using CourseKit.Keras.Layers;
using CourseKit.Keras.Optimizers;

namespace CourseKit.Benchmarks.Work;

/// <summary>R2 Q4 and R4 as their authors typed them: layers with ReLU, a softmax at the end, <c>Fit</c> with the accuracy.</summary>
internal sealed class KerasFit(KerasData data, int[] sizes, Optimizer optimizer, int batch, int epochs) : BenchmarkWork
{
    /// <summary>What the time is divided by. Default: the epochs.</summary>
    public int? Units { get; init; }

    public override void Run()
    {
        var model = Model(sizes, optimizer);
        var start = Stopwatch.GetTimestamp();
        model.Fit(data.X, data.Y, batch, epochs, verbose: 0, validationData: data.Validation);
        Seconds = Stopwatch.GetElapsedTime(start).TotalSeconds / (Units ?? epochs);
        Result = model.Evaluate(data.TestX, data.TestY)["accuracy"].ToString("F4", CultureInfo.InvariantCulture);
        var multiplications = sizes.Zip(sizes.Skip(1)).Sum(pair => (double)pair.First * pair.Second);
        Gflop = 2e-9 * data.X.Shape[0] * epochs / (Units ?? epochs) * ((3 * multiplications) - ((double)sizes[0] * sizes[1]));
    }

    /// <summary>A compiled model of the report.</summary>
    public static Sequential Model(int[] sizes, Optimizer optimizer)
    {
        var model = new Sequential(
            [.. sizes[1..^1].Select(units => new Dense(units, "relu")), new Dense(sizes[^1], "softmax")], inputShape: [sizes[0]]);
        model.Compile(optimizer, "sparse_categorical_crossentropy", "accuracy");
        return model;
    }
}
