using System.Text.RegularExpressions;
using CourseKit.Autograd;
using CourseKit.Learn;
using CourseKit.Nn;
using CourseKit.Tests.Data.Fetching;
using CourseKit.Tests.Metrics;
using CourseKit.Torch;
using static CourseKit.Torch.Torch;

namespace CourseKit.Tests.Torch;

/// <summary>Beside skorch 0.12.1 on torch 1.13.1 (Golden/README.md).</summary>
[Collection("Torch")]
public sealed partial class NeuralNetClassifierTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Fits_and_prints_as_skorch_does(bool shuffle)
    {
        var run = GoldenFile.Read("Torch", "Golden", "runs.json").Named(shuffle ? "skorch, shuffled" : "skorch");
        ManualSeed(1);
        var x = Rand([60, 4]);
        var log = new StringWriter { NewLine = "\n" };

        var net = Classifier(shuffle, log).Fit(x, run.GetProperty("labels").Ints());

        ModuleRunTests.AssertClose(run.GetProperty("train_loss").Doubles(), net.History.Select(row => row.TrainLoss), 1e-5);
        ModuleRunTests.AssertClose(run.GetProperty("valid_loss").Doubles(), net.History.Select(row => row.ValidLoss!.Value), 1e-5);
        Assert.Equal(run.GetProperty("valid_acc").Doubles(), net.History.Select(row => row.ValidAcc!.Value));
        Assert.Equal(run.GetProperty("predictions").Ints(), net.Predict(x));
        ModuleRunTests.AssertClose(run.GetProperty("probabilities").Doubles(), net.PredictProba(x).Cast<double>(), 1e-4);
        Assert.Equal(WithoutTimes(run.GetProperty("log").Texts()), WithoutTimes(log.ToString().TrimEnd().Split('\n')));
    }

    [Fact]
    public void The_clock_that_is_passed_in_times_the_epochs()
    {
        // An epoch is one batch of 32 and one of 8 for validation.
        var clock = new ManualTime();
        var net = new NeuralNetClassifier(() => new Slow(clock)) { MaxEpochs = 2, Log = TextWriter.Null, Time = clock };
        var (x, y) = Samples();

        net.Fit(x, y);

        Assert.Equal([2, 2], net.History.Select(row => row.Dur.TotalSeconds));
    }

    [Fact]
    public void Without_validation_its_columns_are_left_out()
    {
        var log = new StringWriter { NewLine = "\n" };
        var (x, y) = Samples();
        var net = new NeuralNetClassifier(() => new Linear(4, 3)) { Folds = 0, MaxEpochs = 1, Log = log, Time = new ManualTime() };

        net.Fit(x, y);

        Assert.Equal("  epoch    train_loss     dur\n-------  ------------  ------\n      1        0.0000  0.0000\n", Digits().Replace(log.ToString(), "0.0000"));
        Assert.Null(net.History[0].ValidLoss);
        Assert.InRange(net.Score(x, y), 0, 1);
    }

    [Fact]
    public void A_hook_can_stop_the_training()
    {
        var (x, y) = Samples();
        var net = new NeuralNetClassifier(() => new Linear(4, 3)) { Log = TextWriter.Null, EpochEnded = end => end.Stop() };

        net.Fit(x, y);

        Assert.Single(net.History);
        Assert.Equal("NeuralNetClassifier(\n  module_=Linear(in_features=4, out_features=3, bias=True),\n)", net.ToString());
    }

    [Fact]
    public void A_sweep_gives_the_same_table_however_many_points_run_at_a_time()
    {
        var (x, y) = Samples();

        double[] Table(int workers) => [.. (Sweep.Over(("lr", [0.1, 1.0]), ("hidden", [3, 7, 9])) with { Workers = workers }).Run(point =>
        {
            ManualSeed(0);
            var net = new NeuralNetClassifier(() => new Sequential(new Linear(4, point.Get<int>("hidden")), new Tanh(), new Linear(point.Get<int>("hidden"), 3)))
            {
                Lr = point.Get<double>("lr"),
                Shuffle = true,
                MaxEpochs = 3,
                Verbose = false,
            };
            net.Fit(x, y);
            return [("loss", net.History[^1].TrainLoss), ("accuracy", net.Score(x, y))];
        }).Runs.SelectMany(run => run.Measures.Select(measure => measure.Value))];

        Assert.Equal(Table(1), Table(3));
    }

    private static NeuralNetClassifier Classifier(bool shuffle, TextWriter log) =>
        new(() => new Net()) { Lr = 1, MaxEpochs = 8, BatchSize = 16, Shuffle = shuffle, Log = log };

    private static (Tensor X, int[] Y) Samples()
    {
        var x = Rand([40, 4], generator: new Generator(3));
        return (x, [.. Enumerable.Range(0, 40).Select(i => (int)(x[i, 0] * 3))]);
    }

    // Colours of the best values, and seconds.
    private static IEnumerable<string> WithoutTimes(string[] lines) =>
        lines.Select(line => Seconds().Replace(Colours().Replace(line, ""), ""));

    [GeneratedRegex(@"\x1b\[\d+m")]
    private static partial Regex Colours();

    [GeneratedRegex(@"\d+\.\d+$")]
    private static partial Regex Seconds();

    [GeneratedRegex(@"\d\.\d{4}")]
    private static partial Regex Digits();

    private sealed class Net : Module
    {
        private readonly Sequential _network = new(new Linear(4, 8), new ReLU(), new Dropout(0.2), new Linear(8, 3));

        public override Tensor Forward(Tensor x) => _network.Call(x);
    }

    private sealed class Slow(ManualTime clock) : Module
    {
        private readonly Linear _layer = new(4, 3);

        public override Tensor Forward(Tensor x)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            return _layer.Call(x);
        }
    }
}
