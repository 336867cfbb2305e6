using System.Text;
using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Sessions;

namespace CourseKit.Notebooks.Running;

/// <summary>Turns the events of a session into the outputs of its cells; an update lands where the value was first shown.</summary>
internal sealed class OutputLog
{
    private readonly Dictionary<string, List<CellOutput>> _cells = [];

    // Text comes in many small pieces: they are joined only when something else follows or somebody looks.
    private readonly StringBuilder _text = new();
    private (string CellId, string Stream) _writer;

    /// <summary>What a cell has put out so far.</summary>
    public IReadOnlyList<CellOutput> Of(string cellId)
    {
        JoinText();
        return _cells.TryGetValue(cellId, out var outputs) ? [.. outputs] : [];
    }

    /// <summary>Adds what an event shows, to the cell that caused it.</summary>
    public void Add(SessionEvent happened, string runningCellId, int executionCount)
    {
        var cell = happened.CellId.Length > 0 ? happened.CellId : runningCellId;
        switch (happened)
        {
            case SessionEvent.Output text:
                AddText(cell, text.Stream, text.Text);
                break;
            case SessionEvent.Displayed shown:
                Add(cell, new DisplayOutput(shown.Data, shown.DisplayId));
                break;
            case SessionEvent.Updated updated:
                Update(updated);
                break;
            case SessionEvent.Result result:
                Add(cell, new ResultOutput(result.Data, executionCount));
                break;
            case SessionEvent.DiagnosticsReported reported:
                AddText(cell, "stderr", string.Concat(reported.Diagnostics.Select(diagnostic => $"{diagnostic}\n")));
                break;
            case SessionEvent.Failed failed:
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
        JoinText();
        OutputsOf(cellId).Add(output);
    }

    private void AddText(string cellId, string stream, string text)
    {
        if (_writer != (cellId, stream))
            JoinText();
        _writer = (cellId, stream);
        _text.Append(text);
    }

    private void JoinText()
    {
        if (_text.Length == 0)
            return;
        var outputs = OutputsOf(_writer.CellId);
        if (outputs.LastOrDefault() is StreamOutput last && last.Name == _writer.Stream)
            outputs[^1] = last with { Text = last.Text + _text };
        else
            outputs.Add(new StreamOutput(_writer.Stream, _text.ToString()));
        _text.Clear();
    }

    private void Update(SessionEvent.Updated updated)
    {
        foreach (var outputs in _cells.Values)
            for (var i = 0; i < outputs.Count; i++)
                if (outputs[i] is DisplayOutput shown && shown.DisplayId == updated.DisplayId)
                    outputs[i] = shown with { Data = updated.Data };
    }

    private List<CellOutput> OutputsOf(string cellId)
    {
        if (!_cells.TryGetValue(cellId, out var outputs))
            _cells[cellId] = outputs = [];
        return outputs;
    }

    private static ErrorOutput ToOutput(CellError error) => error.Kind == CellErrorKind.Exception
        ? new ErrorOutput(error.ExceptionType ?? "Exception", error.Message, Lines(error.StackTrace ?? error.Message))
        : new ErrorOutput(error.Kind.ToString(), error.Message, error.SourceLine is { } line ? [error.Message, line] : [error.Message]);

    private static string[] Lines(string text) => text.Length == 0 ? [] : text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
}
