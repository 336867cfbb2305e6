using CourseKit.Autograd;
using CourseKit.Nn;
using CourseKit.Nn.Layers;
using CourseKit.Nn.Losses;
using CourseKit.Nn.Optimizers;
using CourseKit.Nn.Training;

namespace CourseKit.Tests.Nn.Training;

public sealed class TrainerTests
{
    /// <summary>Five points of y = 2x + 1.</summary>
    private static readonly Tensor X = Tensor.From([0.0, 1, 2, 3, 4], [5, 1]);
    private static readonly Tensor Y = Tensor.From([1.0, 3, 5, 7, 9], [5, 1]);

    [Fact]
    public void Epoch_loss_is_the_mean_over_all_samples_before_their_steps()
    {
        // Batches of 2, 2, 1 and a rate of 0: nothing moves, the loss of w = b = 0 is the mean of 1, 9, 25, 49, 81.
        var losses = new List<double>();
        var trainer = Make(Line(), 0, 2, end => losses.Add(end.Loss));

        trainer.Fit(new Samples(X, Y), 2);

        Assert.Equal([33, 33], losses);
    }

    [Fact]
    public void One_step_on_a_batch_is_the_step_by_hand()
    {
        // w = b = 0: dL/dw = −2/5 Σ x y = −2/5 · 70, dL/db = −2/5 · 25; rate 0.01
        var line = Line();

        Make(line, 0.01, 5).Fit(new Samples(X, Y), 1);

        Assert.Equal(0.28, line.Weight[0, 0], 1e-15);
        Assert.Equal(0.1, line.Bias![0], 1e-15);
    }

    [Fact]
    public void Shuffled_batches_hold_every_sample_once()
    {
        var seen = new List<double>();
        var spy = new Spy(x => seen.AddRange(x.ToDoubles()));
        var trainer = new Trainer
        {
            Model = spy,
            Loss = new SquaredErrorLoss(),
            Optimizer = new SGD(spy.Parameters(), 0),
            BatchSize = 2,
            Shuffle = order => Array.Reverse(order),
        };

        trainer.Fit(new Samples(X, Y), 2);

        Assert.Equal([4, 3, 2, 1, 0, 0, 1, 2, 3, 4], seen);
    }

    [Fact]
    public void Labels_travel_with_their_rows()
    {
        // Each row points at its own class: with the right labels the loss is the same in any order.
        Tensor x = new double[,] { { 5, 0, 0 }, { 0, 5, 0 }, { 0, 0, 5 } };
        var layer = new Linear(new double[,] { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } }, new double[3]);
        var losses = new List<double>();

        new Trainer
        {
            Model = layer,
            Loss = new CrossEntropyLoss(),
            Optimizer = new SGD(layer.Parameters(), 0),
            BatchSize = 2,
            Shuffle = order => (order[0], order[1], order[2]) = (order[1], order[2], order[0]),
            EpochEnded = end => losses.Add(end.Loss),
        }.Fit(new Samples(x, new[] { 0, 1, 2 }), 3);

