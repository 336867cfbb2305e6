using CourseKit.Autograd;
using CourseKit.Keras;
using CourseKit.Keras.Callbacks;
using CourseKit.Keras.Layers;
using CourseKit.Keras.Optimizers;
using CourseKit.Tests.Data;

namespace CourseKit.Tests.Keras;

public sealed class CallbackTests
{
    private static readonly Tensor X = Tensor.From([0.0, 1, 2], [3, 1]);
    private static readonly double[] Y = [1, 2, 3];

    [Fact]
    public void Early_stopping_waits_for_its_patience_and_brings_the_best_weights_back()
    {
        // The values are pretended; the best is that of epoch 1, epochs 2 and 3 are misses.
        var model = Line();
        var stopping = new EarlyStopping("pretended", patience: 2, restoreBestWeights: true);
        var weights = new List<double>();

        var history = model.Fit(X, Y, epochs: 10, verbose: 0, callbacks: [new Pretending(5, 3, 3, 4, 1), new Keeping(weights), stopping]);

        Assert.Equal(4, history.EpochCount);
        Assert.Equal((1, 3, 3.0), (stopping.BestEpoch, stopping.StoppedEpoch, stopping.Best));
        Assert.Equal(weights[1], model.GetWeights()[0].Item());
        Assert.NotEqual(weights[3], weights[1]);
    }

    [Fact]
    public void Early_stopping_asks_for_a_step_of_more_than_min_delta()
    {
        var stopping = new EarlyStopping("pretended", minDelta: 0.5, patience: 3);

        var history = Line().Fit(X, Y, epochs: 10, verbose: 0, callbacks: [new Pretending(5, 4.8, 4.6, 4.5, 1), stopping]);

        // 4.8, 4.6 and 4.5 are not more than 0.5 below 5.
        Assert.Equal(4, history.EpochCount);
        Assert.Equal(0, stopping.BestEpoch);
    }

    [Fact]
    public void Without_patience_the_first_miss_ends_the_training_but_not_in_the_first_epoch()
    {
        var history = Line().Fit(X, Y, epochs: 10, verbose: 0, callbacks: [new Pretending(double.NaN, 2, 3), new EarlyStopping("pretended")]);

        Assert.Equal(3, history.EpochCount);
    }

    [Fact]
    public void An_accuracy_is_better_when_it_rises()
    {
        var model = new Sequential([new Dense(2, "softmax")], [1]);
        model.Compile(new SGD(0.1), "sparse_categorical_crossentropy", "accuracy");
        var stopping = new EarlyStopping("accuracy", patience: 1);

        var history = model.Fit(X, new[] { 0, 1, 1 }, epochs: 50, verbose: 0, callbacks: [stopping]);

        var curve = history["accuracy"];
        var miss = Enumerable.Range(1, curve.Length - 1).First(epoch => curve[epoch] <= curve[..epoch].Max());
        Assert.Equal(miss, stopping.StoppedEpoch);
    }

    [Fact]
    public void The_rate_falls_on_a_plateau_and_rests_after_it()
    {
        // Patience 2: misses in epochs 1, 2 → 0.05 after epoch 2; epochs 3 and 4 rest, of which the last one counts; 5 → 0.025.
        var history = Line().Fit(X, Y, epochs: 8, verbose: 0, callbacks:
        [
            new Pretending(1, 1, 1, 1, 1, 1, 1, 1),
            new ReduceLROnPlateau("pretended", factor: 0.5, patience: 2) { Cooldown = 2, MinLR = 0.01 },
        ]);

        Assert.Equal([0.1, 0.1, 0.1, 0.05, 0.05, 0.05, 0.025, 0.025], history["learning_rate"]);
    }

    [Fact]
    public void A_schedule_of_the_students_own_sets_the_rate_before_each_epoch()
    {
        var history = Line().Fit(X, Y, epochs: 3, verbose: 0, callbacks: [new LearningRateScheduler((epoch, rate) => epoch == 0 ? rate : rate / 2)]);

        Assert.Equal([0.1, 0.05, 0.025], history["learning_rate"]);
    }

    [Fact]
    public void The_csv_file_has_a_line_for_each_epoch()
    {
        using var folder = new TemporaryFolder();
        var file = folder.PathOf("log.csv");

        Line().Fit(X, Y, epochs: 2, verbose: 0, callbacks: [new Pretending(1, 0.5), new CSVLogger(file)]);
        Line().Fit(X, Y, epochs: 1, verbose: 0, callbacks: [new Pretending(7), new CSVLogger(file, append: true)]);

        var lines = File.ReadAllLines(file);
        Assert.Equal(["epoch,loss,pretended", "0", "1", "0"], [lines[0], .. lines[1..].Select(line => line.Split(',')[0])]);
        Assert.Equal(["1", "0.5", "7"], lines[1..].Select(line => line.Split(',')[2]));
    }

    [Fact]
    public void A_checkpoint_names_its_file_and_keeps_only_the_best()
    {
        using var folder = new TemporaryFolder();
        var every = new ModelCheckpoint(folder.PathOf("all-{epoch:02d}-{pretended:.2f}.safetensors"));
        var best = new ModelCheckpoint(folder.PathOf("best-{epoch}.safetensors"), "pretended", saveBestOnly: true);

        var model = Line();
        model.Fit(X, Y, epochs: 3, verbose: 0, callbacks: [new Pretending(2, 3, 1.5), every, best]);

        Assert.Equal(
            ["all-01-2.00.safetensors", "all-02-3.00.safetensors", "all-03-1.50.safetensors", "best-1.safetensors", "best-3.safetensors"],
            Directory.GetFiles(folder.PathOf("")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(model.GetWeights()[0].Item(), Sequential.Load(best.LastPath!).GetWeights()[0].Item());
    }

    private static Sequential Line()
    {
        var model = new Sequential([new Dense(1)], [1], dtype: DType.Float64);
        model.Compile(new SGD(0.1), "mse");
        return model;
    }

    /// <summary>Logs values as if they had been measured.</summary>
    private sealed class Pretending(params double[] values) : Callback
    {
        public override void OnEpochEnd(int epoch, Logs logs) => logs["pretended"] = values[epoch];
    }

    private sealed class Keeping(List<double> weights) : Callback
    {
        public override void OnEpochEnd(int epoch, Logs logs) => weights.Add(Model.GetWeights()[0].Item());
    }
}
