using CourseKit.Autograd;
using CourseKit.Nn.Training;
using static System.FormattableString;

namespace CourseKit.Keras.Callbacks;

/// <summary>Ends the training when a value does not get better any more.</summary>
public sealed class EarlyStopping : Callback
{
    private readonly Monitor _monitor;
    private readonly double _minDelta;
    private ImprovementCounter? _counter;
    private Tensor[]? _best;

    /// <param name="monitor">What is watched. Default <c>val_loss</c>.</param>
    /// <param name="minDelta">How much better than the best counts as better, 0 or more. Default 0: anything.</param>
    /// <param name="patience">The epochs without improvement after which training ends, 0 or more. Default 0: at the first one.</param>
    /// <param name="mode">Whether less (<c>min</c>) or more (<c>max</c>) is better. Default <c>auto</c>: as the metric has it.</param>
    /// <param name="restoreBestWeights">Whether the weights of the best epoch are put back at the end. Default false.</param>
    /// <exception cref="ArgumentException">A number is negative, or there is no such mode.</exception>
    public EarlyStopping(
        string monitor = "val_loss", double minDelta = 0, int patience = 0, string mode = "auto", bool restoreBestWeights = false)
    {
        if (!(minDelta >= 0) || patience < 0)
            throw new ArgumentException(Invariant($"EarlyStopping: minDelta and patience of 0 or more are required; received {minDelta} and {patience}."));
        _monitor = new Monitor(nameof(EarlyStopping), monitor, mode);
        (_minDelta, Patience, RestoreBestWeights) = (minDelta, patience, restoreBestWeights);
    }

    /// <summary>The epochs without improvement after which training ends.</summary>
    public int Patience { get; }

    /// <summary>Whether the weights of the best epoch are put back at the end.</summary>
    public bool RestoreBestWeights { get; }

    /// <summary>The epoch that was the best, counted from 0; null before the first.</summary>
    public int? BestEpoch { get; private set; }

    /// <summary>The best value; NaN before the first.</summary>
    public double Best => _counter is { } counter && BestEpoch is not null ? counter.Best : double.NaN;

    /// <summary>The epoch after which training was ended, counted from 0; null if it went on to the end.</summary>
    public int? StoppedEpoch { get; private set; }

    /// <inheritdoc/>
    public override void OnTrainBegin()
    {
        _counter = _monitor.Counter(Compilation!);
        (_best, BestEpoch, StoppedEpoch) = (null, null, null);
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(int epoch, Logs logs)
    {
        ArgumentNullException.ThrowIfNull(logs);
        _counter!.Observe(_monitor.ValueIn(logs), _minDelta);
        if (_counter.IsBest)
        {
            BestEpoch = epoch;
            if (RestoreBestWeights)
                _best = [.. Model.Network!.Weights.Select(weight => weight.Value.Clone())];
        }

        // As in Keras, the first epoch never ends it.
        if (epoch > 0 && _counter.Count > 0 && _counter.Exceeds(Patience))
        {
            StoppedEpoch = epoch;
            Model.StopTraining = true;
        }
    }

    /// <inheritdoc/>
    public override void OnTrainEnd()
    {
        foreach (var (weight, best) in Model.Network!.Weights.Zip(_best ?? []))
            weight.Value.CopyFrom(best);
    }
}
