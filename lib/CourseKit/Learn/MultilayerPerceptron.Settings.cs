namespace CourseKit.Learn;

public abstract partial class MultilayerPerceptron
{
    /// <summary>Units in each hidden layer, each 1 or more. Default [100]. With [] the model is linear.</summary>
    public IReadOnlyList<int> HiddenLayerSizes { get; set; } = [100];

    /// <summary>What the hidden units compute. Default <see cref="Activation.ReLU"/>.</summary>
    public Activation Activation { get; set; } = Activation.ReLU;

    /// <summary>How the weights are found. Default <see cref="Solver.Adam"/>.</summary>
    public Solver Solver { get; set; } = Solver.Adam;

    /// <summary>
    /// Strength of the L2 penalty, 0 or more: the loss of a batch of n gets α/2 · Σ w² / n, without the biases. Default 0.0001.
    /// </summary>
    public double Alpha { get; set; } = 0.0001;

    /// <summary>
    /// Samples in a batch, 1 or more; more than there are count as all. Default null: 200, or all if there are less. Ignored by LBFGS.
    /// </summary>
    public int? BatchSize { get; set; }

    /// <summary>How the learning rate changes. Default <see cref="LearningRate.Constant"/>. Used by SGD alone.</summary>
    public LearningRate LearningRate { get; set; } = LearningRate.Constant;

    /// <summary>The learning rate at the start, above 0. Default 0.001. Ignored by LBFGS.</summary>
    public double LearningRateInit { get; set; } = 0.001;

    /// <summary>The power of <see cref="LearningRate.InvScaling"/>, 0 or more. Default 0.5. Used by SGD with that rate alone.</summary>
    public double PowerT { get; set; } = 0.5;

    /// <summary>The most epochs (SGD, Adam) or steps (LBFGS), 1 or more. Default 200. Reaching it is a warning.</summary>
    public int MaxIter { get; set; } = 200;

    /// <summary>Whether the samples come in another order in each epoch. Default true. Ignored by LBFGS.</summary>
    public bool Shuffle { get; set; } = true;

    /// <summary>The seed of NumPy's legacy random stream, 0 or more, from which weights, orders and splits are drawn. Default 0.</summary>
    public int RandomState { get; set; }

    /// <summary>
    /// How much better than the best a loss or score must be to count as an improvement, 0 or more. LBFGS stops when no slope is
    /// larger. Default 0.0001.
    /// </summary>
    public double Tol { get; set; } = 0.0001;

    /// <summary>Whether each iteration writes a line to <see cref="Log"/>. Default false.</summary>
    public bool Verbose { get; set; }

    /// <summary>Whether Fit goes on with the weights of the last fit instead of drawing new ones. Default false.</summary>
    public bool WarmStart { get; set; }

    /// <summary>μ, the share of the last step that is repeated, 0..1. Default 0.9. Used by <see cref="Nn.Optimizers.SGD"/> alone.</summary>
    public double Momentum { get; set; } = 0.9;

    /// <summary>Nesterov's momentum instead of the plain one. Default true. Used by SGD with momentum alone.</summary>
    public bool NesterovsMomentum { get; set; } = true;

    /// <summary>
    /// Whether part of the samples is held back, and training stops when the score on it no longer rises; the best weights are kept.
    /// Default false. Ignored by LBFGS and PartialFit.
    /// </summary>
    public bool EarlyStopping { get; set; }

    /// <summary>The part held back for early stopping, between 0 and 1, rounded up. Default 0.1. Ignored without it.</summary>
    public double ValidationFraction { get; set; } = 0.1;

    /// <summary>β₁, 0 or more and less than 1. Default 0.9. Used by <see cref="Nn.Optimizers.Adam"/> alone.</summary>
    public double Beta1 { get; set; } = 0.9;

    /// <summary>β₂, 0 or more and less than 1. Default 0.999. Used by Adam alone.</summary>
    public double Beta2 { get; set; } = 0.999;

    /// <summary>ε, above 0. Default 1e-8. Used by Adam alone.</summary>
    public double Epsilon { get; set; } = 1e-8;

    /// <summary>Training stops when more epochs in a row than this bring no improvement, 1 or more. Default 10. Ignored by LBFGS.</summary>
    public int NIterNoChange { get; set; } = 10;

    /// <summary>The most times that the loss is computed, 1 or more. Default 15000. Used by LBFGS alone.</summary>
    public int MaxFun { get; set; } = 15000;
}
