using CourseKit.Autograd;
using CourseKit.Nn;
using CourseKit.Nn.Losses;
using CourseKit.Nn.Optimizers;
using CourseKit.Nn.Training;

namespace CourseKit.Tests.Nn;

/// <summary>Each row of the table by hand. That the rows of scikit-learn are its own is shown by Learn/Golden/Mlp.</summary>
public sealed class DialectTests
{
    public static TheoryData<string> Names => ["scikit-learn", "Keras", "PyTorch"];

    [Theory]
    [InlineData("scikit-learn", Nonlinearity.Tanh, 0.25, 0.25)] // √(6/96)
    [InlineData("scikit-learn", Nonlinearity.Sigmoid, 0.14433756729740643, 0.14433756729740643)] // √(2/96)
    [InlineData("Keras", Nonlinearity.Sigmoid, 0.25, 0)]
    [InlineData("PyTorch", Nonlinearity.ReLU, 0.125, 0.125)] // 1/√64
    public void Weights_start_within_these_bounds(string name, Nonlinearity function, double weight, double bias)
    {
        Assert.Equal(weight, Of(name).WeightBound(64, 32, function), 1e-15);
        Assert.Equal(bias, Of(name).BiasBound(64, 32, function), 1e-15);
    }

    [Theory]
    [InlineData("scikit-learn", 1e-8, false)]
    [InlineData("Keras", 1e-7, false)]
    [InlineData("PyTorch", 1e-8, true)]
    public void Adams_epsilon_is_this_and_stands_there(string name, double epsilon, bool corrected) =>
        Assert.Equal((epsilon, corrected), (Of(name).AdamEpsilon, Of(name).AdamEpsilonIsCorrected));

    [Theory]
    [InlineData("scikit-learn", true)]
    [InlineData("Keras", true)]
    [InlineData("PyTorch", false)]
    public void Velocity_holds_the_rate_or_not(string name, bool holds) => Assert.Equal(holds, Of(name).VelocityHoldsRate);

    [Theory]
    [InlineData("scikit-learn", 0.001)]
    [InlineData("Keras", 0.01)]
    [InlineData("PyTorch", null)]
    public void Sgd_starts_with_this_rate_or_must_be_given_one(string name, double? rate) => Assert.Equal(rate, Of(name).SGDLearningRate);

    [Fact]
    public void Rmsprop_and_adagrad_begin_differently()
    {
        // w = 1, g = 0.01, one step with the defaults. RMSprop: lr · 0.01/(√(0.1 · 1e-4) + ε); Adagrad: lr · 0.01/(√(start + 1e-4) + ε).
        (Dialect Dialect, double RMSprop, double Adagrad)[] expected =
        [
            (Dialect.Keras, 0.001 * 0.01 / (Math.Sqrt(1e-5) + 1e-7), 0.001 * 0.01 / (Math.Sqrt(0.1001) + 1e-7)),
            (Dialect.Torch, 0.01 * 0.01 / (Math.Sqrt(1e-6) + 1e-8), 0.01 * 0.01 / (0.01 + 1e-10)),
        ];

        foreach (var (dialect, rms, ada) in expected)
        {
            Assert.Equal(1 - rms, OneStep(w => new RMSprop([w], dialect.RMSpropLearningRate!.Value, dialect.RMSprop)), 1e-15);
            Assert.Equal(1 - ada, OneStep(w => new Adagrad([w], dialect.AdagradLearningRate!.Value, dialect.Adagrad)), 1e-15);
            Assert.Equal(dialect.VelocityHoldsRate, dialect.RMSprop!.VelocityHoldsRate);
        }
        Assert.Equal((null, null), (Dialect.ScikitLearn.RMSprop, Dialect.ScikitLearn.Adagrad));
        Assert.Equal((null, null), (Dialect.ScikitLearn.RMSpropLearningRate, Dialect.ScikitLearn.AdagradLearningRate));

        static double OneStep(Func<Tensor, Optimizer> make)
        {
            var w = Tensor.From([1.0]).RequireGrad();
            make(w).Step(() =>
            {
                (w * 0.01).Sum().Backward();
                return 0;
            });
            return w[0];
        }
    }

