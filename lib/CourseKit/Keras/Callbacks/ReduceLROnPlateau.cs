using CourseKit.Nn;
using CourseKit.Nn.Schedules;

namespace CourseKit.Keras.Callbacks;

/// <summary>Lowers the learning rate when a value does not get better any more.</summary>
public sealed class ReduceLROnPlateau : Callback
{
    private readonly Monitor _monitor;
    private readonly ReduceOnPlateauOptions _options;
    private ReduceOnPlateau? _rule;

    /// <param name="monitor">What is watched. Default <c>val_loss</c>.</param>
    /// <param name="factor">What the rate is multiplied by, between 0 and 1. Default 0.1.</param>
    /// <param name="patience">The epochs without improvement after which it is, 0 or more. Default 10.</param>
    /// <param name="minDelta">How much better than the best counts as better, 0 or more. Default 0.0001.</param>
    /// <param name="mode">Whether less (<c>min</c>) or more (<c>max</c>) is better. Default <c>auto</c>: as the metric has it.</param>
    /// <exception cref="ArgumentException">There is no such mode.</exception>
    public ReduceLROnPlateau(string monitor = "val_loss", double factor = 0.1, int patience = 10, double minDelta = 1e-4, string mode = "auto")
    {
        _monitor = new Monitor(nameof(ReduceLROnPlateau), monitor, mode);
        _options = new ReduceOnPlateauOptions { Factor = factor, Patience = patience, Tolerance = minDelta };
    }

    /// <summary>The epochs after a change in which nothing is counted, 0 or more. Default 0.</summary>
    public int Cooldown { get; init; }

    /// <summary>The smallest rate, 0 or more. Default 0.</summary>
    public double MinLR { get; init; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A number is out of its range.</exception>
    public override void OnTrainBegin() => _rule = new ReduceOnPlateau(Model.EngineOptimizer!, Dialect.Keras,
        _options with { Cooldown = Cooldown, Floor = MinLR, Rising = _monitor.IsRising(Compilation!) });

    /// <inheritdoc/>
    public override void OnEpochEnd(int epoch, Logs logs)
    {
        ArgumentNullException.ThrowIfNull(logs);
        logs[EpochLine.LearningRate] = Model.LearningRate;
        _rule!.Observe(_monitor.ValueIn(logs));
    }
}
