using CourseKit.Notebooks.Documents;

namespace CourseKit.Cli.Run;

/// <summary>
/// Values that change where they stand, such as a progress bar: which of them have changed since they were last written down. May be asked
/// while it is told.
/// </summary>
internal sealed class ChangingDisplays
{
    private readonly Lock _lock = new();
    private readonly List<Display> _displays = [];

    /// <summary>Values of one line that wait to be written down, in the order in which they were shown.</summary>
    public IReadOnlyList<string> Waiting
    {
        get
        {
            lock (_lock)
                return [.. _displays.Where(display => display.Waits && display.Text.Length == 1).Select(display => display.Text[0])];
        }
    }

    /// <summary>A value that may change was shown, and is (or is not) written down already.</summary>
    public void Show(int cell, string id, MimeBundle data, bool written)
    {
        var text = CellText.TextOf(data);
        lock (_lock)
        {
            _displays.RemoveAll(display => display.Id == id);
            _displays.Add(new Display(id, cell) { Text = text, Written = written ? text : null });
        }
    }

    /// <summary>It looks different now, and waits to be written down.</summary>
    public void Update(string id, MimeBundle data)
    {
        lock (_lock)
            _displays.Find(display => display.Id == id)?.Text = CellText.TextOf(data);
    }

    /// <summary>What of all that wait is not written down yet; from now on it is.</summary>
    public IReadOnlyList<(int Cell, string[] Lines)> Take()
    {
        lock (_lock)
        {
            (int, string[])[] rest = [.. _displays.Where(display => display.Waits).Select(display => (display.Cell, display.Rest))];
            _displays.ForEach(display => display.Written = display.Text);
            return rest;
        }
    }

    private sealed class Display(string id, int cell)
    {
        public string Id { get; } = id;

        public int Cell { get; } = cell;

        public required string[] Text { get; set; }

        public string[]? Written { get; set; }

        public bool Waits => Written is null || !Written.SequenceEqual(Text);

        /// <summary>The text without the lines, from the top, that are written down already.</summary>
        public string[] Rest => Written is null ? Text : [.. Text.Skip(Written.Zip(Text).TakeWhile(pair => pair.First == pair.Second).Count())];
    }
}
