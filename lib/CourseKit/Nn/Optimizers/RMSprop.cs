using System.Runtime.CompilerServices;
using CourseKit.Autograd;
using CourseKit.Numerics;
using static System.FormattableString;

namespace CourseKit.Nn.Optimizers;

/// <summary>RMSprop: the gradient, divided by its usual size.</summary>
/// <remarks>
/// v ← ρ v + (1 − ρ) g² and w ← w − η g / (√v + ε) (T. Tieleman and G. Hinton, Neural Networks for Machine Learning, lecture 6.5, 2012).
/// Centered, v is lessened by the square of the mean gradient, so that it becomes a variance (A. Graves, Generating Sequences With
/// Recurrent Neural Networks, 2013, eqs. 38–45); where rounding makes that negative, it counts as 0. With momentum μ the quotient goes
/// into a velocity, b ← μ b + η g / (√v + ε) and w ← w − b.
/// </remarks>
public class RMSprop : ElementwiseOptimizer
{
    private readonly RMSpropOptions _options;

    /// <param name="parameters">The weights.</param>
    /// <param name="learningRate">η, more than 0. Default 0.001; see <see cref="Dialect.RMSpropLearningRate"/>.</param>
    /// <param name="options">The decay, ε and where it stands, momentum.</param>
    /// <exception cref="ArgumentException">There are no weights, or an option is out of its range.</exception>
    public RMSprop(IEnumerable<Tensor> parameters, double learningRate = 0.001, RMSpropOptions? options = null)
        : base(parameters, learningRate, options ??= new RMSpropOptions(), Kept(options))
    {
        _options = options;
        if (_options is not { Decay: >= 0 and < 1, Momentum: >= 0 and <= 1, Epsilon: > 0 })
        {
            throw new ArgumentException(
                "RMSprop: a decay of 0 or more and less than 1, a momentum of 0..1 and ε above 0 are required; "
                + Invariant($"received {_options.Decay}, {_options.Momentum} and {_options.Epsilon}."));
        }
    }

    private protected override void Update<T>(in UpdateBlock<T> block)
    {
        var (under, beside) = _options.EpsilonInsideRoot ? (_options.Epsilon, 0.0) : (0.0, _options.Epsilon);
        var (inside, outside) = _options.VelocityHoldsRate ? (LearningRate, 1.0) : (1.0, LearningRate);
        block.Apply(new Rule(_options.Decay, under, beside, _options.Centered, _options.Momentum, inside, outside));
    }

    private static Memory Kept(RMSpropOptions options) =>
        Memory.First | (options.Centered ? Memory.Second : 0) | (options.Momentum > 0 ? Memory.Third : 0);

    private readonly struct Rule(
        double decay, double under, double beside, bool centered, double momentum, double inside, double outside) : IUpdateRule
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply<TSimd, TVector, T>(TVector w, TVector g, ref TVector v, ref TVector mean, ref TVector velocity)
            where TSimd : struct, IVectorMath<TVector, T>
            where TVector : struct
            where T : unmanaged
        {
            TVector keep = TSimd.Constant(decay), take = TSimd.Constant(1 - decay);
            v = TSimd.MultiplyAdd(take, TSimd.Multiply(g, g), TSimd.Multiply(keep, v));
            var square = v;
            if (centered)
            {
                mean = TSimd.MultiplyAdd(take, g, TSimd.Multiply(keep, mean));
                square = TSimd.Max(TSimd.Constant(0), TSimd.Subtract(v, TSimd.Multiply(mean, mean)));
            }
            var size = TSimd.Add(TSimd.Sqrt(TSimd.Add(square, TSimd.Constant(under))), TSimd.Constant(beside));
            velocity = TSimd.Multiply(TSimd.Constant(momentum), velocity);
            velocity = TSimd.MultiplyAdd(TSimd.Constant(-inside), TSimd.Divide(g, size), velocity);
            return TSimd.MultiplyAdd(TSimd.Constant(outside), velocity, w);
        }
    }
}

/// <summary>The decay, the safeguard and the momentum of <see cref="RMSprop"/>.</summary>
public sealed record RMSpropOptions : ElementwiseOptions
{
    /// <summary>
    /// ρ (PyTorch: alpha), the decay of the mean squared gradient, 0 or more and less than 1. Default 0.9; see <see cref="Dialect.RMSprop"/>.
    /// </summary>
    public double Decay { get; init; } = 0.9;

    /// <summary>ε, above 0; keeps the quotient finite. Default 1e-8; see <see cref="Dialect.RMSprop"/>.</summary>
    public double Epsilon { get; init; } = 1e-8;

    /// <summary>Whether the gradient is divided by √(v + ε) instead of √v + ε. Default false; see <see cref="Dialect.RMSprop"/>.</summary>
    public bool EpsilonInsideRoot { get; init; }

    /// <summary>Whether the square of the mean gradient is taken from the mean of the squares. Default false.</summary>
    public bool Centered { get; init; }

    /// <summary>μ, 0..1. Default 0: no momentum.</summary>
    public double Momentum { get; init; }

    /// <summary>What <see cref="Dialect.VelocityHoldsRate"/> says. Ignored without momentum. Default true.</summary>
    public bool VelocityHoldsRate { get; init; } = true;
}
