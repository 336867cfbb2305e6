using CourseKit.Autograd;
using CourseKit.Display;
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
    private bool _measured, _warned;
    private string? _cause;

    /// <summary>Makes a loop in which nothing has happened yet.</summary>
    public Trainer() => _evaluate = Evaluate;

    /// <summary>The network.</summary>
    public required Module Model { get; init; }

    /// <summary>What is made small.</summary>
    public required Loss Loss { get; init; }

    /// <summary>What changes the weights.</summary>
    public required Optimizer Optimizer { get; init; }

    /// <summary>Terms added to each batch's loss. Default none.</summary>
    public IReadOnlyList<Penalty> Penalties { get; init; } = [];

    /// <summary>What is measured beside the loss, on the batches of each epoch and then on <see cref="Validation"/>. Default nothing.</summary>
    public IReadOnlyList<RunningMetric> Metrics { get; init; } = [];

    /// <summary>Samples that are not learned from, measured after every epoch; null for none.</summary>
    public Samples? Validation { get; init; }

    /// <summary>What is measured on <see cref="Validation"/>. Default null: <see cref="Loss"/>.</summary>
    public Loss? ValidationLoss { get; init; }

    /// <summary>Samples in a batch, 1 or more. The last batch of an epoch may be smaller. Default 32.</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>
    /// Called before every epoch with the order of the last one (at first 0, 1, …), which it rearranges. Null: always in order.
    /// </summary>
    public Action<int[]>? Shuffle { get; init; }

    /// <summary>Called before every epoch with its number, from 1.</summary>
    public Action<int>? EpochStarted { get; init; }

    /// <summary>Called before every batch with its number in the epoch, from 0.</summary>
    public Action<int>? BatchStarted { get; init; }

    /// <summary>Called after every batch; may stop the training.</summary>
    public Action<BatchEnd>? BatchEnded { get; init; }

    /// <summary>Called after every epoch, when <see cref="Validation"/> has been measured; may stop the training.</summary>
    public Action<EpochEnd>? EpochEnded { get; init; }

    /// <summary>
    /// Told once in a training, when a loss is NaN or infinite, where the network stops to be finite and what to try. Default: writes it
    /// to <see cref="Notebook.Log"/>. The training goes on.
    /// </summary>
    public Action<string> NotFinite { get; init; } = message => Notebook.Log.WriteLine(message);

    /// <summary>Trains for some epochs, or until a hook or the optimizer stops.</summary>
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
        var validation = Validation is null
            ? null
            : new Evaluation { Model = Model, Loss = ValidationLoss ?? Loss, Penalties = Penalties, Metrics = Metrics };
        _warned = false;
        var state = new BatchEnd((order.Length + BatchSize - 1) / BatchSize);

        for (state.Epoch = 1; state.Epoch <= epochs; state.Epoch++)
        {
            EpochStarted?.Invoke(state.Epoch);
            Shuffle?.Invoke(order);
            Model.Train();
            var training = Epoch(samples, order, buffer, state);
            var end = new EpochEnd(state.Epoch, training, validation?.Of(Validation!));
            EpochEnded?.Invoke(end);
            if (end.Stopped || state.Stopped || Optimizer.Finished)
                return;
        }
    }

    private Measures Epoch(Samples samples, int[] order, BatchBuffer? buffer, BatchEnd state)
    {
        foreach (var metric in Metrics)
            metric.Reset();
        var (sum, start) = (0.0, 0);
        for (state.Batch = 0; start < order.Length && !state.Stopped; state.Batch++)
        {
            BatchStarted?.Invoke(state.Batch);
            var count = Math.Min(BatchSize, order.Length - start);
            _batch = buffer is null ? samples.Rows(start, count) : buffer.Gather(order.AsSpan(start, count));
            _measured = false;
            state.Loss = Optimizer.Step(_evaluate);
            if (!double.IsFinite(state.Loss) && !_warned)
                Warn(state);
            sum += state.Loss * count;
            start += count;
            state.MeanLoss = sum / start;
            BatchEnded?.Invoke(state);
        }
        return Measures.Of(state.MeanLoss, Metrics);
    }

    /// <summary>The loss of the current batch, and its gradients in the weights.</summary>
    private double Evaluate()
    {
        using var _ = _memory.Open();
        var output = Model.Forward(_batch!.X);
        var loss = Loss.Of(output, _batch);
        foreach (var penalty in Penalties)
            loss += penalty.Of(_batch.Count);
        loss.Backward();
        Measure(output);
        var value = loss.Item();

        // Before the step, which would make every weight NaN and hide where it began. A line search may also try such places in passing.
        if (!double.IsFinite(value) && !_warned)
            _cause = FiniteCheck.Explain(Model, _batch.X);
        return value;
    }

    private void Warn(BatchEnd state)
    {
        _warned = true;
        var cause = _cause ?? "The network's output is finite; look at the targets and the penalties.";
        NotFinite(Invariant(
            $"Trainer: a finite loss is required; it is {state.Loss} in epoch {state.Epoch}, batch {state.Batch}. {cause}"));
    }

    // Some optimizers evaluate several times in a step; what counts is the network before the step.
    private void Measure(Tensor output)
    {
        if (_measured)
            return;
        foreach (var metric in Metrics)
            metric.Add(output, _batch!);
        _measured = true;
    }
}
