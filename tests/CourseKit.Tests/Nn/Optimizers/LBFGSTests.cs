using CourseKit.Autograd;
using CourseKit.Nn.Optimizers;

namespace CourseKit.Tests.Nn.Optimizers;

public sealed class LBFGSTests
{
    private static readonly Dictionary<string, (Func<double, double> Value, Func<double, double> Slope)> Functions = new()
    {
        ["valley"] = (t => -t / ((t * t) + 2), t => ((t * t) - 2) / (((t * t) + 2) * ((t * t) + 2))),
        ["flat start"] = (
            t => Math.Pow(t + 0.004, 5) - (2 * Math.Pow(t + 0.004, 4)),
            t => (5 * Math.Pow(t + 0.004, 4)) - (8 * Math.Pow(t + 0.004, 3))),
        ["parabola"] = (t => (t * t) - (4 * t), t => (2 * t) - 4),
        ["hyperbola"] = (t => Math.Sqrt(1 + ((t - 1) * (t - 1))), t => (t - 1) / Math.Sqrt(1 + ((t - 1) * (t - 1)))),
        ["exponential"] = (t => Math.Exp(t) - (3 * t), t => Math.Exp(t) - 3),
    };

    [Fact]
    public void Minimum_of_a_stretched_bowl_is_found_to_the_last_digits()
    {
        var scale = Tensor.From([1.0, 10, 1000]);
        var w = Tensor.From([3.0, -2, 5]).RequireGrad();
        var optimizer = new LBFGS([w], new LBFGSOptions { GradientTolerance = 1e-10, LossTolerance = 0 });

        Run(optimizer, () => (scale * (w - 1) * (w - 1)).Sum());

        Assert.True(optimizer.Converged);
        Assert.All(w.ToDoubles(), value => Assert.Equal(1, value, 1e-9));
        Assert.InRange(optimizer.Iterations, 3, 30);
    }

    // H. H. Rosenbrock, 1960: a curved valley with its lowest point at (1, 1). SciPy's L-BFGS-B needs about 37 steps from here.
    [Fact]
    public void Rosenbrocks_valley_is_walked_to_its_end()
    {
        Tensor x = Tensor.From([-1.2]).RequireGrad(), y = Tensor.From([1.0]).RequireGrad();
        var optimizer = new LBFGS([x, y], new LBFGSOptions { LossTolerance = 0, GradientTolerance = 1e-8 });

        Run(optimizer, () => ((1 - x) * (1 - x) + (100 * (y - (x * x)) * (y - (x * x)))).Sum());

        Assert.Equal((1, 1), (Math.Round(x[0], 7), Math.Round(y[0], 7)));
        Assert.InRange(optimizer.Iterations, 20, 60);
        Assert.InRange(optimizer.Evaluations, optimizer.Iterations, 2 * optimizer.Iterations);
    }

    [Fact]
    public void Nothing_is_done_where_the_gradient_is_zero_already()
    {
        var w = Tensor.From([2.0]).RequireGrad();
        var optimizer = new LBFGS([w]);

        Run(optimizer, () => ((w - 2) * (w - 2)).Sum());

        Assert.Equal((0, 1, true), (optimizer.Iterations, optimizer.Evaluations, optimizer.Converged));
    }

    [Fact]
    public void It_stops_after_the_step_in_which_the_evaluations_ran_out()
    {
        Tensor x = Tensor.From([-1.2]).RequireGrad();
        var optimizer = new LBFGS([x], new LBFGSOptions { MaxEvaluations = 3, GradientTolerance = 0, LossTolerance = 0 });

        Run(optimizer, () => (x * x * x * x).Sum());

        Assert.True(optimizer.Finished);
        Assert.False(optimizer.Converged);
        Assert.InRange(optimizer.Evaluations, 4, 23);
    }

    [Fact]
    public void A_loss_that_never_falls_ends_the_search_where_it_began()
    {
        var w = Tensor.From([2.0]).RequireGrad();
        var optimizer = new LBFGS([w]);

        // The gradient says downhill is left, but the value rises on both sides.
        Run(optimizer, () => (w.Detach() - 2).Sum() * (w.Detach() - 2).Sum() + w.Sum() - w.Detach().Sum());

        Assert.True(optimizer.Finished);
        Assert.False(optimizer.Converged);
        Assert.Equal(2, w[0]);
    }

    // Steps and counts of SciPy 1.10.1's minpack2.dcsrch (ftol 1e-3, gtol 0.9, xtol 0.1, stpmin 0, stpmax 1e10); the first two functions
    // are those of Moré and Thuente (1994), section 5. Where slope and value cannot both fall enough, the narrow interval ends the search.
    [Theory]
    [InlineData("valley", 1e-3, 5, 0.341)]
    [InlineData("valley", 1e-1, 2, 0.5)]
    [InlineData("valley", 10, 1, 10)]
    [InlineData("valley", 1e3, 4, 36.88760696396662)]
    [InlineData("flat start", 1e-3, 11, 1.5975830448985595)]
    [InlineData("flat start", 1e-1, 7, 1.6024085266778738)]
    [InlineData("flat start", 10, 6, 1.6123738059384738)]
    [InlineData("flat start", 1e3, 10, 1.5950402760316598)]
    [InlineData("parabola", 1e-3, 5, 0.341)]
    [InlineData("parabola", 10, 2, 2)]
    [InlineData("parabola", 1e3, 2, 1.9999999999999714)]
    [InlineData("hyperbola", 10, 2, 1.4470875233589626)]
    [InlineData("hyperbola", 1e3, 4, 1.7813729440980908)]
    [InlineData("exponential", 1e-1, 2, 0.5)]
    [InlineData("exponential", 10, 3, 0.9185251507908585)]
    public void Line_search_tries_the_steps_that_scipy_tries(string name, double first, int trials, double step)
    {
        var (value, slope) = Functions[name];
        var search = new MoreThuente(value(0), slope(0), first);

        var tried = 1;
        while (tried < 30 && !search.Accept(value(search.Step), slope(search.Step)))
            tried++;

        Assert.Equal(trials, tried);
        Assert.Equal(step, search.Step, 1e-9 * step);
    }

    private static void Run(LBFGS optimizer, Func<Tensor> loss)
    {
        for (var step = 0; step < 200 && !optimizer.Finished; step++)
        {
            optimizer.Step(() =>
            {
                var value = loss();
                value.Backward();
                return value.Item();
            });
        }
    }
}