        Assert.All(losses, loss => Assert.Equal(Math.Log(1 + (2 * Math.Exp(-5))), loss, 1e-15));
    }

    [Fact]
    public void Stopping_ends_the_training_after_that_epoch()
    {
        var epochs = new List<int>();
        var trainer = Make(Line(), 0.01, 5, end =>
        {
            epochs.Add(end.Epoch);
            if (end.Epoch == 3)
                end.Stop();
        });

        trainer.Fit(new Samples(X, Y), 10);

        Assert.Equal([1, 2, 3], epochs);
    }

    [Fact]
    public void Penalty_is_part_of_the_loss_and_of_the_step()
    {
        var line = new Linear(new double[,] { { 2 } }, new[] { 1.0 });
        var losses = new List<double>();

        // The line is already right: only the penalty 0.5 · 0.6 · 2² / 5 is left, and its slope 0.6 · 2 / 5.
        new Trainer
        {
            Model = line,
            Loss = new SquaredErrorLoss(),
            Optimizer = new SGD(line.Parameters(), 0.1),
            Penalties = [new L2Penalty([line.Weight], 0.6, L2Form.HalfSquarePerSample)],
            BatchSize = 5,
            EpochEnded = end => losses.Add(end.Loss),
        }.Fit(new Samples(X, Y), 1);

        Assert.Equal(0.24, losses[0], 1e-15);
        Assert.Equal(2 - (0.1 * 0.24), line.Weight[0, 0], 1e-15);
    }

    [Fact]
    public void Hooks_come_in_order_and_a_batch_can_be_the_last()
    {
        var calls = new List<string>();
        var line = Line();
        var trainer = new Trainer
        {
            Model = line,
            Loss = new SquaredErrorLoss(),
            Optimizer = new SGD(line.Parameters(), 0),
            BatchSize = 2,
            EpochStarted = epoch => calls.Add($"epoch {epoch}"),
            BatchStarted = batch => calls.Add($"batch {batch}"),
            BatchEnded = end =>
            {
                calls.Add($"{end.Batch + 1} of {end.Batches}: {end.Loss}, {end.MeanLoss}");
                if (end.Epoch == 2)
                    end.Stop();
            },
            EpochEnded = end => calls.Add($"end {end.Epoch}: {end.Loss}"),
        };

        trainer.Fit(new Samples(X, Y), 5);

        // Squares 1, 9 | 25, 49 | 81.
        Assert.Equal(
            [
                "epoch 1", "batch 0", "1 of 3: 5, 5", "batch 1", "2 of 3: 37, 21", "batch 2", "3 of 3: 81, 33", "end 1: 33",
                "epoch 2", "batch 0", "1 of 3: 5, 5", "end 2: 5",
            ],
            calls);
    }

    [Fact]
    public void Validation_is_measured_after_the_steps_of_the_epoch_and_training_before_them()
    {
        // One step by hand brings w to 0.28 and b to 0.1; at x = 1, y = 3 the error is then 2.62.
        var line = Line();
        var ends = new List<EpochEnd>();

        new Trainer
        {
            Model = line,
            Loss = new SquaredErrorLoss(),
            Optimizer = new SGD(line.Parameters(), 0.01),
            Penalties = [new L1Penalty(line.Weight, 0.5)],
            Metrics = [new RunningLoss(new SquaredErrorLoss())],
            Validation = new Samples(Tensor.From([1.0], [1, 1]), Tensor.From([3.0], [1, 1])),
            BatchSize = 5,
            EpochEnded = ends.Add,
        }.Fit(new Samples(X, Y), 1);

        // The slope of |w| at 0 counts as 1: the penalty takes 0.5 · 0.01 from the weight.
        var w = 0.28 - 0.005;
        Assert.Equal(33, ends[0].Training.Loss, 1e-12);
        Assert.Equal(33, ends[0].Training.Metrics[0], 1e-12);
        Assert.Equal(Math.Pow(3 - w - 0.1, 2), ends[0].Validation!.Metrics[0], 1e-12);
        Assert.Equal(Math.Pow(3 - w - 0.1, 2) + (0.5 * w), ends[0].Validation!.Loss, 1e-12);
    }

    [Fact]
    public void Evaluation_of_many_rows_is_the_mean_over_all()
    {
        // Rows −1, 0, 1, …: more than are computed at a time. The error of a line of 0 is x².
        var x = Tensor.From([.. Enumerable.Range(-1, 2500).Select(i => (double)i)], [2500, 1]);
        var evaluation = new Evaluation { Model = Line(), Loss = new SquaredErrorLoss() };

        var measures = evaluation.Of(new Samples(x, x));

        Assert.Equal(Enumerable.Range(-1, 2500).Average(i => (double)i * i), measures.Loss, 1e-6);
    }

    [Fact]
    public void Memory_of_a_step_is_used_again_by_the_next()
    {
        // The first training warms up everything that is made once.
        var layer = new Linear(Tensor.Ones([200, 300]), Tensor.Zeros([300]), Nonlinearity.Sigmoid);
        var samples = new Samples(Tensor.Ones([64, 200]), Tensor.Ones([64, 300]));
        void Train(int epochs) => Make(layer, 1e-3, 64).Fit(samples, epochs);
        Train(2);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Train(1000);
        var perStep = (GC.GetAllocatedBytesForCurrentThread() - before) / 1000;

        // The activations and their gradients are 75 KB each.
        Assert.InRange(perStep, 0, 4096);
    }

    private static Linear Line() => new(Tensor.Zeros([1, 1], DType.Float64), Tensor.Zeros([1], DType.Float64));

    private static Trainer Make(Linear model, double rate, int batchSize, Action<EpochEnd>? ended = null) => new()
    {
        Model = model,
        Loss = new SquaredErrorLoss(),
        Optimizer = new SGD(model.Parameters(), rate),
        BatchSize = batchSize,
        EpochEnded = ended,
    };

    private sealed class Spy(Action<Tensor> see) : Module
    {
        private readonly Linear _line = Line();

        public override Tensor Forward(Tensor x)
        {
            see(x);
            return _line.Call(x);
        }
    }
}