    [Theory]
    [InlineData("scikit-learn", false, null)]
    [InlineData("Keras", true, 0.004)]
    [InlineData("PyTorch", false, 0.01)]
    public void Weights_decay_by_themselves_or_with_the_gradient(string name, bool decoupled, double? inAdamW) =>
        Assert.Equal((decoupled, inAdamW), (Of(name).DecayIsDecoupled, Of(name).AdamWDecay));

    [Theory]
    [InlineData("scikit-learn", null)]
    [InlineData("Keras", 0.0)]
    [InlineData("PyTorch", 1e-6)]
    public void Norms_are_divided_by_with_this_added(string name, double? epsilon) => Assert.Equal(epsilon, Of(name).ClipNormEpsilon);

    [Fact]
    public void Penalties_of_the_same_strength_differ()
    {
        // w = (1, −2), λ = 0.3: Σ w² = 5; scikit-learn for a batch of 10: 0.15 · 5 / 10, Keras: 0.3 · 5. Slopes λ w / 10 and 2 λ w.
        var w = Tensor.From([1.0, -2.0]).RequireGrad();
        (L2Form Form, double Value, double[] Slope)[] expected =
        [
            (Dialect.ScikitLearn.L2, 0.075, [0.03, -0.06]),
            (Dialect.Keras.L2, 1.5, [0.6, -1.2]),
        ];

        foreach (var (form, value, slope) in expected)
        {
            w.ZeroGrad();
            var term = new L2Penalty([w], 0.3, form).Of(10);
            term.Backward();

            Assert.Equal(value, term.Item(), 1e-15);
            Assert.Equal(slope[0], w.Grad![0], 1e-15);
            Assert.Equal(slope[1], w.Grad![1], 1e-15);
        }
        Assert.Equal(L2Form.InTheGradient, Dialect.Torch.L2);
    }

    [Fact]
    public void Squared_errors_are_halved_or_not_and_scikit_learn_follows_the_sum()
    {
        // y − t = (2, 0), (0, 1) over 2 rows of 2: mean 5/4. Slopes 2(y − t)/4, and in scikit-learn (y − t)/2 for a loss of half the mean.
        var y = Tensor.From(new double[,] { { 3, 0 }, { 0, 2 } }).RequireGrad();
        var samples = new Samples(Tensor.Zeros([2, 1]), new double[,] { { 1, 0 }, { 0, 1 } });
        (Dialect Dialect, double Value, double First)[] expected =
            [(Dialect.ScikitLearn, 0.625, 1), (Dialect.Keras, 1.25, 1), (Dialect.Torch, 1.25, 1)];

        foreach (var (dialect, value, first) in expected)
        {
            y.ZeroGrad();
            var loss = new SquaredErrorLoss(dialect.SquaredError).Of(y, samples);
            loss.Backward();

            Assert.Equal(value, loss.Item(), 1e-15);
            Assert.Equal(first, y.Grad![0, 0], 1e-15);
        }
    }

    [Theory]
    [InlineData("scikit-learn", DType.Float64, 2.220446049250313e-16)]
    [InlineData("scikit-learn", DType.Float32, 1.1920928955078125e-07)]
    [InlineData("Keras", DType.Float32, 1e-7)]
    [InlineData("PyTorch", DType.Float32, 0)]
    public void Probabilities_are_clipped_here(string name, DType precision, double clip) =>
        Assert.Equal(clip, Of(name).ProbabilityClip(precision));

    [Fact]
    public void Patience_is_exceeded_or_used_up()
    {
        // Losses 1, 1, 1: two epochs without improvement. Patience 2: Keras and skorch stop, scikit-learn waits for a third one.
        foreach (var dialect in new[] { Dialect.ScikitLearn, Dialect.Keras, Dialect.Torch })
        {
            var counter = new ImprovementCounter(rising: false, dialect);
            foreach (var loss in new[] { 1.0, 1, 1 })
                counter.Observe(loss, 0.1);

            Assert.Equal(2, counter.Count);
            Assert.Equal(dialect != Dialect.ScikitLearn, counter.Exceeds(2));
        }
    }

    [Fact]
    public void The_value_to_beat_creeps_or_stays()
    {
        // Losses fall by 0.06 each, tolerance 0.1: never enough against the last best, but 0.88 is against 1.
        foreach (var dialect in new[] { Dialect.ScikitLearn, Dialect.Keras })
        {
            var counter = new ImprovementCounter(rising: false, dialect);
            foreach (var loss in new[] { 1.0, 0.94, 0.88 })
                counter.Observe(loss, 0.1);

            Assert.Equal(dialect == Dialect.Keras ? 0 : 2, counter.Count);
            Assert.Equal(0.88, counter.Best);
        }
    }

