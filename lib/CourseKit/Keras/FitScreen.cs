using CourseKit.Display;

namespace CourseKit.Keras;

/// <summary>Where the progress of a training is seen.</summary>
internal interface IFitScreen
{
    /// <summary>Whether a line can be replaced by the next one.</summary>
    bool IsLive { get; }

    /// <summary>Shows where the epoch stands, in the place of what was shown of it before.</summary>
    void Replace(string title, string line);

    /// <summary>Notes how the epoch ended, in the place of what was shown of it before; that stays.</summary>
    /// <param name="title">Which epoch.</param>
    /// <param name="line">What was measured.</param>
    /// <param name="isDue">Whether to show it now, where that can wait: of short epochs there are many in a second.</param>
    void Finish(string title, string line, bool isDue);
}

/// <summary>Chooses the screen.</summary>
internal static class FitScreen
{
    /// <param name="log">A writer that was asked for; null for whatever shows the notebook.</param>
    public static IFitScreen For(TextWriter? log) =>
        log is not null ? new LineScreen(log)
        : Notebook.ReplacesInPlace ? new NotebookScreen()
        : Console.IsOutputRedirected ? new LineScreen(Notebook.Log)
        : new TerminalScreen(Notebook.Log, () => Console.WindowWidth);
}

/// <summary>Lines below each other: a file, the log of a build server.</summary>
internal sealed class LineScreen(TextWriter writer) : IFitScreen
{
    public bool IsLive => false;

    public void Replace(string title, string line)
    {
    }

    public void Finish(string title, string line, bool isDue)
    {
        writer.WriteLine(title);
        writer.WriteLine(line);
    }
}

/// <summary>A terminal, whose last line is written again from its start.</summary>
internal sealed class TerminalScreen(TextWriter writer, Func<int> width) : IFitScreen
{
    private string _title = "";
    private int _letters;

    public bool IsLive => true;

    public void Replace(string title, string line)
    {
        if (title != _title)
            writer.WriteLine(_title = title);

        // A line that reaches the edge wraps, and a wrapped line cannot be written over.
        var room = Math.Max(20, width() - 1);
        var shown = line.Length <= room ? line : line[..room];
        writer.Write($"\r{shown.PadRight(Math.Min(_letters, room))}");
        _letters = shown.Length;
        writer.Flush();
    }

    public void Finish(string title, string line, bool isDue)
    {
        Replace(title, line);
        writer.WriteLine();
        _letters = 0;
    }
}

/// <summary>Below a notebook's cell: all epochs that ended, in a box that stays at its end, and the one that runs.</summary>
internal sealed class NotebookScreen : IFitScreen
{
    private readonly List<(string, string)> _epochs = [];
    private Shown? _shown;

    public bool IsLive => true;

    public void Replace(string title, string line) => Show([(title, line)]);

    public void Finish(string title, string line, bool isDue)
    {
        _epochs.Add((title, line));
        if (isDue)
            Show([]);
    }

    private void Show((string, string)[] running)
    {
        var view = new FitView([.. _epochs, .. running]);
        if (_shown is null)
            _shown = Notebook.Show(view);
        else
            _shown.Update(view);
    }
}
