using CourseKit.Nn.Optimizers;

namespace CourseKit.Nn.Schedules;

/// <summary>Sets the rate of an optimizer by a schedule: at once for time 0, and at every <see cref="Step"/> for one more.</summary>
/// <example><code>
/// var scheduler = new LearningRateScheduler(optimizer, new CosineAnnealing(epochs));
/// for (var epoch = 0; epoch != epochs; epoch++)
/// {
///     …                       // the batches of an epoch
///     scheduler.Step();
/// }
/// </code></example>
public sealed class LearningRateScheduler
{
    private readonly Optimizer _optimizer;
    private readonly LearningRateSchedule _schedule;

    /// <param name="optimizer">Its rate of now is the start of the schedule.</param>
    /// <param name="schedule">The formula.</param>
    public LearningRateScheduler(Optimizer optimizer, LearningRateSchedule schedule)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        ArgumentNullException.ThrowIfNull(schedule);
        (_optimizer, _schedule, Start) = (optimizer, schedule, optimizer.LearningRate);
        SetRate();
    }

    /// <summary>The rate that formulas begin with.</summary>
    public double Start { get; }

    /// <summary>How often <see cref="Step"/> was called.</summary>
    public long Time { get; private set; }

    /// <summary>An epoch, or a step, is over: sets the rate for the next one.</summary>
    public void Step()
    {
        Time++;
        SetRate();
    }

    private void SetRate() => _optimizer.LearningRate = _schedule.RateAt(Start, Time);
}
