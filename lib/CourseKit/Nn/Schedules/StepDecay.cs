namespace CourseKit.Nn.Schedules;

/// <summary>start · factor^⌊t / every⌋: falls in steps.</summary>
/// <remarks>PyTorch: <c>StepLR</c>. Keras: <c>ExponentialDecay</c> with <c>staircase=True</c>.</remarks>
public sealed class StepDecay : LearningRateSchedule
{
    private readonly int _every;
    private readonly double _factor;

    /// <param name="every">Epochs or steps from one fall to the next, 1 or more.</param>
    /// <param name="factor">Above 0. Default 0.1.</param>
    /// <exception cref="ArgumentException">An argument is out of its range.</exception>
    public StepDecay(int every, double factor = 0.1)
    {
        Check(every >= 1, "an interval of 1 or more", every);
        Check(factor > 0, "a factor above 0", factor);
        (_every, _factor) = (every, factor);
    }

    /// <inheritdoc/>
    public override double RateAt(double start, long time) => start * Math.Pow(_factor, time / _every);
}
