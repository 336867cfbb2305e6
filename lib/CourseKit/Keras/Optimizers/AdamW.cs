using CourseKit.Autograd;
using CourseKit.Nn;
using CourseKit.Nn.Optimizers;

namespace CourseKit.Keras.Optimizers;

/// <summary>Adam with decoupled weight decay: w ← w − η λ w, and then <see cref="Adam"/>'s step. Biases decay too, as in Keras.</summary>
public sealed record AdamW : Optimizer
{
    /// <param name="learningRate">η, above 0. Default 0.001.</param>
    /// <param name="weightDecay">λ, 0 or more. Default 0.004.</param>
    /// <param name="beta1">β₁, 0 or more and less than 1. Default 0.9.</param>
    /// <param name="beta2">β₂, 0 or more and less than 1. Default 0.999.</param>
    /// <param name="epsilon">ε, above 0. Default 1e-7.</param>
    /// <exception cref="ArgumentException">A number is out of its range.</exception>
    public AdamW(double learningRate = 0.001, double weightDecay = 0.004, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-7)
        : base(learningRate)
    {
        (WeightDecay, Beta1, Beta2, Epsilon) = (weightDecay, beta1, beta2, epsilon);
        Check();
    }

    /// <summary>λ.</summary>
    public double WeightDecay { get; }

    /// <summary>β₁.</summary>
    public double Beta1 { get; }

    /// <summary>β₂.</summary>
    public double Beta2 { get; }

    /// <summary>ε.</summary>
    public double Epsilon { get; }

    internal override Nn.Optimizers.Optimizer Start(IEnumerable<Tensor> weights) => new Nn.Optimizers.AdamW(weights, LearningRate, new AdamOptions
    {
        Beta1 = Beta1,
        Beta2 = Beta2,
        Epsilon = Epsilon,
        EpsilonIsCorrected = Dialect.Keras.AdamEpsilonIsCorrected,
        WeightDecay = WeightDecay,
    });
}
