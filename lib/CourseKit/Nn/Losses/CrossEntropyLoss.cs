using CourseKit.Autograd;
using CourseKit.Nn.Training;

namespace CourseKit.Nn.Losses;

/// <summary>−ln p[label] with p = softmax of the output (n, k), for labels 0..k−1.</summary>
/// <param name="clip">What <see cref="Dialect.ProbabilityClip"/> says. Default 0: exact.</param>
public sealed class CrossEntropyLoss(double clip = 0) : Loss
{
    /// <inheritdoc/>
    public override Tensor Of(Tensor output, Samples batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return Functions.CrossEntropy(output, batch.Labels, clip);
    }
}
