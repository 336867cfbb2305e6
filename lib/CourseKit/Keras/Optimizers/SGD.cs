using CourseKit.Autograd;
using CourseKit.Nn;
using CourseKit.Nn.Optimizers;

namespace CourseKit.Keras.Optimizers;

/// <summary>Stochastic gradient descent: w ← w − η g; with momentum μ, v ← μ v − η g and w ← w + v, or w ← w + μ v − η g by Nesterov.</summary>
public sealed record SGD : Optimizer
{
    /// <param name="learningRate">η, above 0. Default 0.01.</param>
    /// <param name="momentum">μ, 0..1. Default 0.</param>
    /// <param name="nesterov">Nesterov's momentum. Default false.</param>
    /// <exception cref="ArgumentException">A number is out of its range.</exception>
    public SGD(double learningRate = 0.01, double momentum = 0, bool nesterov = false)
        : base(learningRate)
    {
        (Momentum, Nesterov) = (momentum, nesterov);
        Check();
    }

    /// <summary>μ.</summary>
    public double Momentum { get; }

    /// <summary>Nesterov's momentum instead of the plain one.</summary>
    public bool Nesterov { get; }

    internal override Nn.Optimizers.Optimizer Start(IEnumerable<Tensor> weights) => new Nn.Optimizers.SGD(weights, LearningRate,
        new SGDOptions { Momentum = Momentum, Nesterov = Nesterov, VelocityHoldsRate = Dialect.Keras.VelocityHoldsRate });
}
