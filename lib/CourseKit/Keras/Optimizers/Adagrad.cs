using CourseKit.Autograd;
using CourseKit.Nn;

namespace CourseKit.Keras.Optimizers;

/// <summary>Adagrad: s ← s + g² and w ← w − η g / (√s + ε).</summary>
public sealed record Adagrad : Optimizer
{
    /// <param name="learningRate">η, above 0. Default 0.001.</param>
    /// <param name="initialAccumulatorValue">s before the first step, 0 or more. Default 0.1.</param>
    /// <param name="epsilon">ε, above 0. Default 1e-7.</param>
    /// <exception cref="ArgumentException">A number is out of its range.</exception>
    public Adagrad(double learningRate = 0.001, double initialAccumulatorValue = 0.1, double epsilon = 1e-7)
        : base(learningRate)
    {
        (InitialAccumulatorValue, Epsilon) = (initialAccumulatorValue, epsilon);
        Check();
    }

    /// <summary>s before the first step.</summary>
    public double InitialAccumulatorValue { get; }

    /// <summary>ε.</summary>
    public double Epsilon { get; }

    internal override Nn.Optimizers.Optimizer Start(IEnumerable<Tensor> weights) => new Nn.Optimizers.Adagrad(weights, LearningRate,
        Dialect.Keras.Adagrad! with { InitialAccumulator = InitialAccumulatorValue, Epsilon = Epsilon });
}
