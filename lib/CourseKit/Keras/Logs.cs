using System.Collections;
using System.Diagnostics.CodeAnalysis;
using CourseKit.Display;
using CourseKit.Nn;

namespace CourseKit.Keras;

/// <summary>What was measured, by name: <c>logs["val_loss"]</c>. Of an epoch for callbacks, and what <see cref="Sequential.Evaluate"/> returns.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "What Keras calls them.")]
public sealed class Logs : RichView, IReadOnlyDictionary<string, double>
{
    private readonly OrderedDictionary<string, double> _values = [];

    internal Logs(IEnumerable<KeyValuePair<string, double>> values)
    {
        foreach (var (name, value) in values)
            _values[name] = value;
    }

    /// <summary>How many values there are.</summary>
    public int Count => _values.Count;

    /// <summary>The names, <c>loss</c> first.</summary>
    public IEnumerable<string> Keys => _values.Keys;

    /// <summary>The values in the order of <see cref="Keys"/>.</summary>
    public IEnumerable<double> Values => _values.Values;

    /// <summary>The value of this name. A callback may add one, which then stands in the history.</summary>
    /// <exception cref="KeyNotFoundException">There is none; the nearest one is suggested.</exception>
    public double this[string key]
    {
        get => _values.TryGetValue(key, out var value)
            ? value
            : throw new KeyNotFoundException($"Logs: {KnownNames.Unknown("name", key, [.. Keys])}");
        set => _values[key] = value;
    }

    /// <summary><c>var (loss, accuracy) = model.Evaluate(x, y);</c></summary>
    /// <param name="loss">The loss.</param>
    /// <param name="metric">The first metric; NaN if there is none.</param>
    public void Deconstruct(out double loss, out double metric) =>
        (loss, metric) = (_values["loss"], _values.Count > 1 ? _values.GetAt(1).Value : double.NaN);

    /// <inheritdoc/>
    public bool ContainsKey(string key) => _values.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, out double value) => _values.TryGetValue(key, out value);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, double>> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public override string ToHtml() => Table().ToHtml();

    /// <inheritdoc/>
    public override string ToText() => ToString();

    /// <summary>As in Keras's progress line: <c>loss: 0.4831 - accuracy: 0.8290</c>.</summary>
    public override string ToString() => EpochLine.Values(this);

    private Table Table()
    {
        var table = new Table([.. Keys]);
        foreach (var name in Keys)
            table.Format(name, "0.0000");
        return table.Add([.. Values.Select(value => (object)value)]);
    }
}
