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
                return [.. _displays.Where(display => display.Waits).Select(display => LineOf(display.Data)).OfType<string>()];
        }
    }

    /// <summary>The one line that a value is; null if it has more, or no text.</summary>
    public static string? LineOf(MimeBundle data) =>
        data.GetValueOrDefault("text/plain") is { } text && text.AsSpan().TrimEnd("\r\n").IndexOfAny('\r', '\n') < 0 ? text.TrimEnd('\r', '\n') : null;

    /// <summary>A value that may change was shown, and is (or is not) written down already.</summary>
    public void Show(int cell, string id, MimeBundle data, bool written)
    {
        lock (_lock)
        {
            _displays.RemoveAll(display => display.Id == id);
            _displays.Add(new Display(id, cell, data) { Waits = !written });
        }
    }

    /// <summary>It looks different now, and waits to be written down.</summary>
    public void Update(string id, MimeBundle data)
    {
        lock (_lock)
            if (_displays.Find(display => display.Id == id) is { } display)
                (display.Data, display.Waits) = (data, true);
    }

    /// <summary>All that wait; from now on they count as written down.</summary>
    public IReadOnlyList<(int Cell, MimeBundle Data)> Take()
    {
        lock (_lock)
        {
            var waiting = _displays.FindAll(display => display.Waits);
            waiting.ForEach(display => display.Waits = false);
            return [.. waiting.Select(display => (display.Cell, display.Data))];
        }
    }

    private sealed class Display(string id, int cell, MimeBundle data)
    {
        public string Id { get; } = id;

        public int Cell { get; } = cell;

        public MimeBundle Data { get; set; } = data;

        public bool Waits { get; set; }
    }
}
