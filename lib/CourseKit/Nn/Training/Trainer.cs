using CourseKit.Autograd;
using CourseKit.Nn.Losses;
using CourseKit.Nn.Optimizers;
using static System.FormattableString;

namespace CourseKit.Nn.Training;

/// <summary>The training loop, for every front end: epochs of batches, and for each batch forward, loss, backward and one step.</summary>
public sealed class Trainer
{
    private readonly MemoryScope _memory = new();
    private readonly Func<double> _evaluate;
    private Samples? _batch;

    /// <summary>Makes a loop in which nothing has happened yet.</summary>
    public Trainer() => _evaluate = Evaluate;

    /// <summary>The network.</summary>
    public required Module Model { get; init; }

    /// <summary>What is made small.</summary>
    public required Loss Loss { get; init; }

    /// <summary>What changes the weights.</summary>
    public required Optimizer Optimizer { get; init; }

    /// <summary>A term added to each batch's loss; null for none.</summary>
    public L2Penalty? Penalty { get; init; }

    /// <summary>Samples in a batch, 1 or more. The last batch of an epoch may be smaller. Default 32.</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>
    /// Called before every epoch with the order of the last one (at first 0, 1, …), which it rearranges. Null: always in order.
    /// </summary>
    public Action<int[]>? Shuffle { get; init; }

    /// <summary>Called after every epoch; may stop the training.</summary>
    public Action<EpochEnd>? EpochEnded { get; init; }

    /// <summary>Trains for some epochs, or until <see cref="EpochEnded"/> or the optimizer stops.</summary>
    /// <param name="samples">At least one.</param>
    /// <param name="epochs">The most; 1 or more.</param>
    /// <exception cref="ArgumentException">There are no samples, or the batch size or the number of epochs is less than 1.</exception>
    public void Fit(Samples samples, int epochs)
    {
        ArgumentNullException.ThrowIfNull(samples);
        if (samples.Count < 1 || epochs < 1 || BatchSize < 1)
        {
            throw new ArgumentException(Invariant(
                $"Trainer.Fit: samples, epochs and a BatchSize above 0 are required; received {samples.Count}, {epochs}, {BatchSize}."));
        }
        var order = new int[samples.Count];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        var buffer = Shuffle is null ? null : new BatchBuffer(samples, Math.Min(BatchSize, samples.Count));

        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            Shuffle?.Invoke(order);
            var end = new EpochEnd(epoch, Epoch(samples, order, buffer));
            EpochEnded?.Invoke(end);
            if (end.Stopped || Optimizer.Finished)
                return;
        }
    }

    private double Epoch(Samples samples, int[] order, BatchBuffer? buffer)
    {
        var sum = 0.0;
        for (var start = 0; start < order.Length; start += BatchSize)
        {
            var count = Math.Min(BatchSize, order.Length - start);
            _batch = buffer is null ? samples.Rows(start, count) : buffer.Gather(order.AsSpan(start, count));
            sum += Optimizer.Step(_evaluate) * count;
        }
        return sum / order.Length;
    }

    /// <summary>The loss of the current batch, and its gradients in the weights.</summary>
    private double Evaluate()
    {
        using var _ = _memory.Open();
        var loss = Loss.Of(Model.Forward(_batch!.X), _batch);
        if (Penalty is not null)
            loss += Penalty.Of(_batch.Count);
        loss.Backward();
        return loss.Item();
    }
}
