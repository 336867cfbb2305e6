namespace CourseKit.Torch;

/// <summary>Writes epochs as skorch prints them, without its colours.</summary>
internal sealed class EpochTable
{
    private readonly TextWriter _log;
    private readonly (string Name, Func<EpochRow, string> Text)[] _columns;
    private bool _begun;

    public EpochTable(TextWriter log, bool validates)
    {
        _log = log;
        (string Name, Func<EpochRow, string> Text)[] middle =
            [("valid_acc", row => Number(row.ValidAcc!.Value)), ("valid_loss", row => Number(row.ValidLoss!.Value))];
        _columns =
        [
            ("epoch", row => row.Epoch.ToString(CultureInfo.InvariantCulture)),
            ("train_loss", row => Number(row.TrainLoss)),
            .. validates ? middle : [],
            ("dur", row => Number(row.Dur.TotalSeconds)),
        ];
    }

    public void Write(EpochRow row)
    {
        // Headings have two spaces before them; a number of seconds is wider than its heading.
        var cells = Array.ConvertAll(_columns, column => column.Text(row));
        var widths = _columns.Select((column, i) => Math.Max(column.Name.Length + 2, cells[i].Length)).ToArray();
        if (!_begun)
        {
            _log.WriteLine(string.Join("  ", _columns.Select((column, i) => column.Name.PadLeft(widths[i]))));
            _log.WriteLine(string.Join("  ", widths.Select(width => new string('-', width))));
        }
        _log.WriteLine(string.Join("  ", cells.Select((cell, i) => cell.PadLeft(widths[i]))));
        _begun = true;
    }

    private static string Number(double value) => double.IsNaN(value) ? "nan" : value.ToString("0.0000", CultureInfo.InvariantCulture);
}
