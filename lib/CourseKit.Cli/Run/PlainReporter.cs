using System.Globalization;
using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Running;
using CourseKit.Notebooks.Sessions;

namespace CourseKit.Cli.Run;

/// <summary>A run as lines that are never taken back: for build servers, pipes and files.</summary>
/// <param name="writer">Where the lines go.</param>
/// <param name="time">The clock by which a progress bar becomes a line now and then.</param>
internal sealed class PlainReporter(TextWriter writer, TimeProvider time) : IRunObserver
{
    private const int Width = 160;

    /// <summary>The least time between two states of what changes where it stands.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private NotebookText _text = new(Width);
    private ChangingDisplays _changing = new();
    private long _lastChange;

    public void NotebookStarted(string path, NotebookDocument document)
    {
        (_text, _changing, _lastChange) = (new NotebookText(Width), new ChangingDisplays(), time.GetTimestamp());
        writer.WriteLine(path);
    }

    public void CellStarted(int number, NotebookCell cell) => _text.Running = number;

    public void Happened(int number, SessionEvent happened)
    {
        if (happened is SessionEvent.Displayed { DisplayId: { } id } shown)
            _changing.Show(number, id, shown.Data, written: true);
        if (happened is SessionEvent.Updated updated)
        {
            _changing.Update(updated.DisplayId, updated.Data);
            if (CellText.TextOf(updated.Data).Length == 1 && time.GetElapsedTime(_lastChange) >= Pause)
                WriteChanges();
        }
        if (happened is SessionEvent.Result)
            WriteChanges();
        foreach (var line in _text.Lines(number, happened))
            writer.WriteLine($"{_text.Margin(number)} {line}");
    }

    public void CellFinished(CellResult result)
    {
        WriteChanges();
        var word = result.Verdict == Verdict.Passed ? "passed" : Words.Of(result.Verdict).ToUpperInvariant();
        var how = result.Expected is null ? "" : ", failing as expected";
        var time = result.Verdict is Verdict.Skipped or Verdict.Unavailable or Verdict.NotRun ? "" : $" in {Duration.Text(result.Elapsed)}";
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.Number,4} {word}{time}{how}"));
        foreach (var line in CellText.Verdict(result))
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.Number,4} ! {line}"));
    }

    private void WriteChanges()
    {
        foreach (var (cell, lines) in _changing.Take())
            foreach (var line in _text.Changed(cell, lines))
                writer.WriteLine($"{_text.Margin(cell)} {line}");
        _lastChange = time.GetTimestamp();
    }

    public void NotebookFinished(NotebookResult result)
    {
        foreach (var line in Summary.Lines(result))
            writer.WriteLine(line);
        writer.WriteLine();
        writer.Flush();
    }
}
