using CourseKit.Autograd;
using CourseKit.Nn;
using CourseKit.Nn.Optimizers;

namespace CourseKit.Torch;

/// <summary>Adam with PyTorch's defaults: <c>torch.optim.Adam</c>, whose ε is added to the corrected √v̂.</summary>
/// <param name="parameters">The weights: <c>model.Parameters()</c>.</param>
/// <param name="lr">η, the learning rate. Default 0.001.</param>
/// <param name="betas">β₁ and β₂, each 0 or more and less than 1. Default (0.9, 0.999).</param>
/// <param name="eps">ε, above 0. Default 1e-8.</param>
/// <param name="weightDecay">λ, 0 or more, added to the gradient as λ w. Default 0.</param>
/// <exception cref="ArgumentException">There are no weights, or a number is out of its range.</exception>
public sealed class Adam(
    IEnumerable<Tensor> parameters,
    double lr = 0.001,
    (double Beta1, double Beta2)? betas = null,
    double? eps = null,
    double weightDecay = 0)
    : Nn.Optimizers.Adam(parameters, lr, OptionsOf(betas, eps, weightDecay))
{
    /// <summary>The options as PyTorch means them.</summary>
    internal static AdamOptions OptionsOf((double Beta1, double Beta2)? betas, double? eps, double weightDecay)
    {
        var options = new AdamOptions
        {
            Epsilon = eps ?? Dialect.Torch.AdamEpsilon,
            EpsilonIsCorrected = Dialect.Torch.AdamEpsilonIsCorrected,
            WeightDecay = weightDecay,
            DecayIsDecoupled = Dialect.Torch.DecayIsDecoupled,
        };
        return betas is var (beta1, beta2) ? options with { Beta1 = beta1, Beta2 = beta2 } : options;
    }
}

/// <summary>Adam with decoupled weight decay and PyTorch's defaults: <c>torch.optim.AdamW</c>.</summary>
/// <param name="parameters">The weights: <c>model.Parameters()</c>.</param>
/// <param name="lr">η, the learning rate. Default 0.001.</param>
/// <param name="betas">β₁ and β₂, each 0 or more and less than 1. Default (0.9, 0.999).</param>
/// <param name="eps">ε, above 0. Default 1e-8.</param>
/// <param name="weightDecay">λ, 0 or more: w shrinks by η λ w in each step. Default 0.01.</param>
/// <exception cref="ArgumentException">There are no weights, or a number is out of its range.</exception>
public sealed class AdamW(
    IEnumerable<Tensor> parameters,
    double lr = 0.001,
    (double Beta1, double Beta2)? betas = null,
    double? eps = null,
    double? weightDecay = null)
    : Nn.Optimizers.AdamW(parameters, lr, Adam.OptionsOf(betas, eps, weightDecay ?? Dialect.Torch.AdamWDecay!.Value));
