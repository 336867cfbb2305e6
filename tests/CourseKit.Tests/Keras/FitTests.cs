using CourseKit.Autograd;
using CourseKit.Keras;
using CourseKit.Keras.Callbacks;
using CourseKit.Keras.Layers;
using CourseKit.Keras.Metrics;
using CourseKit.Keras.Optimizers;
using CourseKit.Keras.Regularizers;

namespace CourseKit.Tests.Keras;

public sealed class FitTests
{
    /// <summary>Ten points of y = 2x + 1.</summary>
    private static readonly Tensor X = Tensor.From([.. Enumerable.Range(0, 10).Select(i => i / 10.0)], [10, 1]);
    private static readonly Tensor Y = X * 2 + 1;

    [Fact]
    public void Validation_takes_the_last_rows_before_any_shuffling()
    {
        // A rate of almost nothing leaves the kernel and the bias at 0: the losses are the means of y² over rows 0..7 and 8, 9.
        var history = Line(new SGD(1e-300)).Fit(X, Y, epochs: 1, verbose: 0, validationSplit: 0.2);

        var squares = Y.ToDoubles().Select(y => y * y).ToArray();
        Assert.Equal(squares[..8].Average(), history["loss"][0], 1e-12);
        Assert.Equal(squares[8..].Average(), history["val_loss"][0], 1e-12);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits_and_another_one_others()
    {
        double[] Losses(int seed) => Wide(seed).Fit(X, Y, batchSize: 3, epochs: 5, verbose: 0)["loss"];

        Assert.Equal(Losses(4), Losses(4));
        Assert.NotEqual(Losses(4), Losses(5));
    }

    [Fact]
    public void Without_shuffling_the_order_stays_and_with_it_the_batches_differ()
    {
        double[] Losses(bool shuffle) => Wide(0).Fit(X, Y, batchSize: 3, epochs: 5, verbose: 0, shuffle: shuffle)["loss"];

        Assert.NotEqual(Losses(true), Losses(false));
    }

    [Fact]
    public void A_second_fit_goes_on_where_the_first_one_ended()
    {
        var (once, twice) = (Wide(0), Wide(0));

        double[] Losses(Sequential model, int epochs) => model.Fit(X, Y, batchSize: 4, epochs: epochs, verbose: 0, shuffle: false)["loss"];
        var all = Losses(once, 4);
        double[] parts = [.. Losses(twice, 2), .. Losses(twice, 2)];

        Assert.Equal(all, parts);
    }

    [Fact]
    public void Penalties_are_part_of_every_loss()
    {
        // The kernel is 3 everywhere and stays: 0.1 · 3² · 2 + 0.5 · 3 · 2 beside the squared errors.
        var model = new Sequential(
            [new Dense(1) { KernelInitializer = new CourseKit.Keras.Initializers.Constant(3), KernelRegularizer = new L1L2(0.5, 0.1) }],
            [2], dtype: DType.Float64);
        model.Compile(new SGD(1e-300), "mse", "mse");

        var history = model.Fit(Tensor.Zeros([4, 2]), new double[4], verbose: 0, validationData: (Tensor.Zeros([1, 2]), new[] { 1.0 }));

        Assert.Equal(4.8, history["loss"][0], 1e-12);
        Assert.Equal(0, history["mse"][0], 1e-12);
        Assert.Equal(5.8, history["val_loss"][0], 1e-12);
        Assert.Equal(4.8, model.Evaluate(Tensor.Zeros([4, 2]), new double[4])["loss"], 1e-12);
    }

    [Fact]
    public void Scores_and_probabilities_give_the_same_loss()
    {
        // softmax with the loss on probabilities, and no softmax with from_logits.
        double[] Losses(string activation, bool fromLogits)
        {
            var model = new Sequential([new Dense(3, activation)], [1]);
            model.Compile(new SGD(0.5), new CourseKit.Keras.Losses.SparseCategoricalCrossentropy(fromLogits), "accuracy");
            return model.Fit(X, new[] { 0, 1, 2, 0, 1, 2, 0, 1, 2, 0 }, epochs: 3, verbose: 0)["loss"];
        }

        Assert.Equal(Losses("softmax", false), Losses("linear", true));
    }

    [Fact]
    public void One_hot_rows_and_labels_give_the_same_training()
    {
        int[] labels = [0, 1, 2, 0, 1, 2, 0, 1, 2, 0];
        History Fit(string loss, Targets y)
        {
            var model = new Sequential([new Dense(4, "tanh"), new Dense(3, "softmax")], [1]);
            model.Compile("adam", loss, "accuracy");
            return model.Fit(X, y, epochs: 5, batchSize: 4, verbose: 0);
        }

        var (a, b) = (Fit("categorical_crossentropy", labels.ToCategorical()), Fit("SparseCategoricalCrossentropy", labels));

        Assert.Equal(a["loss"], b["loss"]);
        Assert.Equal(a["accuracy"], b["accuracy"]);
    }

    [Fact]
    public void Accuracy_of_a_single_output_is_that_of_a_threshold()
    {
        // Trained on nothing but the bias: all outputs become sigmoid(1).
        var model = new Sequential(
            [new Dense(1, "sigmoid") { KernelInitializer = "zeros", BiasInitializer = "ones" }], [1]);
        model.Compile(new SGD(1e-300), "binary_crossentropy", ["accuracy", "precision", "recall"]);

        var logs = model.Evaluate(X, new[] { 1, 1, 1, 1, 1, 1, 1, 0, 0, 0 });

        Assert.Equal([0.7, 0.7, 1], logs.Values.Skip(1).Select(value => Math.Round(value, 12)));
        Assert.Equal(-(0.7 * Math.Log(1 / (1 + Math.Exp(-1)))) - (0.3 * Math.Log(1 - (1 / (1 + Math.Exp(-1))))), logs["loss"], 1e-6);
        Assert.Equal(Enumerable.Repeat(1, 10), model.PredictClasses(X));
    }

    [Fact]
    public void Metrics_of_one_name_are_numbered()
    {
        MetricList metrics = ["acc", new Precision(), new Precision(0.7), new TopKCategoricalAccuracy(2)];

        Assert.Equal(["acc", "precision", "precision_1", "top_k_categorical_accuracy"], metrics.Select(metric => metric.Name));
    }

    [Fact]
    public void The_learning_rate_can_be_changed_between_fits()
    {
        var model = Line(new SGD(0.1));
        model.LearningRate = 0.02;
        model.Fit(X, Y, batchSize: 10, verbose: 0, shuffle: false);

        // w = 0.02 · 2/10 Σ x y, from w = b = 0.
        var expected = 0.02 * 2 * X.ToDoubles().Zip(Y.ToDoubles(), (x, y) => x * y).Average();
        Assert.Equal(expected, model.Predict(Tensor.From([1.0], [1, 1])).Item() - model.Predict(Tensor.From([0.0], [1, 1])).Item(), 1e-12);
        Assert.Equal(0.02, model.LearningRate);
    }

    [Fact]
    public void Callbacks_of_the_student_are_called_in_Keras_order()
    {
        var callback = new Noting();

        Line(new SGD(0.1)).Fit(X, Y, batchSize: 5, epochs: 3, verbose: 0, callbacks: [callback]);

        Assert.Equal(
            ["train", "epoch 0", "batch 0", "batch 0 done", "batch 1", "batch 1 done", "epoch 0 done", "epoch 1", "batch 0", "batch 0 done",
                "epoch 1 done", "train done"],
            callback.Calls);
    }

    private static Sequential Line(Optimizer optimizer)
    {
        var model = new Sequential([new Dense(1) { KernelInitializer = "zeros" }], [1], dtype: DType.Float64);
        model.Compile(optimizer, "mse");
        return model;
    }

    private static Sequential Wide(int seed)
    {
        var model = new Sequential([new Dense(5, "relu"), new Dense(1)], [1], seed);
        model.Compile(new SGD(0.05, momentum: 0.9), "mse");
        return model;
    }

    private sealed class Noting : Callback
    {
        public List<string> Calls { get; } = [];

        public override void OnTrainBegin() => Calls.Add("train");

        public override void OnEpochBegin(int epoch) => Calls.Add($"epoch {epoch}");

        public override void OnTrainBatchBegin(int batch) => Calls.Add($"batch {batch}");

        // Stops within the second epoch.
        public override void OnTrainBatchEnd(int batch, Logs logs)
        {
            Calls.Add($"batch {batch} done");
            Model.StopTraining = Calls.Contains("epoch 1");
        }

        public override void OnEpochEnd(int epoch, Logs logs) => Calls.Add($"epoch {epoch} done");

        public override void OnTrainEnd() => Calls.Add("train done");
    }
}
