using CourseKit.Autograd;
using static System.FormattableString;
using TensorPrimitives = System.Numerics.Tensors.TensorPrimitives;

namespace CourseKit.Nn.Optimizers;

/// <summary>Adam: steps in the direction of the mean gradient, divided by its usual size.</summary>
/// <remarks>
/// m ← β₁ m + (1 − β₁) g and v ← β₂ v + (1 − β₂) g², then w ← w − η √(1 − β₂ᵗ)/(1 − β₁ᵗ) · m / (√v + ε)
/// (D. P. Kingma and J. Ba, Adam: A Method for Stochastic Optimization, ICLR 2015, the form before section 2.1); with
/// <see cref="AdamOptions.EpsilonIsCorrected"/> the form of its algorithm 1, w ← w − η m̂ / (√v̂ + ε).
/// </remarks>
public sealed class Adam : ElementwiseOptimizer
{
    private readonly AdamOptions _options;
    private long _steps;
    private double _rate, _scale;

    /// <param name="parameters">The weights.</param>
    /// <param name="learningRate">η, more than 0. Default 0.001.</param>
    /// <param name="options">The decays and ε.</param>
    /// <exception cref="ArgumentException">There are no weights, or an option is out of its range.</exception>
    public Adam(IEnumerable<Tensor> parameters, double learningRate = 0.001, AdamOptions? options = null)
        : base(parameters, learningRate, slots: 2)
    {
        _options = options ?? new AdamOptions();
        if (_options is not { Beta1: >= 0 and < 1, Beta2: >= 0 and < 1, Epsilon: > 0 })
        {
            throw new ArgumentException(
                "Adam: β₁ and β₂ of 0 or more and less than 1 and ε above 0 are required; "
                + Invariant($"received {_options.Beta1}, {_options.Beta2} and {_options.Epsilon}."));
        }
    }

    private protected override void BeginStep()
    {
        _steps++;
        var (corrected1, corrected2) = (1 - Math.Pow(_options.Beta1, _steps), Math.Sqrt(1 - Math.Pow(_options.Beta2, _steps)));
        (_rate, _scale) = _options.EpsilonIsCorrected
            ? (LearningRate / corrected1, 1 / corrected2)
            : (LearningRate * corrected2 / corrected1, 1);
    }

    private protected override void Update<T>(in UpdateBlock<T> block)
    {
        Span<T> m = block.First, v = block.Second, scratch = block.Scratch;
        T beta1 = T.CreateChecked(_options.Beta1), beta2 = T.CreateChecked(_options.Beta2);
        TensorPrimitives.Multiply(m, beta1, m);
        TensorPrimitives.MultiplyAdd(block.Gradients, T.CreateChecked(1 - _options.Beta1), m, m);
        TensorPrimitives.Multiply(block.Gradients, block.Gradients, scratch);
        TensorPrimitives.Multiply(v, beta2, v);
        TensorPrimitives.MultiplyAdd(scratch, T.CreateChecked(1 - _options.Beta2), v, v);

        TensorPrimitives.Sqrt<T>(v, scratch);
        if (_scale != 1)
            TensorPrimitives.Multiply(scratch, T.CreateChecked(_scale), scratch);
        TensorPrimitives.Add(scratch, T.CreateChecked(_options.Epsilon), scratch);
        TensorPrimitives.Divide<T>(m, scratch, scratch);
        TensorPrimitives.MultiplyAdd(scratch, T.CreateChecked(-_rate), block.Weights, block.Weights);
    }
}

/// <summary>The decays and the safeguard of <see cref="Adam"/>.</summary>
public sealed record AdamOptions
{
    /// <summary>β₁, the decay of the mean gradient, 0 or more and less than 1. Default 0.9.</summary>
    public double Beta1 { get; init; } = 0.9;

    /// <summary>β₂, the decay of the mean squared gradient, 0 or more and less than 1. Default 0.999.</summary>
    public double Beta2 { get; init; } = 0.999;

    /// <summary>ε, above 0; keeps the quotient finite. Default 1e-8; see <see cref="Dialect.AdamEpsilon"/>.</summary>
    public double Epsilon { get; init; } = 1e-8;

    /// <summary>What <see cref="Dialect.AdamEpsilonIsCorrected"/> says. Default false.</summary>
    public bool EpsilonIsCorrected { get; init; }
}
