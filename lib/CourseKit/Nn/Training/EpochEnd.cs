namespace CourseKit.Nn.Training;

/// <summary>What is known when an epoch, one pass over all samples, has ended.</summary>
/// <param name="epoch">Counted from 1 in this training.</param>
/// <param name="training">Over the samples of the epoch, each measured before the step that it took part in, penalties included.</param>
/// <param name="validation">Over the validation samples, with the weights as they are now; null without such samples.</param>
public sealed class EpochEnd(int epoch, Measures training, Measures? validation)
{
    /// <summary>Counted from 1 in this training.</summary>
    public int Epoch { get; } = epoch;

    /// <summary>Over the samples of the epoch, each measured before the step that it took part in, penalties included.</summary>
    public Measures Training { get; } = training;

    /// <summary>Over the validation samples, with the weights as they are now; null without such samples.</summary>
    public Measures? Validation { get; } = validation;

    /// <summary>The loss of <see cref="Training"/>.</summary>
    public double Loss => Training.Loss;

    /// <summary>Whether this epoch is to be the last one.</summary>
    public bool Stopped { get; private set; }

    /// <summary>Makes this epoch the last one.</summary>
    public void Stop() => Stopped = true;
}
