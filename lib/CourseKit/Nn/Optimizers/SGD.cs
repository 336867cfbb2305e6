using CourseKit.Autograd;
using static System.FormattableString;
using TensorPrimitives = System.Numerics.Tensors.TensorPrimitives;

namespace CourseKit.Nn.Optimizers;

/// <summary>Stochastic gradient descent, w ← w − η g, with momentum where asked.</summary>
/// <remarks>
/// With momentum μ, v ← μ v − η g and w ← w + v, or with Nesterov's w ← w + μ v − η g (I. Sutskever et al., On the importance of
/// initialization and momentum in deep learning, ICML 2013, eqs. 1–4). PyTorch keeps η out of the velocity:
/// <see cref="Dialect.VelocityHoldsRate"/>.
/// </remarks>
public sealed class SGD : ElementwiseOptimizer
{
    private readonly SGDOptions _options;

    /// <param name="parameters">The weights.</param>
    /// <param name="learningRate">η, more than 0.</param>
    /// <param name="options">Momentum and its form. Default: none.</param>
    /// <exception cref="ArgumentException">There are no weights, or an option is out of its range.</exception>
    public SGD(IEnumerable<Tensor> parameters, double learningRate, SGDOptions? options = null)
        : base(parameters, learningRate, slots: options is { Momentum: > 0 } ? 1 : 0)
    {
        _options = options ?? new SGDOptions();
        if (_options.Momentum is not (>= 0 and <= 1))
            throw new ArgumentException(Invariant($"SGD: a momentum of 0..1 is required; received {_options.Momentum}."));
    }

    private protected override void Update<T>(in UpdateBlock<T> block)
    {
        Span<T> w = block.Weights, v = block.First, scaled = block.Scratch;
        T rate = T.CreateChecked(LearningRate), momentum = T.CreateChecked(_options.Momentum);
        if (v.IsEmpty)
        {
            TensorPrimitives.MultiplyAdd(block.Gradients, -rate, w, w);
            return;
        }

        // The velocity is kept with or without η; what is taken from w is η g + μ v or v, in either form.
        var (inside, outside) = _options.VelocityHoldsRate ? (rate, T.One) : (T.One, rate);
        TensorPrimitives.Multiply(block.Gradients, inside, scaled);
        TensorPrimitives.Multiply(v, momentum, v);
        TensorPrimitives.Subtract<T>(v, scaled, v);
        if (_options.Nesterov)
        {
            TensorPrimitives.Negate<T>(scaled, scaled);
            TensorPrimitives.MultiplyAdd<T>(v, momentum, scaled, scaled);
            TensorPrimitives.MultiplyAdd(scaled, outside, w, w);
        }
        else
        {
            TensorPrimitives.MultiplyAdd(v, outside, w, w);
        }
    }
}

/// <summary>What <see cref="SGD"/> does beside following the gradient.</summary>
public sealed record SGDOptions
{
    /// <summary>μ, 0..1. Default 0: no momentum.</summary>
    public double Momentum { get; init; }

    /// <summary>
    /// Whether the gradient counts as if it had been taken after the velocity's next step. Ignored without momentum. Default false.
    /// </summary>
    public bool Nesterov { get; init; }

    /// <summary>What <see cref="Dialect.VelocityHoldsRate"/> says. Default true.</summary>
    public bool VelocityHoldsRate { get; init; } = true;
}
