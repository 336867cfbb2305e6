using CourseKit.Autograd;
using CourseKit.Nn;

namespace CourseKit.Keras.Optimizers;

/// <summary>RMSprop: v ← ρ v + (1 − ρ) g² and w ← w − η g / (√v + ε).</summary>
/// <remarks>√v + ε as in Keras 2, which the reports ran; see <see cref="Dialect.RMSprop"/>.</remarks>
public sealed record RMSprop : Optimizer
{
    /// <param name="learningRate">η, above 0. Default 0.001.</param>
    /// <param name="rho">ρ, 0 or more and less than 1. Default 0.9.</param>
    /// <param name="momentum">Of a velocity of the steps, 0..1. Default 0: none.</param>
    /// <param name="epsilon">ε, above 0. Default 1e-7.</param>
    /// <param name="centered">Whether the square of the mean gradient is taken from v. Default false.</param>
    /// <exception cref="ArgumentException">A number is out of its range.</exception>
    public RMSprop(double learningRate = 0.001, double rho = 0.9, double momentum = 0, double epsilon = 1e-7, bool centered = false)
        : base(learningRate)
    {
        (Rho, Momentum, Epsilon, Centered) = (rho, momentum, epsilon, centered);
        Check();
    }

    /// <summary>ρ.</summary>
    public double Rho { get; }

    /// <summary>Of a velocity of the steps.</summary>
    public double Momentum { get; }

    /// <summary>ε.</summary>
    public double Epsilon { get; }

    /// <summary>Whether the square of the mean gradient is taken from v.</summary>
    public bool Centered { get; }

    internal override Nn.Optimizers.Optimizer Start(IEnumerable<Tensor> weights) => new Nn.Optimizers.RMSprop(weights, LearningRate,
        Dialect.Keras.RMSprop! with { Decay = Rho, Momentum = Momentum, Epsilon = Epsilon, Centered = Centered });
}
