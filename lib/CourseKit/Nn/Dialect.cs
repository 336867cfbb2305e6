using CourseKit.Autograd;
using CourseKit.Nn.Optimizers;
using CourseKit.Nn.Schedules;

namespace CourseKit.Nn;

/// <summary>What scikit-learn, Keras and PyTorch mean differently by the same word, as data. Each row names its source.</summary>
/// <remarks>
/// Sources: scikit-learn 1.2.1, <c>sklearn/neural_network</c>, and PyTorch 1.13, <c>torch.optim</c>, read and run; Keras 3 and skorch 0.11,
/// their reference documentation; Keras 2 where the reports used it and 3 differs. Every row has a test that works it out by hand; those of
/// scikit-learn and PyTorch are also held against their own runs.
/// </remarks>
public sealed record Dialect
{
    /// <summary>scikit-learn's <c>MLPClassifier</c> and <c>MLPRegressor</c>, 1.2.1.</summary>
    public static Dialect ScikitLearn { get; } = new()
    {
        Name = "scikit-learn",

        // _init_coef: √(6 / (in + out)), or √(2 / (in + out)) where the hidden layers are logistic; biases with the same bound.
        WeightBound = (inputs, units, function) => Math.Sqrt((function == Nonlinearity.Sigmoid ? 2.0 : 6.0) / (inputs + units)),
        BiasBound = (inputs, units, function) => Math.Sqrt((function == Nonlinearity.Sigmoid ? 2.0 : 6.0) / (inputs + units)),

        // AdamOptimizer._get_updates: lr √(1 − β₂ᵗ) / (1 − β₁ᵗ) · m / (√v + ε).
        AdamEpsilon = 1e-8,
        AdamEpsilonIsCorrected = false,

        // SGDOptimizer._get_updates: v ← μ v − lr g.
        VelocityHoldsRate = true,

        // MLPClassifier(learning_rate_init=0.001), for both of its solvers. It has neither RMSprop nor Adagrad, nor clipping.
        SGDLearningRate = 0.001,
        RMSpropLearningRate = null,
        RMSprop = null,
        AdagradLearningRate = null,
        Adagrad = null,
        ClipNormEpsilon = null,

        // alpha is a term of the loss; its gradient goes through the optimizer as any other.
        DecayIsDecoupled = false,
        AdamWDecay = null,

        // constant, invscaling and adaptive only: LearningRates.
        Schedules = null,

        // _backprop: 0.5 α Σ w² / n of this batch.
        L2 = L2Form.HalfSquarePerSample,

        // _update_no_improvement_count and _fit_stochastic: count > n_iter_no_change; best is the best seen, however small the step.
        StopsBeyondPatience = true,
        BestNeedsTolerance = false,

        // log_loss and binary_log_loss: clipped to [ε, 1 − ε] with the machine epsilon of the precision.
        ProbabilityClip = precision => precision == DType.Float32 ? Math.ScaleB(1, -23) : Math.ScaleB(1, -52),

        // squared_loss: mean over all values / 2; _backprop: delta = y − t, divided by n only.
        SquaredError = SquaredErrorForm.HalfMeanWithSlopeOfTheSum,

        // It has no such layers and functions.
        BatchNorm = null,
        PaddingCountsInMeans = null,
        LeakySlope = null,
    };

