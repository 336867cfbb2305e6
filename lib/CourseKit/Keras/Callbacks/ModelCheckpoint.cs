using System.Text.RegularExpressions;
using CourseKit.Nn;
using CourseKit.Nn.Training;

namespace CourseKit.Keras.Callbacks;

/// <summary>Saves the model after each epoch, or after those that are better than all before.</summary>
public sealed partial class ModelCheckpoint : Callback
{
    private readonly string _path;
    private readonly Monitor _monitor;
    private readonly bool _saveBestOnly;
    private ImprovementCounter? _counter;

    /// <param name="filepath">
    /// The file; <c>{epoch}</c>, counted from 1 as in Keras, and measured values may stand in it, in Python's form:
    /// <c>"epoch-{epoch:02d}-{val_loss:.2f}.safetensors"</c>.
    /// </param>
    /// <param name="monitor">What is watched. Default <c>val_loss</c>. Ignored where every epoch is saved.</param>
    /// <param name="saveBestOnly">Whether only what is better than all before is saved. Default false.</param>
    /// <param name="mode">Whether less (<c>min</c>) or more (<c>max</c>) is better. Default <c>auto</c>: as the metric has it.</param>
    /// <exception cref="ArgumentException">There is no such mode.</exception>
    public ModelCheckpoint(string filepath, string monitor = "val_loss", bool saveBestOnly = false, string mode = "auto")
    {
        ArgumentNullException.ThrowIfNull(filepath);
        (_path, _saveBestOnly) = (filepath, saveBestOnly);
        _monitor = new Monitor(nameof(ModelCheckpoint), monitor, mode);
    }

    /// <summary>The file that was saved last; null before the first.</summary>
    public string? LastPath { get; private set; }

    /// <inheritdoc/>
    public override void OnTrainBegin() => _counter = _monitor.Counter(Compilation!);

    /// <inheritdoc/>
    public override void OnEpochEnd(int epoch, Logs logs)
    {
        ArgumentNullException.ThrowIfNull(logs);
        if (_saveBestOnly)
        {
            _counter!.Observe(_monitor.ValueIn(logs), tolerance: 0);
            if (!_counter.IsBest)
                return;
        }
        LastPath = Field().Replace(_path, match => Text(match, epoch + 1, logs));
        Model.Save(LastPath);
    }

    private string Text(Match match, int epoch, Logs logs)
    {
        var (name, format) = (match.Groups[1].Value, match.Groups[2].Value);
        if (name == "epoch")
            return epoch.ToString(CultureInfo.InvariantCulture).PadLeft(format.Length > 0 ? int.Parse(format.Trim('d'), CultureInfo.InvariantCulture) : 0, '0');
        if (!logs.TryGetValue(name, out var value))
            throw new ArgumentException($"ModelCheckpoint, {_path}: {KnownNames.Unknown("name", name, ["epoch", .. logs.Keys])}");
        return value.ToString(format.Length > 0 ? $"F{format.Trim('.', 'f')}" : null, CultureInfo.InvariantCulture);
    }

    // {epoch}, {epoch:02d}, {val_loss:.3f}
    [GeneratedRegex(@"\{(\w+)(?::(\d+d|\.\d+f))?\}")]
    private static partial Regex Field();
}
