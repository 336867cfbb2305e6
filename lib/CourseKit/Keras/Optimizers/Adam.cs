using CourseKit.Autograd;
using CourseKit.Nn;
using CourseKit.Nn.Optimizers;

namespace CourseKit.Keras.Optimizers;

/// <summary>Adam: w ← w − η √(1 − β₂ᵗ)/(1 − β₁ᵗ) · m / (√v + ε), with the mean gradient m and the mean squared gradient v.</summary>
/// <remarks>Differs from PyTorch, where ε is added after v has been corrected: <see cref="Dialect.AdamEpsilonIsCorrected"/>.</remarks>
public sealed record Adam : Optimizer
{
    /// <param name="learningRate">η, above 0. Default 0.001.</param>
    /// <param name="beta1">β₁, 0 or more and less than 1. Default 0.9.</param>
    /// <param name="beta2">β₂, 0 or more and less than 1. Default 0.999.</param>
    /// <param name="epsilon">ε, above 0. Default 1e-7.</param>
    /// <exception cref="ArgumentException">A number is out of its range.</exception>
    public Adam(double learningRate = 0.001, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-7)
        : base(learningRate)
    {
        (Beta1, Beta2, Epsilon) = (beta1, beta2, epsilon);
        Check();
    }

    /// <summary>β₁.</summary>
    public double Beta1 { get; }

    /// <summary>β₂.</summary>
    public double Beta2 { get; }

    /// <summary>ε.</summary>
    public double Epsilon { get; }

    internal override Nn.Optimizers.Optimizer Start(IEnumerable<Tensor> weights) => new Nn.Optimizers.Adam(weights, LearningRate,
        new AdamOptions { Beta1 = Beta1, Beta2 = Beta2, Epsilon = Epsilon, EpsilonIsCorrected = Dialect.Keras.AdamEpsilonIsCorrected });
}