    /// <summary>Keras 3.</summary>
    public static Dialect Keras { get; } = new()
    {
        Name = "Keras",

        // initializers.GlorotUniform, Dense(bias_initializer="zeros").
        WeightBound = (inputs, units, _) => Math.Sqrt(6.0 / (inputs + units)),
        BiasBound = (_, _, _) => 0,

        // optimizers.Adam: epsilon=1e-7, "epsilon hat" of Kingma and Ba, before section 2.1.
        AdamEpsilon = 1e-7,
        AdamEpsilonIsCorrected = false,

        // optimizers.SGD: velocity = momentum * velocity − learning_rate * g.
        VelocityHoldsRate = true,

        // optimizers.SGD(learning_rate=0.01).
        SGDLearningRate = 0.01,

        // optimizers.RMSprop(learning_rate=0.001, rho=0.9, epsilon=1e-7). √v + ε is Keras 2's (to 2.10, without momentum), which the reports
        // ran; from 2.11 on √(v + ε).
        RMSpropLearningRate = 0.001,
        RMSprop = new() { Decay = 0.9, Epsilon = 1e-7, EpsilonInsideRoot = false, VelocityHoldsRate = true },

        // optimizers.Adagrad(learning_rate=0.001, initial_accumulator_value=0.1, epsilon=1e-7); √s + ε as above.
        AdagradLearningRate = 0.001,
        Adagrad = new() { InitialAccumulator = 0.1, Epsilon = 1e-7, EpsilonInsideRoot = false },

        // Optimizer(weight_decay): variable − variable · wd · lr before the step; AdamW(weight_decay=0.004).
        DecayIsDecoupled = true,
        AdamWDecay = 0.004,

        // Optimizer(clipnorm, global_clipnorm): t · limit / max(norm, limit).
        ClipNormEpsilon = 0,

        // schedules.CosineDecay: min(step, decay_steps). callbacks.ReduceLROnPlateau: wait >= patience; min_delta is absolute; the cooldown is
        // counted down before the epoch is judged.
        Schedules = new()
        {
            CosineStaysLow = true,
            PlateauOutlastsPatience = false,
            PlateauToleranceIsRelative = false,
            LastEpochOfCooldownCounts = true,
            SmallestRateChange = 0,
        },

        // regularizers.L2: loss = l2 * sum(square(x)).
        L2 = L2Form.WholeSquare,

        // callbacks.EarlyStopping: stops when wait >= patience; only a step of more than min_delta counts as better.
        StopsBeyondPatience = false,
        BestNeedsTolerance = true,

        // backend epsilon().
        ProbabilityClip = _ => 1e-7,

        // losses.MeanSquaredError: mean(square(y_true − y_pred)).
        SquaredError = SquaredErrorForm.Mean,

        // layers.BatchNormalization(momentum=0.99, epsilon=0.001): moving · momentum + batch · (1 − momentum), with the variance of ops.moments,
        // / m. Keras 2's fused kernel, for images only, kept / (m − 1).
        BatchNorm = new() { Newest = 0.01, Epsilon = 1e-3, Unbiased = false },

        // layers.AveragePooling2D(padding="same"): the mean of what lies within the image.
        PaddingCountsInMeans = false,

        // activations.leaky_relu(negative_slope=0.2); its layer LeakyReLU has 0.3.
        LeakySlope = 0.2,
    };

