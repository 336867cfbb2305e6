using CourseKit.Autograd;
using CourseKit.Nn;

namespace CourseKit.Torch;

/// <summary>RMSprop with PyTorch's defaults: <c>torch.optim.RMSprop</c>.</summary>
/// <param name="parameters">The weights: <c>model.Parameters()</c>.</param>
/// <param name="lr">η, the learning rate. Default 0.01.</param>
/// <param name="alpha">The decay of the mean squared gradient, 0 or more and less than 1. Default 0.99.</param>
/// <param name="momentum">μ, 0..1. Default 0: none.</param>
/// <param name="weightDecay">λ, 0 or more, added to the gradient as λ w. Default 0.</param>
/// <exception cref="ArgumentException">There are no weights, or a number is out of its range.</exception>
public sealed class RMSprop(
    IEnumerable<Tensor> parameters, double lr = 0.01, double alpha = 0.99, double momentum = 0, double weightDecay = 0)
    : Nn.Optimizers.RMSprop(parameters, lr, Dialect.Torch.RMSprop! with
    {
        Decay = alpha,
        Momentum = momentum,
        WeightDecay = weightDecay,
        DecayIsDecoupled = Dialect.Torch.DecayIsDecoupled,
    });
