using CourseKit.Display;
using CourseKit.Nn;

namespace CourseKit.Keras;

/// <summary>What was measured in each epoch of a training: <c>history["val_loss"]</c>.</summary>
public sealed class History : RichView
{
    private readonly OrderedDictionary<string, double[]> _curves;

    internal History(IReadOnlyList<Logs> epochs)
    {
        EpochCount = epochs.Count;
        _curves = [];
        foreach (var name in epochs.SelectMany(logs => logs.Keys).Distinct())
            _curves.Add(name, [.. epochs.Select(logs => logs.GetValueOrDefault(name, double.NaN))]);
    }

    /// <summary>How many epochs were trained.</summary>
    public int EpochCount { get; }

    /// <summary>1, 2, …: the axis for charts of the curves.</summary>
    public IReadOnlyList<int> Epochs => [.. Enumerable.Range(1, EpochCount)];

    /// <summary>What was measured: <c>loss</c>, the metrics, and the same on validation data as <c>val_loss</c>, ….</summary>
    public IReadOnlyList<string> Names => [.. _curves.Keys];

    /// <summary>The values of this name, one for each epoch; NaN where a callback added none.</summary>
    /// <exception cref="KeyNotFoundException">There is none; the nearest one is suggested.</exception>
    public double[] this[string name] => _curves.TryGetValue(name, out var curve)
        ? curve
        : throw new KeyNotFoundException($"History: {KnownNames.Unknown("name", name, Names)}");

    /// <summary>A row for each epoch.</summary>
    public Table ToTable()
    {
        var table = new Table(["epoch", .. Names]);
        foreach (var name in Names)
            table.Format(name, name == EpochLine.LearningRate ? "G4" : "0.0000");
        for (var epoch = 0; epoch < EpochCount; epoch++)
            table.Add([epoch + 1, .. _curves.Values.Select(curve => (object)curve[epoch])]);
        return table;
    }

    /// <inheritdoc/>
    public override string ToHtml() => $"<div style=\"max-height:24em;overflow:auto\">{ToTable().ToHtml()}</div>";

    /// <inheritdoc/>
    public override string ToText() => ToTable().ToText();

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"History: {EpochCount} {(EpochCount == 1 ? "epoch" : "epochs")}{string.Concat(_curves.Select(curve => $", {curve.Key} {EpochLine.Number(curve.Value[^1])}"))}");
}
