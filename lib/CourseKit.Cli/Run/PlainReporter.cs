using System.Globalization;
using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Running;
using CourseKit.Notebooks.Sessions;

namespace CourseKit.Cli.Run;

/// <summary>A run as lines that are never taken back: for build servers, pipes and files.</summary>
internal sealed class PlainReporter(TextWriter writer) : IRunObserver
{
    private const int Width = 160;

    private NotebookText _text = new(Width);

    public void NotebookStarted(string path, NotebookDocument document)
    {
        _text = new NotebookText(Width);
        writer.WriteLine(path);
    }

    public void CellStarted(int number, NotebookCell cell) => _text.Running = number;

    public void Happened(int number, SessionEvent happened)
    {
        foreach (var line in _text.Lines(number, happened))
            writer.WriteLine($"{_text.Margin(number)} {line}");
    }

    public void CellFinished(CellResult result)
    {
        var word = result.Verdict == Verdict.Passed ? "passed" : Words.Of(result.Verdict).ToUpperInvariant();
        var how = result.Expected is null ? "" : ", failing as expected";
        var time = result.Verdict is Verdict.Skipped or Verdict.Unavailable or Verdict.NotRun ? "" : $" in {Duration.Text(result.Elapsed)}";
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.Number,4} {word}{time}{how}"));
        foreach (var line in CellText.Verdict(result))
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.Number,4} ! {line}"));
    }

    public void NotebookFinished(NotebookResult result)
    {
        foreach (var line in Summary.Lines(result))
            writer.WriteLine(line);
        writer.WriteLine();
        writer.Flush();
    }
}
