using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Pages;
using CourseKit.Notebooks.Sessions;

namespace CourseKit.Notebooks.Running;

/// <summary>Runs notebooks one after another, each in a session of its own, and writes what they put out.</summary>
/// <param name="options">Budgets and the folder to write to.</param>
/// <param name="startSession">Starts a session whose cells run in the given folder.</param>
/// <param name="observer">Watches the run.</param>
public sealed class NotebookBatch(RunOptions options, Func<string, Task<ISession>> startSession, IRunObserver observer)
{
    private readonly Dictionary<string, Task<ISession>> _started = [];

    /// <summary>Runs the notebooks in the given order.</summary>
    /// <param name="paths">Files; see <see cref="NotebookFinder"/>.</param>
    /// <param name="cancellationToken">Ends the running session; what was put out so far is written.</param>
    /// <returns>One result for each notebook that was begun.</returns>
    /// <exception cref="RunException">The output folder cannot be written to, or two notebooks would write to one file.</exception>
    public async Task<IReadOnlyList<NotebookResult>> RunAsync(IReadOnlyList<string> paths, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(paths);
        RefuseSameName(paths);
        options.Given.Check(paths);
        OutputFiles.Prepare(options.OutputFolder);
        var results = new List<NotebookResult>();
        try
        {
            for (var i = 0; i < paths.Count && !cancellationToken.IsCancellationRequested; i++)
            {
                results.Add(await RunOneAsync(paths[i], i + 1 < paths.Count ? paths[i + 1] : null, cancellationToken));
                OutputFiles.SaveIndex(options.OutputFolder, IndexPage.Write(results));
            }
        }
        finally
        {
            foreach (var starting in _started.Values)
                await EndAsync(starting);
        }
        return results;
    }

    private async Task<NotebookResult> RunOneAsync(string path, string? next, CancellationToken cancellationToken)
    {
        var start = options.Time.GetTimestamp();
        var result = await ReadAndRunAsync(path, next, start, cancellationToken);
        observer.NotebookFinished(result);
        return result;
    }

    private async Task<NotebookResult> ReadAndRunAsync(string path, string? next, long start, CancellationToken cancellationToken)
    {
        NotebookDocument document;
        try
        {
            document = NotebookFile.Load(path);
        }
        catch (Exception error) when (error is NotebookFormatException or IOException or UnauthorizedAccessException)
        {
            return new NotebookResult(path, [], options.Time.GetElapsedTime(start)) { Unreadable = error.Message, Started = options.Time.GetUtcNow() };
        }
        Prestart(path);
        observer.NotebookStarted(path, document);
        _started.Remove(path, out var starting);
        await using var session = await starting!;
        if (next is not null)
            Prestart(next);
        var files = new OutputFiles(options.OutputFolder, path);
        var runner = new NotebookRunner(path, document, options.Given.Into(session, document), options, observer);
        var empty = new NotebookResult(path, [], default) { HtmlPath = files.HtmlPath, Title = NotebookTitle.Of(document), Started = options.Time.GetUtcNow() };
        await runner.RunAsync(() => Save(runner, empty, start, files), cancellationToken);
        return Save(runner, empty, start, files);
    }

    /// <summary>Writes what there is: whatever becomes of this process, it is then not lost.</summary>
    private NotebookResult Save(NotebookRunner runner, NotebookResult empty, long start, OutputFiles files)
    {
        var document = runner.Document;
        var result = empty with { Cells = [.. runner.Results, .. runner.Unreached], Elapsed = options.Time.GetElapsedTime(start) };
        files.SaveNotebook(document);
        files.SavePage(NotebookPage.Write(document, result, options.Plotly));
        return result;
    }

    /// <summary>Starts a notebook's session, so that it is warm when its turn comes.</summary>
    private void Prestart(string path)
    {
        if (!_started.ContainsKey(path))
            _started[path] = startSession(Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    /// <summary>Ends a session that was started ahead and is not needed; one that could not start has nothing to end.</summary>
    private static async Task EndAsync(Task<ISession> starting)
    {
        await Task.WhenAny(starting);
        if (starting.IsCompletedSuccessfully)
            await starting.Result.DisposeAsync();
    }

    private void RefuseSameName(IReadOnlyList<string> paths)
    {
        if (paths.FirstOrDefault(path => Path.GetFileNameWithoutExtension(path).Equals(OutputFiles.IndexStem, StringComparison.OrdinalIgnoreCase)) is { } index)
            throw new RunException($"{index}: another name than index is required; index.html leads to the pages of all notebooks. Rename the notebook.");
        var twice = paths.GroupBy(Path.GetFileNameWithoutExtension, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
            throw new RunException($"{string.Join(", ", twice)}: notebooks of different names are required; these would all be written to " +
                $"{Path.Combine(options.OutputFolder, twice.Key + ".html")}. Run them one by one, each with its own --out.");
    }
}
