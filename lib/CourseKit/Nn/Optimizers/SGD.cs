using System.Runtime.CompilerServices;
using CourseKit.Autograd;
using CourseKit.Numerics;
using static System.FormattableString;

namespace CourseKit.Nn.Optimizers;

/// <summary>Stochastic gradient descent, w ← w − η g, with momentum where asked.</summary>
/// <remarks>
/// With momentum μ, v ← μ v − η g and w ← w + v, or with Nesterov's w ← w + μ v − η g (I. Sutskever et al., On the importance of
/// initialization and momentum in deep learning, ICML 2013, eqs. 1–4). PyTorch keeps η out of the velocity:
/// <see cref="Dialect.VelocityHoldsRate"/>.
/// </remarks>
public class SGD : ElementwiseOptimizer
{
    private readonly SGDOptions _options;

    /// <param name="parameters">The weights.</param>
    /// <param name="learningRate">η, more than 0; for defaults see <see cref="Dialect.SGDLearningRate"/>.</param>
    /// <param name="options">Momentum and its form, weight decay. Default: none.</param>
    /// <exception cref="ArgumentException">There are no weights, or an option is out of its range.</exception>
    public SGD(IEnumerable<Tensor> parameters, double learningRate, SGDOptions? options = null)
        : base(parameters, learningRate, options ??= new SGDOptions(), options.Momentum > 0 ? Memory.First : Memory.None)
    {
        _options = options;
        if (_options.Momentum is not (>= 0 and <= 1))
            throw new ArgumentException(Invariant($"SGD: a momentum of 0..1 is required; received {_options.Momentum}."));
        if (_options.Dampening is not (>= 0 and <= 1))
            throw new ArgumentException(Invariant($"SGD: a dampening of 0..1 is required; received {_options.Dampening}."));
        if (_options is { Nesterov: true, Dampening: > 0 })
        {
            throw new ArgumentException(Invariant(
                $"SGD: Nesterov's momentum is required to be undamped; received a dampening of {_options.Dampening}. Set one of both."));
        }
    }

    private protected override void Update<T>(in UpdateBlock<T> block)
    {
        if (_options.Momentum == 0)
        {
            block.Apply(new Plain(LearningRate));
            return;
        }

        // The velocity is kept with or without η; w moves by η g + μ v or v in either form.
        var (inside, outside) = _options.VelocityHoldsRate ? (LearningRate, 1.0) : (1.0, LearningRate);
        var damped = block.Step == 1 ? inside : inside * (1 - _options.Dampening);
        block.Apply(new Momentum(_options.Momentum, -damped, outside, _options.Nesterov));
    }

    private readonly struct Plain(double rate) : IUpdateRule
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply<TSimd, TVector, T>(TVector w, TVector g, ref TVector first, ref TVector second, ref TVector third)
            where TSimd : struct, IVectorMath<TVector, T>
            where TVector : struct
            where T : unmanaged => TSimd.MultiplyAdd(TSimd.Constant(-rate), g, w);
    }

    private readonly struct Momentum(double momentum, double inside, double outside, bool nesterov) : IUpdateRule
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply<TSimd, TVector, T>(TVector w, TVector g, ref TVector v, ref TVector second, ref TVector third)
            where TSimd : struct, IVectorMath<TVector, T>
            where TVector : struct
            where T : unmanaged
        {
            var push = TSimd.Multiply(TSimd.Constant(inside), g);
            v = TSimd.MultiplyAdd(TSimd.Constant(momentum), v, push);
            var move = nesterov ? TSimd.MultiplyAdd(TSimd.Constant(momentum), v, push) : v;
            return TSimd.MultiplyAdd(TSimd.Constant(outside), move, w);
        }
    }
}

/// <summary>What <see cref="SGD"/> does beside following the gradient.</summary>
public sealed record SGDOptions : ElementwiseOptions
{
    /// <summary>μ, 0..1. Default 0: no momentum.</summary>
    public double Momentum { get; init; }

    /// <summary>
    /// τ, 0..1: the gradient enters the velocity as (1 − τ) g, in the first step as g. Ignored without momentum. Default 0.
    /// </summary>
    public double Dampening { get; init; }

    /// <summary>
    /// Whether the gradient counts as if it had been taken after the velocity's next step. Ignored without momentum. Default false.
    /// </summary>
    public bool Nesterov { get; init; }

    /// <summary>What <see cref="Dialect.VelocityHoldsRate"/> says. Default true.</summary>
    public bool VelocityHoldsRate { get; init; } = true;
}
