using CourseKit.Autograd;
using CourseKit.Display;
using CourseKit.Learn;
using FsCheck;
using FsCheck.Fluent;

namespace CourseKit.Tests.Learn;

public sealed class MlpTests
{
    /// <summary>Two clouds around (0, 0) and (3, 3), labels 4 and 9.</summary>
    private static readonly double[,] X = { { 0, 0.2 }, { 0.3, -0.1 }, { -0.2, 0.1 }, { 3, 3.1 }, { 2.8, 3 }, { 3.2, 2.9 } };
    private static readonly int[] Y = [4, 4, 4, 9, 9, 9];

    [Fact]
    public void Labels_are_names_and_come_back_as_they_were()
    {
        var mlp = Small().Fit(X, Y);

        Assert.Equal([4, 9], mlp.Classes);
        Assert.Equal(Y, mlp.Predict(X));
        Assert.Equal(1, mlp.Score(X, Y));
        Assert.Equal(2, mlp.FeatureCount);
    }

    [Fact]
    public void Probabilities_of_a_row_sum_to_one_and_their_logarithms_agree()
    {
        foreach (var labels in new int[][] { Y, [0, 1, 2, 0, 1, 2] })
        {
            var mlp = Small().Fit(X, labels);

            double[,] p = mlp.PredictProba(X), log = mlp.PredictLogProba(X);

            Assert.Equal(labels.Distinct().Count(), p.GetLength(1));
            for (var i = 0; i < p.GetLength(0); i++)
            {
                Assert.Equal(1, Enumerable.Range(0, p.GetLength(1)).Sum(j => p[i, j]), 1e-12);
                for (var j = 0; j < p.GetLength(1); j++)
                    Assert.Equal(Math.Log(p[i, j]), log[i, j], 1e-12);
            }
        }
    }

    [Fact]
    public void Same_seed_gives_the_same_bits_on_one_thread_and_on_three()
    {
        var x = Wide(300, 120);
        int[] y = [.. Enumerable.Range(0, 300).Select(i => i * i % 3)];
        MLPClassifier Model() => new() { HiddenLayerSizes = [200, 150], MaxIter = 3, RandomState = 5, Log = TextWriter.Null };

        MLPClassifier one, three;
        using (CourseKit.Numerics.NumericThreads.Limit(1))
            one = Model().Fit(x, y);
        using (CourseKit.Numerics.NumericThreads.Limit(3))
            three = Model().Fit(x, y);

        Assert.Equal(one.LossCurve, three.LossCurve);
        foreach (var (a, b) in one.Coefs.Zip(three.Coefs))
            Assert.Equal(a.ToDoubles(), b.ToDoubles());
    }

    [Fact]
    public void A_model_computes_in_the_precision_of_its_samples_and_takes_the_other_one_too()
    {
        var narrow = new float[,] { { 0, 0 }, { 1, 1 }, { 0, 1 }, { 1, 0 } };
        int[] y = [0, 0, 1, 1];

        var mlp = Small().Fit(narrow, y);

        Assert.All(mlp.Coefs.Concat(mlp.Intercepts), weights => Assert.Equal(DType.Float32, weights.DType));
        Assert.Equal(mlp.Predict(narrow), mlp.Predict(new double[,] { { 0, 0 }, { 1, 1 }, { 0, 1 }, { 1, 0 } }));
    }

    [Fact]
    public void Stronger_penalty_makes_smaller_weights()
    {
        var sums = new[] { 0.0, 0.1, 1, 10 }.Select(alpha =>
        {
            var mlp = Small();
            (mlp.Alpha, mlp.MaxIter, mlp.Solver) = (alpha, 500, Solver.LBFGS);
            return mlp.Fit(X, Y).Coefs.Sum(weights => weights.ToDoubles().Sum(w => w * w));
        }).ToArray();

        Assert.Equal(sums.OrderDescending(), sums);
        Assert.True(sums[0] > 2 * sums[^1]);
    }