    /// <summary>PyTorch 1.13; where it has no such thing (stopping), skorch, which is used with it.</summary>
    public static Dialect Torch { get; } = new()
    {
        Name = "PyTorch",

        // nn.Linear, nn.Conv2d: kaiming_uniform_(a=√5) for the weights, √3 · √(2 / (1 + a²)) / √inputs, which is 1/√inputs but for the last
        // bits; U(−1/√inputs, 1/√inputs) for the biases. The inputs of a convolution are those of one unit: channels · rows · columns.
        WeightBound = (inputs, _, _) => Math.Sqrt(3) * (Math.Sqrt(2 / (1 + (Math.Sqrt(5) * Math.Sqrt(5)))) / Math.Sqrt(inputs)),
        BiasBound = (inputs, _, _) => 1 / Math.Sqrt(inputs),

        // optim.Adam: m̂ / (√v̂ + eps), both corrected first.
        AdamEpsilon = 1e-8,
        AdamEpsilonIsCorrected = true,

        // optim.SGD: b ← μ b + g, p ← p − lr b ("differs from Sutskever et al.").
        VelocityHoldsRate = false,

        // optim.SGD(lr=required).
        SGDLearningRate = null,

        // optim.RMSprop(lr=1e-2, alpha=0.99, eps=1e-8): sqrt().add_(eps); buf.mul_(momentum).addcdiv_(grad, avg), p −= lr buf.
        RMSpropLearningRate = 0.01,
        RMSprop = new() { Decay = 0.99, Epsilon = 1e-8, EpsilonInsideRoot = false, VelocityHoldsRate = false },

        // optim.Adagrad(lr=1e-2, initial_accumulator_value=0, eps=1e-10): sqrt().add_(eps).
        AdagradLearningRate = 0.01,
        Adagrad = new() { InitialAccumulator = 0, Epsilon = 1e-10, EpsilonInsideRoot = false },

        // weight_decay of all but AdamW: grad.add(param, alpha=weight_decay). optim.AdamW(weight_decay=1e-2).
        DecayIsDecoupled = false,
        AdamWDecay = 0.01,

        // nn.utils.clip_grad_norm_: max_norm / (total_norm + 1e-6), at most 1.
        ClipNormEpsilon = 1e-6,

        // lr_scheduler.CosineAnnealingLR goes on with the cosine. ReduceLROnPlateau: num_bad_epochs > patience; threshold_mode="rel";
        // bad epochs in the cooldown are ignored; eps=1e-8.
        Schedules = new()
        {
            CosineStaysLow = false,
            PlateauOutlastsPatience = true,
            PlateauToleranceIsRelative = true,
            LastEpochOfCooldownCounts = false,
            SmallestRateChange = 1e-8,
        },

        // optim.SGD, optim.Adam: g ← g + weight_decay · p.
        L2 = L2Form.InTheGradient,

        // skorch.callbacks.EarlyStopping: misses == patience; threshold.
        StopsBeyondPatience = false,
        BestNeedsTolerance = true,

        // nn.CrossEntropyLoss and nn.BCEWithLogitsLoss work on scores and clip nothing.
        ProbabilityClip = _ => 0,

        // nn.MSELoss: mean of (x − y)².
        SquaredError = SquaredErrorForm.Mean,

        // nn.BatchNorm2d(eps=1e-5, momentum=0.1): (1 − momentum) · running + momentum · batch, with the variance / (m − 1).
        BatchNorm = new() { Newest = 0.1, Epsilon = 1e-5, Unbiased = true },

        // nn.AvgPool2d(count_include_pad=True).
        PaddingCountsInMeans = true,

        // nn.LeakyReLU(negative_slope=0.01).
        LeakySlope = 0.01,
    };

    /// <summary>Whose words these are.</summary>
    public required string Name { get; init; }

    /// <summary>Weights start uniform in ±bound(inputs, units, function of the hidden layers).</summary>
    /// <remarks>X. Glorot, Y. Bengio, Understanding the difficulty of training deep feedforward networks, AISTATS 2010, eq. 16.</remarks>
    public required Func<int, int, Nonlinearity, double> WeightBound { get; init; }

    /// <summary>Biases start uniform in ±bound(inputs, units, function of the hidden layers); 0 for zeros.</summary>
    public required Func<int, int, Nonlinearity, double> BiasBound { get; init; }

    /// <summary>Adam's default ε.</summary>
    public required double AdamEpsilon { get; init; }

    /// <summary>
    /// Whether ε is added to √v̂ after the correction of v, as the algorithm of the paper is printed, or to √v before it.
    /// </summary>
    public required bool AdamEpsilonIsCorrected { get; init; }

    /// <summary>
    /// Whether the velocity of SGD with momentum already contains the learning rate. It matters when the rate changes on the way.
    /// </summary>
    public required bool VelocityHoldsRate { get; init; }

    /// <summary>The default rate of <see cref="Optimizers.SGD"/>; null where it must be given.</summary>
    public required double? SGDLearningRate { get; init; }

    /// <summary>The default rate of <see cref="Optimizers.RMSprop"/>; null where there is no such optimizer.</summary>
    public required double? RMSpropLearningRate { get; init; }

