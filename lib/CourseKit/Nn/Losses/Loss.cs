using CourseKit.Autograd;
using CourseKit.Nn.Training;

namespace CourseKit.Nn.Losses;

/// <summary>How far a network's output is from what it should be: the number that training makes small.</summary>
public abstract class Loss
{
    /// <summary>The mean loss of a batch, a single value.</summary>
    /// <param name="output">What the network returned for the batch.</param>
    /// <param name="batch">The samples with what they should have given.</param>
    /// <exception cref="ArgumentException">Output and targets do not fit, or the batch has labels where targets are needed, or the
    /// other way round.</exception>
    public abstract Tensor Of(Tensor output, Samples batch);
}
