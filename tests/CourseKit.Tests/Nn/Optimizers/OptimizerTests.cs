using CourseKit.Autograd;
using CourseKit.Nn.Optimizers;

namespace CourseKit.Tests.Nn.Optimizers;

/// <summary>Steps worked out by hand: weight 1, gradients 2, −1, 2, 2 one after another.</summary>
public sealed class OptimizerTests
{
    private static readonly double[] Gradients = [2, -1, 2, 2];

    [Fact]
    public void Plain_sgd_subtracts_rate_times_gradient()
    {
        // 1 − 0.1·2 = 0.8, + 0.1 = 0.9, − 0.2 = 0.7, − 0.2 = 0.5
        Near([0.8, 0.9, 0.7, 0.5], Path(w => new SGD([w], 0.1)));
    }

    [Fact]
    public void Momentum_repeats_part_of_the_last_step()
    {
        // v: −0.2, −0.1+0.1=0, −0.2, −0.1−0.2=−0.3
        Near([0.8, 0.8, 0.6, 0.3], Path(w => new SGD([w], 0.1, new SGDOptions { Momentum = 0.5 })));
    }

    [Fact]
    public void Nesterov_looks_half_a_step_ahead()
    {
        // v as above; w += 0.5 v − 0.1 g: −0.1−0.2, 0+0.1, −0.1−0.2, −0.15−0.2
        Near([0.7, 0.8, 0.5, 0.15], Path(w => new SGD([w], 0.1, new SGDOptions { Momentum = 0.5, Nesterov = true })));
    }

    [Theory]
    [InlineData(true, 0.5 - 0.17)]
    [InlineData(false, 0.5 - 0.035)]
    public void Velocity_with_the_rate_inside_keeps_the_old_rate_when_it_changes(bool inside, double last)
    {
        // Gradients 2, 2 at rate 0.1: v = −0.2, −0.3 (or b = 2, 3), w = 0.8, 0.5. Then 2 at rate 0.01:
        // 0.5 · −0.3 − 0.01 · 2 = −0.17, or −0.01 · (0.5 · 3 + 2) = −0.035.
        var w = Tensor.From([1.0]).RequireGrad();
        var sgd = new SGD([w], 0.1, new SGDOptions { Momentum = 0.5, VelocityHoldsRate = inside });
        Step(sgd, w, 2);
        Step(sgd, w, 2);
        Assert.Equal(0.5, w[0], 1e-15);

        sgd.LearningRate = 0.01;
        Step(sgd, w, 2);

        Assert.Equal(last, w[0], 1e-15);
    }

    [Fact]
    public void Dampening_spares_the_first_step()
    {
        // b: 2, 0.5·2 + 0.25·−1 = 0.75, 0.375 + 0.5 = 0.875, 0.4375 + 0.5 = 0.9375; w −= 0.1 b
        var options = new SGDOptions { Momentum = 0.5, Dampening = 0.75, VelocityHoldsRate = false };

        Near([0.8, 0.725, 0.6375, 0.54375], Path(w => new SGD([w], 0.1, options)));
    }

    [Fact]
    public void Coupled_decay_is_part_of_the_gradient_and_of_the_velocity()
    {
        // λ = 0.5: g = 2.5 at w = 1, v = −0.25; then g = −1 + 0.375 at w = 0.75, v = −0.125 + 0.0625
        var options = new SGDOptions { Momentum = 0.5, WeightDecay = 0.5 };

        Near([0.75, 0.6875], Path(w => new SGD([w], 0.1, options))[..2]);
    }

    [Fact]
    public void Decoupled_decay_shortens_the_weight_and_leaves_the_velocity_alone()
    {
        // η λ = 0.05: 0.95 · 1 − 0.2 = 0.75, v = −0.2; 0.95 · 0.75 + (−0.1 + 0.1) = 0.7125
        var options = new SGDOptions { Momentum = 0.5, WeightDecay = 0.5, DecayIsDecoupled = true };

        Near([0.75, 0.7125], Path(w => new SGD([w], 0.1, options))[..2]);
    }

    [Fact]
    public void RMSprop_divides_the_gradient_by_its_usual_size()
    {
        // ρ = 0.75, ε = 0.5, η = 0.1. v: 0.25·4 = 1, 0.75 + 0.25 = 1, 0.75 + 1 = 1.75
        // w: 1 − 0.1·2/1.5, + 0.1·1/1.5, − 0.2/(√1.75 + 0.5)
        var (first, second) = (1 - (0.2 / 1.5), 1 - (0.1 / 1.5));
        var options = new RMSpropOptions { Decay = 0.75, Epsilon = 0.5 };

        Near([first, second, second - (0.2 / (Math.Sqrt(1.75) + 0.5))], Path(w => new RMSprop([w], 0.1, options))[..3]);
    }

    [Fact]
    public void RMSprops_epsilon_can_stand_inside_the_root()
    {
        // v = 1 as above: 0.1 · 2/√(1 + 3) = 0.1, then − 1/√4 · 0.1
        var options = new RMSpropOptions { Decay = 0.75, Epsilon = 3, EpsilonInsideRoot = true };

        Near([0.9, 0.95], Path(w => new RMSprop([w], 0.1, options))[..2]);
    }

