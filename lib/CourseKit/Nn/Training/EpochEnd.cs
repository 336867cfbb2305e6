namespace CourseKit.Nn.Training;

/// <summary>What is known when an epoch, one pass over all samples, has ended.</summary>
/// <param name="epoch">Counted from 1 in this training.</param>
/// <param name="loss">The mean loss over all samples, each measured before the step that it took part in, penalty included.</param>
public sealed class EpochEnd(int epoch, double loss)
{
    /// <summary>Counted from 1 in this training.</summary>
    public int Epoch { get; } = epoch;

    /// <summary>The mean loss over all samples, each measured before the step that it took part in, penalty included.</summary>
    public double Loss { get; } = loss;

    /// <summary>Whether this epoch is to be the last one.</summary>
    public bool Stopped { get; private set; }

    /// <summary>Makes this epoch the last one.</summary>
    public void Stop() => Stopped = true;
}
