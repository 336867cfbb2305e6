using CourseKit.Nn;
using CourseKit.Nn.Training;

namespace CourseKit.Keras.Callbacks;

/// <summary>The one measured value that a callback watches.</summary>
internal sealed class Monitor
{
    private const string Validation = "val_";

    private readonly string _where, _name, _mode;

    /// <param name="where">The callback's name, for errors.</param>
    /// <param name="name">Of the value: <c>val_loss</c>.</param>
    /// <param name="mode"><c>auto</c>, <c>min</c> or <c>max</c>.</param>
    /// <exception cref="ArgumentException">There is no such mode.</exception>
    public Monitor(string where, string name, string mode)
    {
        if (mode is not ("auto" or "min" or "max"))
            throw new ArgumentException($"{where}: {KnownNames.Unknown("mode", mode, ["auto", "min", "max"])}");
        (_where, _name, _mode) = (where, name, mode);
    }

    /// <summary>A counter of the epochs without improvement that has seen nothing yet.</summary>
    public ImprovementCounter Counter(Compilation compilation) => new(IsRising(compilation), Dialect.Keras);

    /// <summary>Whether more is better. As in Keras 3, a metric knows it, and a loss is better when it falls.</summary>
    public bool IsRising(Compilation compilation)
    {
        var plain = _name.StartsWith(Validation, StringComparison.Ordinal) ? _name[Validation.Length..] : _name;
        return _mode == "max" || (_mode == "auto" && compilation.Metrics.Any(metric => metric.Name == plain && metric.IsRising));
    }

    /// <exception cref="ArgumentException">It was not measured.</exception>
    public double ValueIn(Logs logs)
    {
        if (logs.TryGetValue(_name, out var value))
            return value;
        var hasValidation = logs.Keys.Any(key => key.StartsWith(Validation, StringComparison.Ordinal));
        var advice = _name.StartsWith(Validation, StringComparison.Ordinal) && !hasValidation ? " Pass validationData or validationSplit to Fit." : "";
        throw new ArgumentException($"{_where}: {KnownNames.Unknown("monitor", _name, [.. logs.Keys])}{advice}");
    }
}
