using CourseKit.Autograd;

namespace CourseKit.Nn.Training;

/// <summary>A number that is measured batch by batch and shown while training goes on, such as the accuracy. Nothing is trained by it.</summary>
public abstract class RunningMetric
{
    /// <summary>The value over everything since <see cref="Reset"/>.</summary>
    public abstract double Value { get; }

    /// <summary>Begins anew.</summary>
    public abstract void Reset();

    /// <summary>Takes a batch.</summary>
    /// <param name="output">What the network returned for the batch, (n, k). Valid during this call only.</param>
    /// <param name="batch">The samples with what they should have given.</param>
    public abstract void Add(Tensor output, Samples batch);
}
