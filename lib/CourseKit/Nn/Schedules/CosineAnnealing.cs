namespace CourseKit.Nn.Schedules;

/// <summary>floor + (start − floor) · (1 + cos(π t / period)) / 2: falls slowly at first and at last.</summary>
/// <remarks>
/// I. Loshchilov and F. Hutter, SGDR: Stochastic Gradient Descent with Warm Restarts, ICLR 2017, eq. 5, without the restarts.
/// PyTorch: <c>CosineAnnealingLR</c>. Keras: <c>CosineDecay</c>, whose <c>alpha</c> is floor / start.
/// </remarks>
public sealed class CosineAnnealing : LearningRateSchedule
{
    private readonly int _period;
    private readonly double _floor;
    private readonly bool _staysLow;

    /// <param name="period">Epochs or steps until the floor is reached, 1 or more.</param>
    /// <param name="floor">The lowest rate, 0 or more. Default 0.</param>
    /// <param name="staysLow">
    /// Whether the rate stays at the floor after the period or rises again with the cosine: what
    /// <see cref="ScheduleForm.CosineStaysLow"/> says. Default true.
    /// </param>
    /// <exception cref="ArgumentException">An argument is out of its range.</exception>
    public CosineAnnealing(int period, double floor = 0, bool staysLow = true)
    {
        Check(period >= 1, "a period of 1 or more", period);
        Check(floor >= 0, "a floor of 0 or more", floor);
        (_period, _floor, _staysLow) = (period, floor, staysLow);
    }

    /// <inheritdoc/>
    public override double RateAt(double start, long time)
    {
        var t = _staysLow ? Math.Min(time, _period) : time;
        return _floor + ((start - _floor) * (1 + Math.Cos(Math.PI * t / _period)) / 2);
    }
}