    /// <summary>Defaults and form of <see cref="Optimizers.RMSprop"/>; null where there is none.</summary>
    public required RMSpropOptions? RMSprop { get; init; }

    /// <summary>The default rate of <see cref="Optimizers.Adagrad"/>; null where there is no such optimizer.</summary>
    public required double? AdagradLearningRate { get; init; }

    /// <summary>Defaults and form of <see cref="Optimizers.Adagrad"/>; null where there is none.</summary>
    public required AdagradOptions? Adagrad { get; init; }

    /// <summary>
    /// Whether an optimizer's weight decay shortens the weights, or is added to the gradients; in <see cref="AdamW"/> always the former.
    /// </summary>
    public required bool DecayIsDecoupled { get; init; }

    /// <summary>The default weight decay of <see cref="AdamW"/>; null where there is no such optimizer.</summary>
    public required double? AdamWDecay { get; init; }

    /// <summary>What is added to a norm before clipping divides by it; null where nothing is clipped.</summary>
    public required double? ClipNormEpsilon { get; init; }

    /// <summary>How schedules of the learning rate count; null where there are none of these.</summary>
    public required ScheduleForm? Schedules { get; init; }

    /// <summary>What the strength of an L2 penalty is multiplied with.</summary>
    public required L2Form L2 { get; init; }

    /// <summary>Whether training stops when more epochs than the patience, or as many, brought no improvement.</summary>
    public required bool StopsBeyondPatience { get; init; }

    /// <summary>
    /// Whether only a value better than the best by more than the tolerance counts, NaN not, and moves the best. Otherwise only a value
    /// worse than the
    /// best less the tolerance is a miss, NaN not, and any better one moves the best.
    /// </summary>
    public required bool BestNeedsTolerance { get; init; }

    /// <summary>Probabilities count in the loss as at least this and at most 1 − this; 0 where nothing is clipped.</summary>
    public required Func<DType, double> ProbabilityClip { get; init; }

    /// <summary>The scale of the squared error and of its gradient.</summary>
    public required SquaredErrorForm SquaredError { get; init; }

    /// <summary>Defaults and form of batch normalisation; null where there is none.</summary>
    public required BatchNormForm? BatchNorm { get; init; }

    /// <summary>Whether padding counts, as zeros, in the mean below a window; null where there are no windows.</summary>
    public required bool? PaddingCountsInMeans { get; init; }

    /// <summary>The default slope of <see cref="Functions.LeakyReLU"/> below 0; null where there is no such function.</summary>
    public required double? LeakySlope { get; init; }
}

/// <summary>How batch normalisation remembers the batches it saw.</summary>
public sealed record BatchNormForm
{
    /// <summary>How much the newest batch counts by default: running ← (1 − newest) · running + newest · batch.</summary>
    public required double Newest { get; init; }

    /// <summary>The default of ε, added to the variance before its root.</summary>
    public required double Epsilon { get; init; }

    /// <summary>Whether the running variance is Σ (x − mean)² / (m − 1) or / m.</summary>
    public required bool Unbiased { get; init; }
}

/// <summary>What the strength λ of an L2 penalty is multiplied with.</summary>
public enum L2Form
{
    /// <summary>The loss gets λ/2 · Σ w² / n, with n the samples of the batch.</summary>
    HalfSquarePerSample,

    /// <summary>The loss gets λ · Σ w².</summary>
    WholeSquare,

    /// <summary>The gradient gets λ w; the loss that is shown stays without it. Called weight decay.</summary>
    InTheGradient,
}

/// <summary>The scale of a squared error over (n, k) values.</summary>
public enum SquaredErrorForm
{
    /// <summary>Σ (y − t)² / (n k), with its own gradient.</summary>
    Mean,

    /// <summary>Σ (y − t)² / (2 n k), with the gradient of Σ (y − t)² / (2 n): k times its own.</summary>
    HalfMeanWithSlopeOfTheSum,
}
