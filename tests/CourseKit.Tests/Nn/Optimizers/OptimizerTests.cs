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
            Assert.Equal(one[0], all[i], precision == DType.Float32 ? 1e-6 : 1e-14);
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

    private static void Near(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        foreach (var (a, b) in expected.Zip(actual))
            Assert.Equal(a, b, 1e-14);
    }
}
