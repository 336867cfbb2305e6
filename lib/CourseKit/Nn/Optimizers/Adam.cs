using System.Runtime.CompilerServices;
using CourseKit.Autograd;
using CourseKit.Numerics;
using static System.FormattableString;

namespace CourseKit.Nn.Optimizers;

/// <summary>Adam: steps in the direction of the mean gradient, divided by its usual size.</summary>
/// <remarks>
/// m ← β₁ m + (1 − β₁) g and v ← β₂ v + (1 − β₂) g², then w ← w − η √(1 − β₂ᵗ)/(1 − β₁ᵗ) · m / (√v + ε)
/// (D. P. Kingma and J. Ba, Adam: A Method for Stochastic Optimization, ICLR 2015, the form before section 2.1); with
/// <see cref="AdamOptions.EpsilonIsCorrected"/> the form of its algorithm 1, w ← w − η m̂ / (√v̂ + ε).
/// </remarks>
public class Adam : ElementwiseOptimizer
{
    private readonly AdamOptions _options;

    /// <param name="parameters">The weights.</param>
    /// <param name="learningRate">η, more than 0. Default 0.001.</param>
    /// <param name="options">The decays and ε.</param>
    /// <exception cref="ArgumentException">There are no weights, or an option is out of its range.</exception>
    public Adam(IEnumerable<Tensor> parameters, double learningRate = 0.001, AdamOptions? options = null)
        : base(parameters, learningRate, options ??= new AdamOptions(), Memory.First | Memory.Second)
    {
        _options = options;
        if (_options is not { Beta1: >= 0 and < 1, Beta2: >= 0 and < 1, Epsilon: > 0 })
        {
            throw new ArgumentException(
                $"{GetType().Name}: β₁ and β₂ of 0 or more and less than 1 and ε above 0 are required; "
                + Invariant($"received {_options.Beta1}, {_options.Beta2} and {_options.Epsilon}."));
        }
    }

    private protected override void Update<T>(in UpdateBlock<T> block)
    {
        var (beta1, beta2) = (_options.Beta1, _options.Beta2);
        var (corrected1, corrected2) = (1 - Math.Pow(beta1, block.Step), Math.Sqrt(1 - Math.Pow(beta2, block.Step)));
        block.Apply(_options.EpsilonIsCorrected
            ? new Rule(beta1, beta2, LearningRate / corrected1, 1 / corrected2, _options.Epsilon)
            : new Rule(beta1, beta2, LearningRate * corrected2 / corrected1, 1, _options.Epsilon));
    }

    private readonly struct Rule(double beta1, double beta2, double rate, double scale, double epsilon) : IUpdateRule
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply<TSimd, TVector, T>(TVector w, TVector g, ref TVector m, ref TVector v, ref TVector third)
            where TSimd : struct, IVectorMath<TVector, T>
            where TVector : struct
            where T : unmanaged
        {
            m = TSimd.MultiplyAdd(TSimd.Constant(1 - beta1), g, TSimd.Multiply(TSimd.Constant(beta1), m));
            v = TSimd.MultiplyAdd(TSimd.Constant(1 - beta2), TSimd.Multiply(g, g), TSimd.Multiply(TSimd.Constant(beta2), v));
            var size = TSimd.MultiplyAdd(TSimd.Constant(scale), TSimd.Sqrt(v), TSimd.Constant(epsilon));
            return TSimd.MultiplyAdd(TSimd.Constant(-rate), TSimd.Divide(m, size), w);
        }
    }
}

/// <summary>The decays and the safeguard of <see cref="Adam"/>.</summary>
public sealed record AdamOptions : ElementwiseOptions
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
