using CourseKit.Autograd;
using CourseKit.Nn;
using CourseKit.Nn.Optimizers;

namespace CourseKit.Torch;

/// <summary>Stochastic gradient descent with PyTorch's defaults: <c>torch.optim.SGD</c>, whose velocity does not hold the rate.</summary>
/// <param name="parameters">The weights: <c>model.Parameters()</c>.</param>
/// <param name="lr">η, the learning rate; PyTorch has no default.</param>
/// <param name="momentum">μ, 0..1. Default 0: none.</param>
/// <param name="weightDecay">λ, 0 or more, added to the gradient as λ w. Default 0.</param>
/// <param name="nesterov">Whether the gradient counts as if it had been taken after the velocity's next step. Default false.</param>
/// <exception cref="ArgumentException">There are no weights, or a number is out of its range.</exception>
public sealed class SGD(IEnumerable<Tensor> parameters, double lr, double momentum = 0, double weightDecay = 0, bool nesterov = false)
    : Nn.Optimizers.SGD(parameters, lr, new SGDOptions
    {
        Momentum = momentum,
        Nesterov = nesterov,
        WeightDecay = weightDecay,
        DecayIsDecoupled = Dialect.Torch.DecayIsDecoupled,
        VelocityHoldsRate = Dialect.Torch.VelocityHoldsRate,
    });
