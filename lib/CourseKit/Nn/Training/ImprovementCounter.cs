namespace CourseKit.Nn.Training;

/// <summary>Counts the epochs in a row that brought no improvement, as a <see cref="Dialect"/> counts them.</summary>
public sealed class ImprovementCounter
{
    private readonly bool _rising;
    private readonly Dialect _dialect;

    /// <param name="rising">Whether more is better (a score) or less (a loss).</param>
    /// <param name="dialect">Whose rule it is.</param>
    public ImprovementCounter(bool rising, Dialect dialect)
    {
        (_rising, _dialect) = (rising, dialect);
        Best = rising ? double.NegativeInfinity : double.PositiveInfinity;
    }

    /// <summary>The best value so far; infinite before the first.</summary>
    public double Best { get; private set; }

    /// <summary>Epochs since the last improvement.</summary>
    public int Count { get; private set; }

    /// <summary>Whether the last value was the best so far.</summary>
    public bool IsBest { get; private set; }

    /// <summary>Takes the value of an epoch. One that is NaN is never the best; whether it is a miss depends on the dialect.</summary>
    /// <param name="value">A loss or a score.</param>
    /// <param name="tolerance">How much better than the best it must be, 0 or more.</param>
    public void Observe(double value, double tolerance)
    {
        bool better, missed;
        if (_rising)
            (better, missed) = (value > Best, _dialect.BestNeedsTolerance ? !(value > Best + tolerance) : value < Best + tolerance);
        else
            (better, missed) = (value < Best, _dialect.BestNeedsTolerance ? !(value < Best - tolerance) : value > Best - tolerance);
        Count = missed ? Count + 1 : 0;
        IsBest = better && !(missed && _dialect.BestNeedsTolerance);
        if (IsBest)
            Best = value;
    }

    /// <summary>Whether the epochs without improvement are too many.</summary>
    /// <param name="patience">0 or more.</param>
    public bool Exceeds(int patience) => _dialect.StopsBeyondPatience ? Count > patience : Count >= patience;

    /// <summary>Counts from 0 again; the best stays.</summary>
    public void Restart() => Count = 0;
}
