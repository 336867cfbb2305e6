namespace CourseKit.Nn.Schedules;

/// <summary>Rises in a straight line from from · start to start, and goes on with another schedule, whose time then begins.</summary>
/// <remarks>
/// P. Goyal et al., Accurate, Large Minibatch SGD: Training ImageNet in 1 Hour, 2017, section 2.2. PyTorch: <c>LinearLR</c>, followed by
/// another one in <c>SequentialLR</c>.
/// </remarks>
public sealed class WarmUp : LearningRateSchedule
{
    private readonly int _length;
    private readonly double _from;
    private readonly LearningRateSchedule? _then;

    /// <param name="length">Epochs or steps of the rise, 1 or more.</param>
    /// <param name="from">The part of the rate to begin with, 0..1. Default 1/3, as in PyTorch.</param>
    /// <param name="then">What follows. Default: the rate stays.</param>
    /// <exception cref="ArgumentException">An argument is out of its range.</exception>
    public WarmUp(int length, double from = 1.0 / 3, LearningRateSchedule? then = null)
    {
        Check(length >= 1, "a length of 1 or more", length);
        Check(from is >= 0 and <= 1, "a first part of 0..1", from);
        (_length, _from, _then) = (length, from, then);
    }

    /// <inheritdoc/>
    public override double RateAt(double start, long time)
    {
        if (time < _length)
            return start * (_from + ((1 - _from) * time / _length));
        return _then?.RateAt(start, time - _length) ?? start;
    }
}
