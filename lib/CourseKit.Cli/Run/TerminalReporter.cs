using System.Collections.Concurrent;
using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Running;
using CourseKit.Notebooks.Sessions;
using Spectre.Console;

namespace CourseKit.Cli.Run;

/// <summary>
/// A run in a terminal: what cells put out scrolls by, below it what changes where it stands (a cell's own progress bar) and a progress bar for
/// each notebook in work. Of several at a time the bars move at once, and the rest is told of each when it has ended.
/// </summary>
internal sealed class TerminalReporter(IAnsiConsole console, ProgressContext progress, ChangingDisplays changing) : IRunObserver, IRunProgress
{
    private const int Margin = 7;

    private readonly ConcurrentDictionary<string, ProgressTask> _running = [];

    private NotebookText _text = new(WidthOf(console));
    private ProgressTask? _task;
    private string _name = "";

    /// <summary>Runs <paramref name="run"/> with a reporter that draws on <paramref name="console"/>.</summary>
    public static Task<IReadOnlyList<NotebookResult>> WatchAsync(
        IAnsiConsole console, IReadOnlyList<string> notebooks, Func<IRunObserver, Task<IReadOnlyList<NotebookResult>>> run)
    {
        var changing = new ChangingDisplays();
        return console.Progress().AutoClear(true).HideCompleted(true)
            .UseRenderHook((bars, _) => changing.Waiting is { Count: > 0 } lines ? new Rows([.. lines.Select(line => Row(console, line)), bars]) : bars)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new ElapsedTimeColumn(), new SpinnerColumn())
            .StartAsync(async progress =>
            {
                var all = notebooks.Count > 1 ? progress.AddTask($"{notebooks.Count} notebooks", maxValue: notebooks.Count) : null;
                return await run(new TerminalReporter(console, progress, changing) { All = all });
            });
    }

    private ProgressTask? All { get; init; }

    public void Began(string path, int cells) => _running[path] = Bar(path, cells);

    public void Reached(string path, int number) => _running[path].Description = $"{NameOf(path)} · cell {number}";

    public void Passed(string path) => _running[path].Increment(1);

    public void Ended(string path) => _running[path].StopTask();

    public void NotebookStarted(string path, NotebookDocument document)
    {
        _text = new NotebookText(WidthOf(console));
        _name = NameOf(path);
        _task = _running.ContainsKey(path) ? null : Bar(path, document.Cells.Count(cell => cell.Kind == CellKind.Code));
        console.MarkupLineInterpolated($"[bold]{path}[/]");
    }

    public void CellStarted(int number, NotebookCell cell)
    {
        _text.Running = number;
        _task?.Description = $"{_name} · cell {number}";
    }

    public void Happened(int number, SessionEvent happened)
    {
        switch (happened)
        {
            // It stays below what scrolls by until the next value is shown or the cell ends, and is written down then.
            case SessionEvent.Displayed { DisplayId: { } id } shown when CellText.TextOf(shown.Data).Length == 1:
                WriteChanges();
                changing.Show(number, id, shown.Data, written: false);
                return;
            case SessionEvent.Displayed { DisplayId: { } id } shown:
                changing.Show(number, id, shown.Data, written: true);
                break;
            case SessionEvent.Updated updated:
                changing.Update(updated.DisplayId, updated.Data);
                return;
            case SessionEvent.Displayed or SessionEvent.Result:
                WriteChanges();
                break;
        }
        foreach (var line in _text.Lines(number, happened))
            console.MarkupLineInterpolated($"[grey]{_text.Margin(number)}[/] {line}");
    }

    public void CellFinished(CellResult result)
    {
        WriteChanges();
        _task?.Increment(1);
        var colour = result.Verdict is Verdict.Skipped or Verdict.Unavailable or Verdict.NotRun ? "yellow" : "red";
        if (result.Verdict != Verdict.Passed)
            console.MarkupLine($"[{colour}]{result.Number,4} {Words.Of(result.Verdict)}[/]");
        foreach (var line in CellText.Verdict(result).SelectMany(Wrap))
            console.MarkupLine($"[{colour}]{result.Number,4} ! {Markup.Escape(line)}[/]");
    }

    public void NotebookFinished(NotebookResult result)
    {
        _task?.StopTask();
        All?.Increment(1);
        var colour = result.Verdict == Verdict.Passed ? "green" : "red";
        foreach (var line in Summary.Lines(result))
            console.MarkupLine($"[{colour}]{Markup.Escape(line)}[/]");
    }

    private ProgressTask Bar(string path, int cells) => progress.AddTask(NameOf(path), maxValue: Math.Max(1, cells));

    private static string NameOf(string path) => Markup.Escape(Path.GetFileName(path));

    private void WriteChanges()
    {
        foreach (var (cell, lines) in changing.Take())
            foreach (var line in _text.Changed(cell, lines))
                console.MarkupLineInterpolated($"[grey]{_text.Margin(cell)}[/] {line}");
    }

    /// <summary>A line that is drawn over: it must not wrap.</summary>
    private static Text Row(IAnsiConsole console, string line) =>
        new($"     │ {line}"[..Math.Min(line.Length + Margin, WidthOf(console) + Margin - 1)]) { Overflow = Overflow.Ellipsis };

    /// <summary>Cut here, between words where it can be, and not by the terminal, which would leave pieces of the progress bar behind the text.</summary>
    private IEnumerable<string> Wrap(string line)
    {
        var width = WidthOf(console);
        while (line.Length > width)
        {
            var blank = line.LastIndexOf(' ', width);
            var end = string.IsNullOrWhiteSpace(line[..Math.Max(0, blank)]) ? width : blank;
            yield return line[..end];
            line = line[end..].TrimStart(' ');
        }
        yield return line;
    }

    private static int WidthOf(IAnsiConsole console) => Math.Max(20, console.Profile.Width - Margin);
}
