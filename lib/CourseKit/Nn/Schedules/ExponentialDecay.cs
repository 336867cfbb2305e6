namespace CourseKit.Nn.Schedules;

/// <summary>start · factor^(t / every): falls a little at every step.</summary>
/// <remarks>PyTorch: <c>ExponentialLR</c>. Keras: <c>ExponentialDecay</c>.</remarks>
public sealed class ExponentialDecay : LearningRateSchedule
{
    private readonly double _factor;
    private readonly int _every;

    /// <param name="factor">Above 0.</param>
    /// <param name="every">Epochs or steps in which the whole factor takes effect, 1 or more. Default 1.</param>
    /// <exception cref="ArgumentException">An argument is out of its range.</exception>
    public ExponentialDecay(double factor, int every = 1)
    {
        Check(factor > 0, "a factor above 0", factor);
        Check(every >= 1, "an interval of 1 or more", every);
        (_factor, _every) = (factor, every);
    }

    /// <inheritdoc/>
    public override double RateAt(double start, long time) => start * Math.Pow(_factor, (double)time / _every);
}