    [Theory]
    [InlineData("Keras", 0.01, 1.0)] // 0.99 · 0 + 0.01 · 2; 0.99 · 1 + 0.01 · 1
    [InlineData("PyTorch", 0.1, 1.1)] // 0.9 · 0 + 0.1 · 2; 0.9 · 1 + 0.1 · 2
    public void Batches_are_remembered_in_different_shares(string name, double newest, double variance)
    {
        // A channel of 1 and 3: mean 2, variance 1 of both or 2 for one less.
        var form = Of(name).BatchNorm!;
        var statistics = new BatchStatistics(1, DType.Float64) { Momentum = form.Newest, Epsilon = form.Epsilon, Unbiased = form.Unbiased };

        Functions.BatchNorm(Tensor.From([1.0, 3], [2, 1]), null, null, statistics, training: true);

        Assert.Equal(newest, form.Newest);
        Assert.Equal(2 * newest, statistics.Mean.Item(), 1e-15);
        Assert.Equal(variance, statistics.Variance.Item(), 1e-15);
    }

    [Fact]
    public void Layers_have_the_defaults_of_their_dialect()
    {
        var (keras, torch) = (new CourseKit.Keras.Layers.BatchNormalization(), new CourseKit.Torch.BatchNorm1d(3));

        Assert.Equal((1 - Dialect.Keras.BatchNorm!.Newest, Dialect.Keras.BatchNorm.Epsilon), (keras.Momentum, keras.Epsilon));
        Assert.Equal($"BatchNorm1d(3, eps=1e-05, momentum={Dialect.Torch.BatchNorm!.Newest}, affine=True, track_running_stats=True)", torch.ToString());
        Assert.Equal((1e-5, true), (Dialect.Torch.BatchNorm.Epsilon, Dialect.Torch.BatchNorm.Unbiased));
        Assert.Equal(-Dialect.Torch.LeakySlope!.Value, new LeakyReLU().Forward(Tensor.From([-1.0]))[0]);
        Assert.Null(Dialect.ScikitLearn.BatchNorm);
    }

    [Theory]
    [InlineData("Keras", 0.2, false)]
    [InlineData("PyTorch", 0.01, true)]
    [InlineData("scikit-learn", null, null)]
    public void Slopes_and_padding_differ(string name, double? slope, bool? paddingCounts) =>
        Assert.Equal((slope, paddingCounts), (Of(name).LeakySlope, Of(name).PaddingCountsInMeans));

    [Fact]
    public void A_step_of_just_the_tolerance_counts_in_scikit_learn_alone()
    {
        foreach (var dialect in new[] { Dialect.ScikitLearn, Dialect.Keras, Dialect.Torch })
        {
            var counter = new ImprovementCounter(rising: true, dialect);
            foreach (var score in new[] { 0.5, 0.75 })
                counter.Observe(score, 0.25);

            Assert.Equal(dialect == Dialect.ScikitLearn ? 0 : 1, counter.Count);
        }
    }

    [Fact]
    public void NaN_is_never_the_best_and_a_miss_in_keras_alone()
    {
        var strict = new ImprovementCounter(rising: false, Dialect.Keras);
        var counter = new ImprovementCounter(rising: false, Dialect.ScikitLearn);
        foreach (var loss in new[] { 1.0, 2, double.NaN })
        {
            strict.Observe(loss, 0.1);
            counter.Observe(loss, 0.1);
        }

        Assert.Equal((2, 1.0, false), (strict.Count, strict.Best, strict.IsBest));
        Assert.Equal((0, 1.0, false), (counter.Count, counter.Best, counter.IsBest));
        counter.Observe(3, 0.1);
        counter.Restart();
        Assert.Equal((0, 1.0), (counter.Count, counter.Best));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_library_is_named(string name) => Assert.Equal(name, Of(name).Name);

    private static Dialect Of(string name) =>
        new[] { Dialect.ScikitLearn, Dialect.Keras, Dialect.Torch }.Single(dialect => dialect.Name == name);
}
