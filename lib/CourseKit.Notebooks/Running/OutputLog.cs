using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Sessions;

namespace CourseKit.Notebooks.Running;

/// <summary>Turns the events of a session into the outputs of its cells; an update lands where the value was first shown.</summary>
internal sealed class OutputLog(OutputLimits limits)
{
    /// <summary>What a cell keeps where the notebook's budget is used up.</summary>
    private const int LeastText = 10_000;

    /// <summary>Of an error; it is not cut in the middle, for its beginning says what it is.</summary>
    private const int LongestMessage = 10_000, LongestTrace = 200;

    private readonly Dictionary<string, CellOutputs> _cells = [];

    /// <summary>What a cell has put out so far.</summary>
    public IReadOnlyList<CellOutput> Of(string cellId) => _cells.TryGetValue(cellId, out var outputs) ? outputs.All : [];

    /// <summary>Adds what an event shows, to the cell that caused it.</summary>
    public void Add(SessionEvent happened, string runningCellId, int executionCount)
    {
        var cell = happened.CellId.Length > 0 ? happened.CellId : runningCellId;
        switch (happened)
        {
            case SessionEvent.Output text:
                Add(cell, new StreamOutput(text.Stream, text.Text));
                break;
            case SessionEvent.Displayed shown:
                Add(cell, new DisplayOutput(shown.Data, shown.DisplayId));
                break;
            case SessionEvent.Updated updated:
                foreach (var outputs in _cells.Values)
                    outputs.Update(updated.DisplayId, updated.Data);
                break;
            case SessionEvent.Result result:
                Add(cell, new ResultOutput(result.Data, executionCount));
                break;
            case SessionEvent.DiagnosticsReported reported:
                Add(cell, new StreamOutput("stderr", string.Concat(reported.Diagnostics.Select(diagnostic => $"{diagnostic}\n"))));
                break;
            case SessionEvent.Failed failed:
                Add(cell, ToOutput(failed.Error));
                break;
            case SessionEvent.BackgroundFailed failed:
                Add(cell, ToOutput(failed.Error));
                break;
            case SessionEvent.Died died:
                Add(cell, new ErrorOutput("SessionDied", died.Reason, [died.Reason, .. Lines(died.Text)]));
                break;
        }
    }

    /// <summary>Adds what the runner itself has to say of a cell.</summary>
    public void AddError(string cellId, string name, string message) => Add(cellId, new ErrorOutput(name, message, [message]));

    private void Add(string cellId, CellOutput output)
    {
        if (!_cells.TryGetValue(cellId, out var outputs))
            _cells[cellId] = outputs = new CellOutputs(Budget(), limits.CellPictures);
        outputs.Add(output);
    }

    private int Budget() => (int)Math.Clamp(limits.NotebookText - _cells.Values.Sum(cell => cell.TextSize), Math.Min(LeastText, limits.CellText), limits.CellText);

    private static ErrorOutput ToOutput(CellError error)
    {
        var message = Shortened(error.Message);
        return error.Kind == CellErrorKind.Exception
            ? new ErrorOutput(error.ExceptionType ?? "Exception", message, Lines(error.StackTrace ?? message))
            : new ErrorOutput(error.Kind.ToString(), message, error.SourceLine is { } line ? [message, line] : [message]);
    }

    private static string[] Lines(string text)
    {
        if (text.Length == 0)
            return [];
        var lines = text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select(Shortened).ToArray();
        return lines.Length <= LongestTrace ? lines : [.. lines[..(LongestTrace / 2)], "   …", .. lines[^(LongestTrace / 2)..]];
    }

    private static string Shortened(string text) => text.Length <= LongestMessage ? text : $"{text[..LongestMessage]} …";
}
