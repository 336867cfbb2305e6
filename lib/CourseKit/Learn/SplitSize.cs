namespace CourseKit.Learn;

/// <summary>How many samples a part of a split has: a whole number is taken as it is, any other is a fraction of all.</summary>
/// <remarks><c>testSize: 300</c> are 300 samples, <c>testSize: 0.15</c> are 15 % of them.</remarks>
public readonly record struct SplitSize
{
    private readonly double _value;
    private readonly bool _isFraction;

    private SplitSize(double value, bool isFraction) => (_value, _isFraction) = (value, isFraction);

    /// <summary>So many samples.</summary>
    public static implicit operator SplitSize(int count) => new(count, isFraction: false);

    /// <summary>This part of the samples, between 0 and 1.</summary>
    public static implicit operator SplitSize(double fraction) => new(fraction, isFraction: true);

    /// <summary>The size as it was given.</summary>
    public override string ToString() => _value.ToString(_isFraction ? "0.0################" : "0", CultureInfo.InvariantCulture);

    /// <summary>The number of samples; parts of one are rounded by <paramref name="round"/>.</summary>
    internal int Of(int samples, string name, Func<double, double> round)
    {
        var isPossible = _isFraction ? _value is > 0 and < 1 : _value > 0 && _value < samples;
        if (!isPossible)
        {
            throw new ArgumentOutOfRangeException(name,
                $"TrainTestSplit: {name} must be a fraction between 0 and 1, or 1 to {samples - 1} of {samples} samples; received {this}.");
        }
        return (int)(_isFraction ? round(_value * samples) : _value);
    }
}
