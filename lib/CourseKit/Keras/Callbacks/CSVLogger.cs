using System.Text;

namespace CourseKit.Keras.Callbacks;

/// <summary>Writes a line for each epoch to a CSV file, as soon as it has ended: <c>epoch,accuracy,loss,val_accuracy,val_loss</c>.</summary>
/// <remarks>As in Keras, epochs are counted from 0 and the names stand in alphabetical order.</remarks>
/// <param name="filename">The file.</param>
/// <param name="separator">Between two values. Default a comma.</param>
/// <param name="append">Whether lines are added to a file that exists. Default false: it is begun anew.</param>
public sealed class CSVLogger(string filename, string separator = ",", bool append = false) : Callback
{
    private string[]? _names;

    /// <inheritdoc/>
    public override void OnTrainBegin() => _names = null;

    /// <inheritdoc/>
    public override void OnEpochEnd(int epoch, Logs logs)
    {
        ArgumentNullException.ThrowIfNull(logs);
        if (_names is null)
        {
            _names = [.. logs.Keys.Order(StringComparer.Ordinal)];
            if (!append)
                File.Delete(filename);
            if (!File.Exists(filename) || new FileInfo(filename).Length == 0)
                Write([.. _names.Prepend("epoch")]);
        }
        Write([epoch.ToString(CultureInfo.InvariantCulture), .. _names.Select(name => Text(logs, name))]);
    }

    private static string Text(Logs logs, string name) =>
        logs.TryGetValue(name, out var value) ? value.ToString(CultureInfo.InvariantCulture) : "NA";

    private void Write(string[] cells) => File.AppendAllText(filename, string.Join(separator, cells) + "\n", Encoding.UTF8);
}
