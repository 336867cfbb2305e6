using CourseKit.Autograd;
using CourseKit.Nn;

namespace CourseKit.Torch;

/// <summary>Adagrad with PyTorch's defaults: <c>torch.optim.Adagrad</c>.</summary>
/// <param name="parameters">The weights: <c>model.Parameters()</c>.</param>
/// <param name="lr">η, the learning rate. Default 0.01.</param>
/// <param name="lrDecay">The rate is divided by 1 + lrDecay · steps before this one. Default 0.</param>
/// <param name="weightDecay">λ, 0 or more, added to the gradient as λ w. Default 0.</param>
/// <exception cref="ArgumentException">There are no weights, or a number is out of its range.</exception>
public sealed class Adagrad(IEnumerable<Tensor> parameters, double lr = 0.01, double lrDecay = 0, double weightDecay = 0)
    : Nn.Optimizers.Adagrad(parameters, lr, Dialect.Torch.Adagrad! with
    {
        RateDecay = lrDecay,
        WeightDecay = weightDecay,
        DecayIsDecoupled = Dialect.Torch.DecayIsDecoupled,
    });
