using CourseKit.Autograd;
using static System.FormattableString;

namespace CourseKit.Nn.Optimizers;

/// <summary>Changes weights so that a loss becomes smaller, given its gradients.</summary>
public abstract class Optimizer
{
    private double _learningRate;

    private protected Optimizer(IEnumerable<Tensor> parameters, double learningRate)
    {
        Parameters = [.. parameters];
        if (Parameters.Count == 0)
            throw new ArgumentException($"{GetType().Name}: at least one weight is required; received none. Pass model.Parameters().");
        foreach (var parameter in Parameters)
        {
            if (!parameter.RequiresGrad || parameter.Node is not null)
            {
                throw new ArgumentException(
                    $"{GetType().Name}: weights that were marked by RequireGrad() are required; "
                    + $"received a tensor {parameter.Shape} that is none. Pass model.Parameters().");
            }
        }
        LearningRate = learningRate;
    }

    /// <summary>The weights that are changed.</summary>
    public IReadOnlyList<Tensor> Parameters { get; }

    /// <summary>The size of a step, 0 or more. Can be changed between steps.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set to less than 0, or to no finite number.</exception>
    public double LearningRate
    {
        get => _learningRate;
        set => _learningRate = value is >= 0 and < double.PositiveInfinity
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), Invariant(
                $"{GetType().Name}.LearningRate: a finite number of 0 or more is required; received {value}."));
    }

    /// <summary>Whether further steps would change nothing, as far as the optimizer can tell. Only <see cref="LBFGS"/> ever does.</summary>
    public virtual bool Finished => false;

    /// <summary>Forgets the gradients of the last batch.</summary>
    public void ZeroGrad()
    {
        foreach (var parameter in Parameters)
            parameter.ZeroGrad();
    }

    /// <summary>Changes the weights by the gradients that they hold now. Weights without a gradient stay as they are.</summary>
    /// <exception cref="NotSupportedException">The optimizer measures the loss several times in a step and needs the other
    /// overload.</exception>
    public abstract void Step();

    /// <summary>Computes the gradients and changes the weights.</summary>
    /// <param name="evaluate">Computes the loss of the current weights, calls Backward on it, and returns it. Gradients are zeroed
    /// before.</param>
    /// <returns>The loss before the step.</returns>
    public virtual double Step(Func<double> evaluate)
    {
        ArgumentNullException.ThrowIfNull(evaluate);
        ZeroGrad();
        var loss = evaluate();
        Step();
        return loss;
    }
}