    [Fact]
    public void Centered_RMSprop_divides_by_the_deviation()
    {
        // ρ = 0.5: v = 2, mean = 1, √(2 − 1) = 1; v = 1.5, mean = 0, √1.5. ε = 1.
        var options = new RMSpropOptions { Decay = 0.5, Epsilon = 1, Centered = true };

        Near([0.9, 0.9 + (0.1 / (Math.Sqrt(1.5) + 1))], Path(w => new RMSprop([w], 0.1, options))[..2]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void RMSprops_momentum_repeats_part_of_the_last_step(bool inside)
    {
        // Quotients 2/1.5 and −1/1.5 as above; b: 2/1.5, 1/1.5 − 1/1.5 = 0
        var options = new RMSpropOptions { Decay = 0.75, Epsilon = 0.5, Momentum = 0.5, VelocityHoldsRate = inside };

        Near([1 - (0.2 / 1.5), 1 - (0.2 / 1.5)], Path(w => new RMSprop([w], 0.1, options))[..2]);
    }

    [Fact]
    public void A_variance_that_rounding_made_negative_counts_as_zero()
    {
        // The same gradient for ever: v and the square of the mean both go to g², and their difference to a few roundings of either sign.
        var w = Tensor.From([0.0]).RequireGrad();
        var rms = new RMSprop([w], 1e-9, new RMSpropOptions { Decay = 0.5, Centered = true, Epsilon = 1 });

        for (var step = 0; step < 200; step++)
            Step(rms, w, 0.1);

        Assert.InRange(w[0], -200 * 1.01e-10, -199 * 0.9e-10);
    }

    [Fact]
    public void Adagrad_slows_down_by_the_sum_of_squares()
    {
        // s = 5 + 4 = 9, 10, 14; ε = 1, η = 0.1, slower by 1/(1 + (t − 1)/2): 0.2/4, 0.1/1.5/(√10 + 1), 0.2/2/(√14 + 1)
        var options = new AdagradOptions { InitialAccumulator = 5, Epsilon = 1, RateDecay = 0.5 };
        var second = 0.95 + (0.1 / 1.5 / (Math.Sqrt(10) + 1));

        Near([0.95, second, second - (0.1 / (Math.Sqrt(14) + 1))], Path(w => new Adagrad([w], 0.1, options))[..3]);
    }

    [Fact]
    public void Adagrads_epsilon_can_stand_inside_the_root()
    {
        // s = 4, √(4 + 12) = 4
        Near([0.95], Path(w => new Adagrad([w], 0.1, new AdagradOptions { Epsilon = 12, EpsilonInsideRoot = true }))[..1]);
    }

    [Fact]
    public void AdamW_shortens_the_weight_before_adams_step()
    {
        // η λ = 0.05; the step is Adam's above: 0.1 · 1/1.5. λ is 0.01 where nothing is said.
        var options = new AdamOptions { Beta1 = 0.5, Beta2 = 0.75, Epsilon = 0.5, WeightDecay = 0.5 };

        Near([0.95 - (0.1 / 1.5)], Path(w => new AdamW([w], 0.1, options))[..1]);
        Near([0.999 - 0.1], Path(w => new AdamW([w], 0.1))[..1], 1e-7);
    }

    [Fact]
    public void A_weight_that_joins_late_starts_at_its_own_first_step()
    {
        Tensor early = Tensor.From([1.0]).RequireGrad(), late = Tensor.From([1.0]).RequireGrad();
        var adam = new Adam([early, late], 0.1);
        for (var step = 0; step < 10; step++)
            Step(adam, early, 2);

        Step(adam, late, 2);

        // The first step of Adam is η, but for ε, whatever the gradient.
        Assert.Equal(0.9, late[0], 1e-7);
    }

    [Fact]
    public void Adam_divides_the_mean_gradient_by_its_usual_size()
    {
        // β₁ = 0.5, β₂ = 0.75, ε = 0.5, η = 0.1.
        // t=1: m = 1, v = 1; 0.1·√0.25/0.5 = 0.1; 0.1 · 1/(1 + 0.5)
        // t=2: m = 0.5·1 − 0.5 = 0, so nothing moves; v = 0.75 + 0.25 = 1
        // t=3: m = 1, v = 0.75 + 1 = 1.75; 0.1·√(1 − 0.75³)/(1 − 0.5³) · 1/(√1.75 + 0.5)
        var first = 1 - (0.1 / 1.5);
        var third = first - (0.1 * Math.Sqrt(1 - 0.421875) / 0.875 / (Math.Sqrt(1.75) + 0.5));
        var options = new AdamOptions { Beta1 = 0.5, Beta2 = 0.75, Epsilon = 0.5 };

        Near([first, first, third], Path(w => new Adam([w], 0.1, options))[..3]);
    }

    [Fact]
    public void Adam_as_printed_in_the_paper_adds_epsilon_after_the_correction()
    {
        // t=1: m̂ = 1/0.5 = 2, v̂ = 1/0.25 = 4; 0.1 · 2/(2 + 0.5)
        var options = new AdamOptions { Beta1 = 0.5, Beta2 = 0.75, Epsilon = 0.5, EpsilonIsCorrected = true };

        Near([1 - (0.2 / 2.5)], Path(w => new Adam([w], 0.1, options))[..1]);
    }

    [Fact]
    public void Both_forms_of_adam_agree_without_epsilon()
    {
        var before = Path(w => new Adam([w], 0.1, new AdamOptions { Epsilon = 1e-300 }));
        var after = Path(w => new Adam([w], 0.1, new AdamOptions { Epsilon = 1e-300, EpsilonIsCorrected = true }));

        Near(before, after);
    }

    [Theory]
    [InlineData(DType.Float32, 1)]
    [InlineData(DType.Float64, 1)]
    [InlineData(DType.Float64, 3)]
    public void Long_tensors_are_changed_like_each_weight_alone(DType precision, int threads)
    {
        using var limit = CourseKit.Numerics.NumericThreads.Limit(threads);
        var start = Enumerable.Range(0, 40_001).Select(i => Math.Sin(i)).ToArray();
        var all = Tensor.From(start).To(precision).Clone().RequireGrad();
        var optimizer = new Adam([all], 0.1);

        for (var step = 0; step < 3; step++)
            Step(optimizer, all, 1);

        foreach (var i in new[] { 0, 511, 512, 16_383, 16_384, 39_999, 40_000 })
        {
            var one = Tensor.From([start[i]]).To(precision).Clone().RequireGrad();
            var alone = new Adam([one], 0.1);
            for (var step = 0; step < 3; step++)
                Step(alone, one, 1);
            Assert.Equal(one[0], all[i]);
        }
    }

    [Fact]
    public void Weights_without_a_gradient_stay()
    {
        Tensor used = Tensor.From([1.0]).RequireGrad(), idle = Tensor.From([1.0]).RequireGrad();
        var sgd = new SGD([used, idle], 0.1, new SGDOptions { Momentum = 0.9 });

        sgd.Step(() =>
        {
            var loss = used * used;
            loss.Backward();
            return loss.Item();
        });

        Assert.Equal(0.8, used[0], 1e-15);
        Assert.Equal(1, idle[0]);
    }

    [Fact]
    public void Rates_follow_their_formulas()
    {
        Assert.Equal(0.2 / Math.Sqrt(301), LearningRates.InverseScaling(0.2, 300, 0.5), 1e-15);
        Assert.Equal(0.02, LearningRates.Adapted(0.1), 1e-15);
    }

    [Fact]
    public void What_comes_before_a_step_can_change_gradients()
    {
        var w = Tensor.From([1.0]).RequireGrad();
        var sgd = new SGD([w], 0.1) { BeforeStep = weights => GradientClipping.ByValue(weights, 0.5) };

        Step(sgd, w, -2);

        Assert.Equal(1.05, w[0], 1e-15);
    }

    [Theory]
    [InlineData(DType.Float32)]
    [InlineData(DType.Float64)]
    public void Each_tensor_can_be_clipped_by_its_own_norm(DType precision)
    {
        Tensor large = Tensor.Zeros([2], precision).RequireGrad(), small = Tensor.Zeros([2], precision).RequireGrad();
        ((large * Tensor.From([3.0, -4]).To(precision)).Sum() + (small * Tensor.From([0.3, 0.4]).To(precision)).Sum()).Backward();

        GradientClipping.EachByNorm([large, small, Tensor.Zeros([2]).RequireGrad()], 1);

        Assert.Equal([0.6, -0.8, 0.3, 0.4], [.. large.Grad!.ToDoubles(), .. small.Grad!.ToDoubles()], (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void Values_are_clipped_on_both_sides()
    {
        foreach (var precision in new[] { DType.Float32, DType.Float64 })
        {
            var w = Tensor.Zeros([3], precision).RequireGrad();
            (w * Tensor.From([3.0, -4, 0.25]).To(precision)).Sum().Backward();

            GradientClipping.ByValue([w], 0.5);

            Assert.Equal([0.5, -0.5, 0.25], w.Grad!.ToDoubles());
        }
    }

    private static double[] Path(Func<Tensor, Optimizer> make)
    {
        var w = Tensor.From([1.0]).RequireGrad();
        var optimizer = make(w);
        return [.. Gradients.Select(gradient =>
        {
            Step(optimizer, w, gradient);
            return w[0];
        })];
    }

    private static void Step(Optimizer optimizer, Tensor w, double gradient) => optimizer.Step(() =>
    {
        var loss = (w * gradient).Sum();
        loss.Backward();
        return loss.Item();
    });

    private static void Near(double[] expected, double[] actual, double tolerance = 1e-14)
    {
        Assert.Equal(expected.Length, actual.Length);
        foreach (var (a, b) in expected.Zip(actual))
            Assert.Equal(a, b, tolerance);
    }
}
