using static System.FormattableString;

namespace CourseKit.Nn.Schedules;

/// <summary>How a learning rate changes while training: a formula of the rate at the start and of the time.</summary>
/// <remarks>Time counts whatever the training loop counts, epochs or steps: see <see cref="LearningRateScheduler"/>.</remarks>
public abstract class LearningRateSchedule
{
    /// <summary>The rate at a time.</summary>
    /// <param name="start">The optimizer's own rate, which formulas begin with.</param>
    /// <param name="time">0, 1, …</param>
    public abstract double RateAt(double start, long time);

    private protected void Check(bool valid, string required, IFormattable received)
    {
        if (!valid)
            throw new ArgumentException(Invariant($"{GetType().Name}: {required} is required; received {received}."));
    }
}
