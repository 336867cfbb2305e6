using System.Runtime.CompilerServices;
using CourseKit.Autograd;
using CourseKit.Numerics;
using static System.FormattableString;

namespace CourseKit.Nn.Optimizers;

/// <summary>Adagrad: every weight has a rate of its own, the smaller the more its gradients have summed up to.</summary>
/// <remarks>
/// s ← s + g² and w ← w − η g / (√s + ε) (J. Duchi, E. Hazan and Y. Singer, Adaptive Subgradient Methods for Online Learning and Stochastic
/// Optimization, JMLR 12, 2011, section 1.1, the diagonal form).
/// </remarks>
public class Adagrad : ElementwiseOptimizer
{
    private readonly AdagradOptions _options;

    /// <param name="parameters">The weights.</param>
    /// <param name="learningRate">η, more than 0. Default 0.01; see <see cref="Dialect.AdagradLearningRate"/>.</param>
    /// <param name="options">The sum at the start, ε and where it stands.</param>
    /// <exception cref="ArgumentException">There are no weights, or an option is out of its range.</exception>
    public Adagrad(IEnumerable<Tensor> parameters, double learningRate = 0.01, AdagradOptions? options = null)
        : base(parameters, learningRate, options ??= new AdagradOptions(), Memory.First)
    {
        _options = options;
        if (_options is not { InitialAccumulator: >= 0, RateDecay: >= 0, Epsilon: > 0 })
        {
            throw new ArgumentException(
                "Adagrad: an initial accumulator and a decay of the rate of 0 or more and ε above 0 are required; "
                + Invariant($"received {_options.InitialAccumulator}, {_options.RateDecay} and {_options.Epsilon}."));
        }
    }

    private protected override double FirstAtStart => _options.InitialAccumulator;

    private protected override void Update<T>(in UpdateBlock<T> block)
    {
        var rate = LearningRate / (1 + ((block.Step - 1) * _options.RateDecay));
        var (under, beside) = _options.EpsilonInsideRoot ? (_options.Epsilon, 0.0) : (0.0, _options.Epsilon);
        block.Apply(new Rule(rate, under, beside));
    }

    private readonly struct Rule(double rate, double under, double beside) : IUpdateRule
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply<TSimd, TVector, T>(TVector w, TVector g, ref TVector sum, ref TVector second, ref TVector third)
            where TSimd : struct, IVectorMath<TVector, T>
            where TVector : struct
            where T : unmanaged
        {
            sum = TSimd.MultiplyAdd(g, g, sum);
            var size = TSimd.Add(TSimd.Sqrt(TSimd.Add(sum, TSimd.Constant(under))), TSimd.Constant(beside));
            return TSimd.MultiplyAdd(TSimd.Constant(-rate), TSimd.Divide(g, size), w);
        }
    }
}

/// <summary>The start and the safeguard of <see cref="Adagrad"/>.</summary>
public sealed record AdagradOptions : ElementwiseOptions
{
    /// <summary>s before the first step, 0 or more. Default 0; see <see cref="Dialect.Adagrad"/>.</summary>
    public double InitialAccumulator { get; init; }

    /// <summary>d of η / (1 + (t − 1) d) in step t, 0 or more. Default 0: the rate stays.</summary>
    public double RateDecay { get; init; }

    /// <summary>ε, above 0; keeps the quotient finite. Default 1e-10; see <see cref="Dialect.Adagrad"/>.</summary>
    public double Epsilon { get; init; } = 1e-10;

    /// <summary>Whether the gradient is divided by √(s + ε) instead of √s + ε. Default false; see <see cref="Dialect.Adagrad"/>.</summary>
    public bool EpsilonInsideRoot { get; init; }
}
