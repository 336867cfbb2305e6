using System.Text.Json;
using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Pages;

namespace CourseKit.Notebooks.Running;

/// <summary>What is kept of a notebook that has passed, beside its page, so that it need not run again while nothing that it rests on has changed.</summary>
internal sealed class RunRecord
{
    private readonly string _path, _notebook, _fingerprint, _title;
    private readonly OutputFiles _files;

    private RunRecord(string notebook, string title, string fingerprint, OutputFiles files) =>
        (_path, _notebook, _title, _fingerprint, _files) = (Path.ChangeExtension(files.HtmlPath, ".run.json"), notebook, title, fingerprint, files);

    public static RunRecord For(string path, NotebookDocument document, OutputFiles files, RunOptions options) =>
        new(path, NotebookTitle.Of(document) ?? "", Fingerprint.Of(path, document, options), files);

    /// <summary>The result of the run before, if nothing has changed since and its page is there; otherwise null, and what was kept is forgotten.</summary>
    public NotebookResult? Unchanged(DateTimeOffset now)
    {
        if (!File.Exists(_path))
            return null;
        var kept = Read();
        if (kept is null || kept.Fingerprint != _fingerprint || !File.Exists(_files.HtmlPath) || !File.Exists(Path.ChangeExtension(_files.HtmlPath, ".ipynb")))
        {
            File.Delete(_path);
            return null;
        }
        return new NotebookResult(_notebook, [.. kept.Cells.Select(cell => new CellResult(cell.Number, cell.Verdict, cell.Elapsed) { Message = cell.Message })], TimeSpan.Zero)
        {
            IsUnchanged = true,
            Title = _title.Length > 0 ? _title : null,
            HtmlPath = _files.HtmlPath,
            Started = now,
        };
    }

    /// <summary>Keeps a result, if it is one of a notebook that passed.</summary>
    public void Keep(NotebookResult result)
    {
        if (result.Verdict == Verdict.Passed)
            File.WriteAllText(_path, JsonSerializer.Serialize(new Kept(_fingerprint,
                [.. result.Cells.Select(cell => new KeptCell(cell.Number, cell.Verdict, cell.Elapsed, cell.Message))])));
    }

    private Kept? Read()
    {
        try
        {
            return JsonSerializer.Deserialize<Kept>(File.ReadAllText(_path));
        }
        catch (JsonException)
        {
            // Cut short, when the run before was killed: the notebook runs again.
            return null;
        }
    }

    private sealed record Kept(string Fingerprint, IReadOnlyList<KeptCell> Cells);

    private sealed record KeptCell(int Number, Verdict Verdict, TimeSpan Elapsed, string? Message);
}
