using CourseKit.Nn.Optimizers;
using CourseKit.Nn.Training;
using static System.FormattableString;

namespace CourseKit.Nn.Schedules;

/// <summary>Lowers the rate of an optimizer when a loss or a score has stopped improving.</summary>
/// <remarks>PyTorch: <c>ReduceLROnPlateau</c>. Keras: the callback <c>ReduceLROnPlateau</c>. The dialect says how they count.
/// Differs from PyTorch's for values below 0, where its tolerance has the wrong sign: worse values pass for better ones there.</remarks>
public sealed class ReduceOnPlateau
{
    private readonly Optimizer _optimizer;
    private readonly ScheduleForm _form;
    private readonly ReduceOnPlateauOptions _options;
    private readonly ImprovementCounter _counter;
    private int _resting;

    /// <param name="optimizer">Whose rate is lowered.</param>
    /// <param name="dialect">Whose rule it is: <see cref="Dialect.Torch"/> or <see cref="Dialect.Keras"/>.</param>
    /// <param name="options">Factor, patience and limits.</param>
    /// <exception cref="ArgumentException">An option is out of its range, or the dialect has no such rule.</exception>
    public ReduceOnPlateau(Optimizer optimizer, Dialect dialect, ReduceOnPlateauOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        ArgumentNullException.ThrowIfNull(dialect);
        _form = dialect.Schedules ?? throw new ArgumentException(
            $"ReduceOnPlateau: a dialect that has this rule is required; received {dialect.Name}'s. Pass Dialect.Torch or Dialect.Keras.");
        (_optimizer, _options) = (optimizer, options ?? new ReduceOnPlateauOptions());
        if (_options is not { Factor: > 0 and < 1, Patience: >= 0, Tolerance: >= 0, Cooldown: >= 0, Floor: >= 0 })
        {
            throw new ArgumentException(
                "ReduceOnPlateau: a factor between 0 and 1 and a patience, tolerance, cooldown and floor of 0 or more are required; "
                + Invariant($"received {_options.Factor}, {_options.Patience}, {_options.Tolerance}, {_options.Cooldown} ")
                + Invariant($"and {_options.Floor}."));
        }
        _counter = new ImprovementCounter(_options.Rising, dialect);
    }

    /// <summary>The best value so far; infinite before the first.</summary>
    public double Best => _counter.Best;

    /// <summary>Takes the value of an epoch, and lowers the rate if there were too many without improvement.</summary>
    /// <param name="value">A loss, or a score if <see cref="ReduceOnPlateauOptions.Rising"/>. NaN is no improvement.</param>
    /// <returns>Whether the rate was lowered.</returns>
    public bool Observe(double value)
    {
        var wasResting = _resting > 0;
        if (wasResting)
            _resting--;
        _counter.Observe(value, Tolerance());
        if (_resting > 0 || (wasResting && !_form.LastEpochOfCooldownCounts))
            _counter.Restart();
        if (_form.PlateauOutlastsPatience ? _counter.Count <= _options.Patience : _counter.Count < Math.Max(_options.Patience, 1))
            return false;

        _resting = _options.Cooldown;
        _counter.Restart();
        var rate = Math.Max(_optimizer.LearningRate * _options.Factor, _options.Floor);
        if (!(_optimizer.LearningRate - rate > _form.SmallestRateChange))
            return false;
        _optimizer.LearningRate = rate;
        return true;
    }

    private double Tolerance() =>
        _form.PlateauToleranceIsRelative && double.IsFinite(_counter.Best) ? _options.Tolerance * Math.Abs(_counter.Best)
        : _form.PlateauToleranceIsRelative ? 0
        : _options.Tolerance;
}

/// <summary>When <see cref="ReduceOnPlateau"/> acts, and how far it goes.</summary>
public sealed record ReduceOnPlateauOptions
{
    /// <summary>The rate is multiplied by this, between 0 and 1. Default 0.1.</summary>
    public double Factor { get; init; } = 0.1;

    /// <summary>Epochs without improvement that are tolerated, 0 or more. Default 10.</summary>
    public int Patience { get; init; } = 10;

    /// <summary>How much better than the best a value must be, 0 or more; relative or not, as the dialect says. Default 1e-4.</summary>
    public double Tolerance { get; init; } = 1e-4;

    /// <summary>Epochs after a fall in which none are counted, 0 or more. Default 0.</summary>
    public int Cooldown { get; init; }

    /// <summary>The lowest rate, 0 or more. Default 0.</summary>
    public double Floor { get; init; }

    /// <summary>Whether more is better (a score) or less (a loss). Default false: a loss.</summary>
    public bool Rising { get; init; }
}
