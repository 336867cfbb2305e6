using CourseKit.Autograd;

namespace CourseKit.Nn.Losses;

/// <summary>A term that is added to the loss and keeps weights small.</summary>
public abstract class Penalty
{
    /// <summary>The term for a batch, a single value.</summary>
    /// <param name="batchSize">Samples in the batch.</param>
    public abstract Tensor Of(int batchSize);
}
