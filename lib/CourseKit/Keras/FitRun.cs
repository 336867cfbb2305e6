using CourseKit.Keras.Callbacks;
using CourseKit.Nn.Losses;
using CourseKit.Nn.Training;

namespace CourseKit.Keras;

/// <summary>One call of <see cref="Sequential.Fit"/>: the training loop with callbacks, progress and history around it.</summary>
internal sealed class FitRun(Sequential model, Nn.Optimizers.Optimizer optimizer, Compilation compilation)
{
    private readonly List<Logs> _epochs = [];
    private TrainingPlan? _plan;
    private FitProgress? _progress;

    public required Samples Training { get; init; }

    public required Samples? Validation { get; init; }

    public required int BatchSize { get; init; }

    public required int Epochs { get; init; }

    public required int Verbose { get; init; }

    public required IReadOnlyList<Callback> Callbacks { get; init; }

    public required Action<int[]>? Shuffle { get; init; }

    /// <summary>How much the samples of each class count in training; null for alike.</summary>
    public required IReadOnlyList<double>? ClassWeight { get; init; }

    public History Run()
    {
        _plan = compilation.Plan(model.Network!);
        _progress = FitProgress.For(Verbose, model, Epochs, (Training.Count + BatchSize - 1) / BatchSize);
        model.StopTraining = false;
        foreach (var callback in Callbacks)
            callback.Begin(model, compilation);
        MakeTrainer(_plan).Fit(Training, Epochs);
        foreach (var callback in Callbacks)
            callback.OnTrainEnd();
        return new History(_epochs);
    }

    private Trainer MakeTrainer(TrainingPlan plan) => new()
    {
        Model = plan.Model,
        Loss = ClassWeight is null ? plan.Loss : new ClassWeightedLoss(plan.Loss, ClassWeight),
        ValidationLoss = plan.Loss,
        Metrics = plan.Metrics,
        Penalties = model.Network!.Penalties,
        Optimizer = optimizer,
        Validation = Validation,
        BatchSize = BatchSize,
        Shuffle = Shuffle,
        EpochStarted = BeginEpoch,
        BatchStarted = Callbacks.Count == 0 ? null : BeginBatch,
        BatchEnded = Callbacks.Count == 0 && _progress is null ? null : EndBatch,
        EpochEnded = EndEpoch,
    };

    private void BeginEpoch(int epoch)
    {
        _progress?.BeginEpoch(epoch);
        foreach (var callback in Callbacks)
            callback.OnEpochBegin(epoch - 1);
    }

    private void BeginBatch(int batch)
    {
        foreach (var callback in Callbacks)
            callback.OnTrainBatchBegin(batch);
    }

    private void EndBatch(BatchEnd end)
    {
        if (Callbacks.Count > 0)
        {
            var logs = SoFar(end);
            foreach (var callback in Callbacks)
                callback.OnTrainBatchEnd(end.Batch, logs);
            if (model.StopTraining)
                end.Stop();
        }
        if (_progress is { } progress && progress.IsDue)
            progress.Batch(end.Batch + 1, SoFar(end));
    }

    private Logs SoFar(BatchEnd end) => new(compilation.Named(Measures.Of(end.MeanLoss, _plan!.Metrics)));

    private void EndEpoch(EpochEnd end)
    {
        var values = compilation.Named(end.Training);
        var logs = new Logs(end.Validation is null ? values : values.Concat(compilation.Named(end.Validation, "val_")));
        foreach (var callback in Callbacks)
            callback.OnEpochEnd(end.Epoch - 1, logs);
        _epochs.Add(logs);
        if (model.StopTraining)
            end.Stop();
        _progress?.EndEpoch(logs, isLast: end.Stopped || end.Epoch == Epochs);
    }
}
