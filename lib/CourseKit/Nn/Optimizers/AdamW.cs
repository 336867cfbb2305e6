using CourseKit.Autograd;

namespace CourseKit.Nn.Optimizers;

/// <summary>Adam with decoupled weight decay: w ← w − η λ w, and then <see cref="Adam"/>'s step.</summary>
/// <remarks>
/// I. Loshchilov and F. Hutter, Decoupled Weight Decay Regularization, ICLR 2019, algorithm 2, line 12, with the decay multiplied by η as
/// PyTorch and Keras have it.
/// </remarks>
public class AdamW : Adam
{
    /// <summary>λ where no options are given; see <see cref="Dialect.AdamWDecay"/>.</summary>
    public const double DefaultDecay = 0.01;

    /// <param name="parameters">The weights.</param>
    /// <param name="learningRate">η, more than 0. Default 0.001.</param>
    /// <param name="options">
    /// The decays and ε; <see cref="ElementwiseOptions.DecayIsDecoupled"/> counts as true. Default: λ of <see cref="DefaultDecay"/>.
    /// </param>
    /// <exception cref="ArgumentException">There are no weights, or an option is out of its range.</exception>
    public AdamW(IEnumerable<Tensor> parameters, double learningRate = 0.001, AdamOptions? options = null)
        : base(parameters, learningRate, (options ?? new AdamOptions { WeightDecay = DefaultDecay }) with { DecayIsDecoupled = true })
    {
    }
}
