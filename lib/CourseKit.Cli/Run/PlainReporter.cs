using System.Globalization;
using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Running;
using CourseKit.Notebooks.Sessions;

namespace CourseKit.Cli.Run;

/// <summary>A run as lines that are never taken back: for build servers, pipes and files.</summary>
internal sealed class PlainReporter(TextWriter writer) : IRunObserver
{
    private readonly CellText _text = new(width: 160);
    private int _cell;

    public void NotebookStarted(string path, NotebookDocument document) => writer.WriteLine(path);

    public void CellStarted(int number, NotebookCell cell) => _cell = number;

    public void Happened(SessionEvent happened)
    {
        foreach (var line in _text.Lines(happened))
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_cell,4} │ {line}"));
    }

    public void CellFinished(CellResult result)
    {
        var word = result.Verdict == Verdict.Passed ? "passed" : Words.Of(result.Verdict).ToUpperInvariant();
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.Number,4} {word} in {Duration.Text(result.Elapsed)}"));
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
