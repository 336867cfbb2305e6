using System.Text.Json;

namespace CourseKit.Notebooks.Documents;

/// <summary>Reads one .dib text from top to bottom.</summary>
internal sealed class DibReader
{
    private readonly string? _path;
    private readonly string _defaultKernel;
    private readonly string[] _lines;
    private readonly List<NotebookCell> _cells = [];
    private readonly List<(int Number, string Text)> _open = [];
    private KernelNames _names = KernelNames.WellKnown;
    private JsonFields? _metadata;
    private string _kernel;
    private int _next;

    public DibReader(string text, string? path, string defaultKernel)
    {
        (_path, _defaultKernel, _kernel) = (path, defaultKernel, defaultKernel);
        _lines = DibFormat.Lines(text.StartsWith('\uFEFF') ? text[1..] : text);
    }

    public NotebookDocument Read()
    {
        while (_next < _lines.Length)
        {
            var number = _next + 1;
            var line = _lines[_next++];
            if (_metadata is null && line.StartsWith(DibFormat.Meta, StringComparison.Ordinal))
                (number, line) = ReadMetadata(number);

            if (_names.TryResolveHead(line, out var kernel))
            {
                CloseCell();
                _kernel = kernel;
            }
            else
                _open.Add((number, line));
        }
        CloseCell();
        if (_cells.Count == 0)
            _cells.Add(Cell(_defaultKernel, "", line: 1));
        return new NotebookDocument { Cells = CellIds.Complete(_cells), Metadata = _metadata ?? JsonFields.Empty };
    }

    /// <summary>Reads up to the next line that begins with <c>#!</c> and returns it: the caller still has to look at it.</summary>
    /// <remarks>If the file ends first, its last line is returned and so counts twice: that is what the format's own reader does.</remarks>
    private (int Number, string Line) ReadMetadata(int metaLine)
    {
        var first = _next;
        var line = _lines[metaLine - 1];
        var end = first;
        while (_next < _lines.Length)
        {
            line = _lines[_next++];
            if (line.StartsWith(DibFormat.Mark, StringComparison.Ordinal))
                break;
            end = _next;
        }
        _metadata = ParseMetadata(string.Join('\n', _lines[first..end]), metaLine);
        _names = KernelNames.Of(_metadata, new Place(_path, metaLine));
        return (_next, line);
    }

    private JsonFields ParseMetadata(string json, int metaLine)
    {
        const string Required = "#!meta must be followed by one JSON object and then by a line such as #!csharp";
        const string Cure = "Correct the object, or remove it together with the #!meta line.";
        if (string.IsNullOrWhiteSpace(json))
            throw new NotebookFormatException($"{Required}; nothing follows. {Cure}", new Place(_path, metaLine));
        try
        {
            return JsonFields.Parse(json);
        }
        catch (JsonException error)
        {
            var (line, column, reason) = JsonText.Locate(error, json);
            throw new NotebookFormatException($"{Required}; {reason}. {Cure}", new Place(_path, metaLine + 1 + line, column + 1), error);
        }
    }

    private void CloseCell()
    {
        var first = _open.FindIndex(line => line.Text.Length > 0);
        if (first >= 0)
        {
            var last = _open.FindLastIndex(line => line.Text.Length > 0);
            var source = string.Join('\n', _open[first..(last + 1)].Select(line => line.Text));
            _cells.Add(Cell(_kernel, source, _open[first].Number));
        }
        _open.Clear();
    }

    private static NotebookCell Cell(string kernel, string source, int line) =>
        new() { Kind = kernel == "markdown" ? CellKind.Markdown : CellKind.Code, Kernel = kernel, Source = source, Line = line };
}
