namespace CourseKit.Notebooks.Documents;

/// <summary>Writes one notebook as .dib text.</summary>
internal sealed class DibWriter
{
    private const string OrKeep = "or keep the notebook as .ipynb.";

    private readonly NotebookDocument _document;
    private readonly string? _path;
    private readonly JsonFields _metadata;
    private readonly KernelNames _names;

    public DibWriter(NotebookDocument document, string? path)
    {
        (_document, _path) = (document, path);
        _metadata = DibMetadata.Of(document, new Place(path));
        _names = KernelNames.Of(_metadata, new Place(path));
    }

    public string Write()
    {
        var lines = new List<string>();
        if (_metadata.Count > 0)
            lines.AddRange([DibFormat.Meta, "", JsonText.Compact(_metadata), ""]);
        for (var i = 0; i < _document.Cells.Count; i++)
            if (Content(_document.Cells[i], new Place(_path, Cell: i + 1)) is { Length: > 0 } content)
                lines.AddRange([DibFormat.Mark + _document.Cells[i].Kernel, "", .. content, ""]);
        return string.Join('\n', lines);
    }

    /// <summary>The lines between the first and the last that are not empty.</summary>
    private string[] Content(NotebookCell cell, Place at)
    {
        if (cell.Kind == CellKind.Raw)
            throw new NotebookFormatException($"a .dib has no raw cells, and this is one. Make it a Markdown cell, {OrKeep}", at);
        if (cell.Attachments.Count > 0)
            throw new NotebookFormatException(
                $"a .dib has no attachments; this cell has {string.Join(", ", cell.Attachments.Keys)}. Link to files, {OrKeep}", at);

        var lines = DibFormat.Lines(cell.Source);
        if (_names.TryResolveHead(lines[0], out var named) && named == cell.Kernel)
            lines = lines[1..];
        var first = Array.FindIndex(lines, line => line.Length > 0);
        if (first < 0)
            return [];
        lines = lines[first..(Array.FindLastIndex(lines, line => line.Length > 0) + 1)];
        foreach (var line in lines)
            CheckLine(line, at);
        return lines;
    }

    private void CheckLine(string line, Place at)
    {
        if (_names.TryResolveHead(line, out var kernel))
            throw new NotebookFormatException(
                $"the line \"{line}\" inside the cell would start a new {kernel} cell in a .dib. Indent it or change it, {OrKeep}", at);
        if (_metadata.Count == 0 && line.StartsWith(DibFormat.Meta, StringComparison.Ordinal))
            throw new NotebookFormatException(
                $"the line \"{line}\" inside the cell would be read as the notebook's metadata. Indent it or change it, {OrKeep}", at);
    }
}
