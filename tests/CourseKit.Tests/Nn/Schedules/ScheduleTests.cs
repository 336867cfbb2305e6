using System.Globalization;
using System.Text.Json;
using CourseKit.Autograd;
using CourseKit.Nn;
using CourseKit.Nn.Optimizers;
using CourseKit.Nn.Schedules;
using CourseKit.Tests.Metrics;
using CourseKit.Tests.Nn.Optimizers;

namespace CourseKit.Tests.Nn.Schedules;

/// <summary>Rates by hand, and against PyTorch's schedules: Optimizers/Golden/torch.json.</summary>
public sealed class ScheduleTests
{
    private static readonly JsonElement Golden = OptimizerGoldenTests.Read();

    public static TheoryData<string> Names => ["step", "exponential", "cosine", "warm_up", "warm_up_then_exponential"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Rates_are_torchs(string name)
    {
        var sgd = Optimizer(0.4);
        var scheduler = new LearningRateScheduler(sgd, name switch
        {
            "step" => new StepDecay(4, 0.3),
            "exponential" => new ExponentialDecay(0.8),
            "cosine" => new CosineAnnealing(5, 0.02, Dialect.Torch.Schedules!.CosineStaysLow),
            "warm_up" => new WarmUp(6, 0.25),
            _ => new WarmUp(4, 0.25, new ExponentialDecay(0.8)),
        });

        foreach (var expected in Golden.GetProperty("rates").GetProperty(name).Doubles())
        {
            Assert.Equal(expected, sgd.LearningRate, 1e-14);
            scheduler.Step();
        }

        Assert.Equal((14, 0.4), (scheduler.Time, scheduler.Start));
    }

    [Fact]
    public void A_whole_factor_takes_effect_in_so_many_steps()
    {
        // 0.25^(1/2) = 0.5
        var schedule = new ExponentialDecay(0.25, every: 2);

        Assert.Equal([0.8, 0.4, 0.2], Enumerable.Range(0, 3).Select(t => schedule.RateAt(0.8, t)), (a, b) => Math.Abs(a - b) < 1e-15);
    }

    [Fact]
    public void A_cosine_stays_at_its_floor_or_rises_again()
    {
        // Half of the period after its end: floor + (start − floor) / 2 where it rises.
        Assert.Equal(0.1, new CosineAnnealing(4, 0.1, Dialect.Keras.Schedules!.CosineStaysLow).RateAt(0.5, 6), 1e-15);
        Assert.Equal(0.3, new CosineAnnealing(4, 0.1, Dialect.Torch.Schedules!.CosineStaysLow).RateAt(0.5, 6), 1e-15);
        Assert.Equal(0.3, new CosineAnnealing(4, 0.1).RateAt(0.5, 2), 1e-15);
    }

    [Fact]
    public void Plateaus_lower_the_rate_as_in_torch()
    {
        foreach (var golden in Golden.GetProperty("plateaus").EnumerateArray())
        {
            var settings = golden.GetProperty("settings");
            var sgd = Optimizer(0.4);
            var reduce = new ReduceOnPlateau(sgd, Dialect.Torch, new ReduceOnPlateauOptions
            {
                Patience = settings.Int("patience"),
                Factor = settings.Double("factor"),
                Cooldown = settings.TryGetProperty("cooldown", out var cooldown) ? cooldown.GetInt32() : 0,
                Floor = settings.TryGetProperty("min_lr", out var floor) ? floor.GetDouble() : 0,
                Tolerance = settings.TryGetProperty("threshold", out var threshold) ? threshold.GetDouble() : 1e-4,
                Rising = settings.TryGetProperty("mode", out _),
            });

            foreach (var (value, rate) in golden.GetProperty("values").EnumerateArray().Zip(golden.GetProperty("rates").Doubles()))
            {
                var before = sgd.LearningRate;
                var lowered = reduce.Observe(double.Parse(value.GetString()!, CultureInfo.InvariantCulture));

                Assert.Equal(rate, sgd.LearningRate, 1e-15);
                Assert.Equal(rate < before, lowered);
            }
        }
    }

    [Fact]
    public void Keras_lowers_it_when_patience_is_used_up_and_counts_the_last_epoch_of_a_cooldown()
    {
        // Patience 2, cooldown 2: misses in epochs 2 and 3 → falls; epoch 4 rests, epoch 5 ends the cooldown and counts, so does 6 → falls.
        var sgd = Optimizer(0.4);
        var reduce = new ReduceOnPlateau(sgd, Dialect.Keras, new ReduceOnPlateauOptions { Patience = 2, Cooldown = 2, Factor = 0.5 });

        bool[] lowered = [.. Enumerable.Repeat(1.0, 6).Select(reduce.Observe)];

        Assert.Equal([false, false, true, false, false, true], lowered);
        Assert.Equal((0.1, 1.0), (sgd.LearningRate, reduce.Best));
    }

    [Fact]
    public void Tolerances_are_differences_in_keras_and_parts_of_the_best_in_torch()
    {
        // 100 → 99.5 is better by more than 0.1, but not by more than 0.1 · 100.
        foreach (var dialect in new[] { Dialect.Keras, Dialect.Torch })
        {
            var sgd = Optimizer(0.4);
            var reduce = new ReduceOnPlateau(sgd, dialect, new ReduceOnPlateauOptions { Patience = 0, Tolerance = 0.1 });

            reduce.Observe(100);

            Assert.Equal(dialect == Dialect.Torch, reduce.Observe(99.5));
        }
    }

    [Fact]
    public void A_rate_at_its_floor_stays()
    {
        var sgd = Optimizer(0.4);
        var reduce = new ReduceOnPlateau(sgd, Dialect.Keras, new ReduceOnPlateauOptions { Patience = 0, Floor = 0.3 });

        bool[] lowered = [.. Enumerable.Repeat(1.0, 3).Select(reduce.Observe)];

        Assert.Equal([false, true, false], lowered);
        Assert.Equal(0.3, sgd.LearningRate);
    }

    private static SGD Optimizer(double rate) => new([Tensor.Zeros([1]).RequireGrad()], rate);
}