    [Fact]
    public void Weights_of_a_fit_do_not_depend_on_the_order_of_the_labels_names()
    {
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(20).WithReplay(3, 5), Prop.ForAll(
            ArbMap.Default.ArbFor<NonNegativeInt>(), shift =>
            {
                var moved = Small().Fit(X, [.. Y.Select(label => label + shift.Get)]);
                return moved.LossCurve.SequenceEqual(Small().Fit(X, Y).LossCurve);
            }));
    }

    [Fact]
    public void Many_rows_are_predicted_as_each_alone()
    {
        var mlp = Small().Fit(X, Y);
        var x = Wide(2500, 2);

        var together = mlp.PredictProba(x);

        for (var i = 0; i < 2500; i += 499)
            Assert.Equal(mlp.PredictProba(x[i..(i + 1)])[0, 0], together[i, 0], 1e-14);
    }

    [Fact]
    public void Refit_forgets_and_warm_start_remembers()
    {
        var mlp = Small();
        mlp.Fit(X, Y);
        var first = mlp.LossCurve.ToArray();

        Assert.Equal(first, mlp.Fit(X, Y).LossCurve);
        mlp.WarmStart = true;
        mlp.Fit(X, Y);
        Assert.Equal(first, mlp.LossCurve.Take(first.Length));
        Assert.True(mlp.LossCurve.Count > first.Length);
    }

    [Fact]
    public void Log_goes_to_the_notebook_unless_told_otherwise()
    {
        Assert.Same(Notebook.Log, new MLPClassifier().Log);
    }

    [Fact]
    public void Lbfgs_says_when_it_was_stopped_before_it_arrived()
    {
        using var log = new StringWriter();
        var mlp = Small();
        (mlp.Solver, mlp.MaxIter, mlp.Alpha, mlp.Tol, mlp.Log, mlp.Verbose) = (Solver.LBFGS, 2, 0, 0, log, true);

        mlp.Fit(X, Y);

        Assert.Equal(2, mlp.IterationCount);
        Assert.Null(mlp.BestLoss);
        Assert.Contains("Iteration 2, loss = ", log.ToString(), StringComparison.Ordinal);
        Assert.Contains("ConvergenceWarning: lbfgs failed to converge", log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Cross_validation_takes_the_model_as_any_classifier()
    {
        IClassifier mlp = Small();

        mlp.Fit(X, Y);

        Assert.Equal(Y, mlp.Predict(X));
        Assert.Equal(1, mlp.Score(X, Y));
    }

    [Fact]
    public void Regressor_estimates_one_value_or_several()
    {
        double[] sum = [.. Enumerable.Range(0, 6).Select(i => X[i, 0] + X[i, 1])];
        var both = new double[6, 2];
        for (var i = 0; i < 6; i++)
            (both[i, 0], both[i, 1]) = (sum[i], -sum[i]);
        var model = new MLPRegressor { HiddenLayerSizes = [], Solver = Solver.LBFGS, Alpha = 0, Tol = 1e-9, MaxIter = 500 };

        var one = model.Fit(X, sum).Predict(X);
        Assert.Equal(1, model.Score(X, sum), 1e-9);
        var several = model.Fit(X, both).PredictOutputs(X);

        for (var i = 0; i < 6; i++)
        {
            Assert.Equal(sum[i], one[i], 1e-4);
            Assert.Equal(-sum[i], several[i, 1], 1e-3);
        }
    }

    [Fact]
    public void Settings_are_read_and_set_by_scikit_learns_names()
    {
        var mlp = new MLPClassifier();

        mlp.SetParams(("hidden_layer_sizes", 7), ("activation", "tanh"), ("Solver", "SGD"));
        mlp.SetParams(("batch_size", "auto"), ("alpha", 1), ("beta_1", 0.5f));

        Assert.Equal([7], mlp.HiddenLayerSizes);
        Assert.Equal((Activation.Tanh, Solver.SGD, null, 1.0, 0.5), (mlp.Activation, mlp.Solver, mlp.BatchSize, mlp.Alpha, mlp.Beta1));
        string[] names =
        [
            "hidden_layer_sizes", "activation", "solver", "alpha", "batch_size", "learning_rate", "learning_rate_init", "power_t",
            "max_iter", "shuffle", "random_state", "tol", "verbose", "warm_start", "momentum", "nesterovs_momentum", "early_stopping",
            "validation_fraction", "beta_1", "beta_2", "epsilon", "n_iter_no_change", "max_fun",
        ];
        Assert.Equal(names, mlp.GetParams().Keys);
        Assert.Equal("tanh", mlp.GetParams()["activation"]);
    }

    [Fact]
    public void Defaults_are_those_of_scikit_learn()
    {
        var defaults = new Dictionary<string, object?>
        {
            ["activation"] = "relu",
            ["solver"] = "adam",
            ["alpha"] = 1e-4,
            ["batch_size"] = null,
            ["learning_rate"] = "constant",
            ["learning_rate_init"] = 0.001,
            ["power_t"] = 0.5,
            ["max_iter"] = 200,
            ["shuffle"] = true,
            ["tol"] = 1e-4,
            ["verbose"] = false,
            ["warm_start"] = false,
            ["momentum"] = 0.9,
            ["nesterovs_momentum"] = true,
            ["early_stopping"] = false,
            ["validation_fraction"] = 0.1,
            ["beta_1"] = 0.9,
            ["beta_2"] = 0.999,
            ["epsilon"] = 1e-8,
            ["n_iter_no_change"] = 10,
            ["max_fun"] = 15000,
        };
        var settings = new MLPRegressor().GetParams();

        Assert.All(defaults, entry => Assert.Equal(entry.Value, settings[entry.Key]));
        Assert.Equal([100], new MLPRegressor().HiddenLayerSizes);
    }

    private static MLPClassifier Small() => new()
    {
        HiddenLayerSizes = [5],
        Solver = Solver.SGD,
        LearningRateInit = 0.3,
        MaxIter = 40,
        RandomState = 2,
        Log = TextWriter.Null,
    };

    private static Tensor Wide(int rows, int columns) =>
        Tensor.From([.. Enumerable.Range(0, rows * columns).Select(i => Math.Sin(i * 0.7))], [rows, columns]);
}
