namespace CourseKit.Notebooks.Sessions.Output;

/// <summary>What a cell reads from the console: each line is asked of whoever sits before the notebook. Where nobody does, there is nothing to read.</summary>
internal sealed class CellInput(InputRequests requests) : TextReader
{
    private string _line = "";
    private int _at;

    public override int Peek() => Fill() ? _line[_at] : -1;

    public override int Read() => Fill() ? _line[_at++] : -1;

    public override string? ReadLine()
    {
        if (!Fill())
            return null;
        var rest = _line[_at..^1];
        _at = _line.Length;
        return rest;
    }

    /// <summary>Asks for a line if the last one was read to its end; false where nobody answers.</summary>
    private bool Fill()
    {
        if (_at < _line.Length)
            return true;
        if (requests.TryAskAsync("", isSecret: false).GetAwaiter().GetResult() is not { } typed)
            return false;
        (_line, _at) = (typed + "\n", 0);
        return true;
    }
}
