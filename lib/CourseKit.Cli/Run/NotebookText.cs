using System.Globalization;
using CourseKit.Notebooks.Sessions;

namespace CourseKit.Cli.Run;

/// <summary>What the cells of one notebook put out, as lines of text; each cell has its own unfinished line and its own limit.</summary>
/// <param name="width">Letters in a line.</param>
internal sealed class NotebookText(int width)
{
    private readonly Dictionary<int, CellText> _cells = [];

    /// <summary>The cell that runs now.</summary>
    public int Running { get; set; }

    /// <summary>Complete lines that an event adds to the log.</summary>
    public IEnumerable<string> Lines(int number, SessionEvent happened) => Of(number).Lines(happened);

    /// <summary>Lines for what has changed of something shown earlier.</summary>
    public IEnumerable<string> Changed(int number, string[] lines) => Of(number).Changed(lines);

    private CellText Of(int number)
    {
        if (!_cells.TryGetValue(number, out var text))
            _cells[number] = text = new CellText(width);
        return text;
    }

    /// <summary>What stands before such a line: the cell's number, and that it comes late if the cell is not the one that runs.</summary>
    public string Margin(int number) => string.Create(CultureInfo.InvariantCulture, $"{number,4} {(number == Running ? "" : "late ")}│");
}
