namespace CourseKit.Nn.Training;

/// <summary>What is known when a batch has been learned from. One instance serves a whole training: read it during the call only.</summary>
public sealed class BatchEnd
{
    internal BatchEnd(int batches) => Batches = batches;

    /// <summary>Counted from 1 in this training.</summary>
    public int Epoch { get; internal set; }

    /// <summary>Counted from 0 in this epoch.</summary>
    public int Batch { get; internal set; }

    /// <summary>Batches in an epoch.</summary>
    public int Batches { get; }

    /// <summary>The loss of this batch before its step, penalties included.</summary>
    public double Loss { get; internal set; }

    /// <summary>The mean loss of the samples of this epoch so far. The metrics so far are in <see cref="Trainer.Metrics"/>.</summary>
    public double MeanLoss { get; internal set; }

    /// <summary>Whether this batch is to be the last one.</summary>
    public bool Stopped { get; private set; }

    /// <summary>Makes this batch the last one. The epoch ends early, with what it has measured.</summary>
    public void Stop() => Stopped = true;
}
