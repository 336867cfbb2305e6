using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Pages;
using CourseKit.Notebooks.Sessions;

namespace CourseKit.Notebooks.Running;

/// <summary>Runs notebooks, each in a session of its own, one after another or several at a time, and writes what they put out.</summary>
/// <param name="options">Budgets and the folder to write to.</param>
/// <param name="startSession">Starts a session whose cells run in the given folder.</param>
/// <param name="observer">Watches the run; where several notebooks run at a time it is told of each when that has ended.</param>
public sealed class NotebookBatch(RunOptions options, Func<string, Task<ISession>> startSession, IRunObserver observer)
{
    /// <summary>Small notebooks end sooner than a session starts: two that start at the same time keep two processors busy.</summary>
    private const int FewestWaiting = 2;

    private readonly ObserverTurns _turns = new(observer);
    private readonly Lock _saving = new();
    private int _taken;
    private bool _stopped;

    /// <summary>Runs the notebooks in the given order.</summary>
    /// <param name="paths">Files; see <see cref="NotebookFinder"/>.</param>
    /// <param name="cancellationToken">Ends the running sessions; what was put out so far is written.</param>
    /// <returns>One result for each notebook that was begun, in the order given.</returns>
    /// <exception cref="RunException">The output folder cannot be written to, or two notebooks would write to one file.</exception>
    public async Task<IReadOnlyList<NotebookResult>> RunAsync(IReadOnlyList<string> paths, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(paths);
        RefuseSameName(paths);
        options.Given.Check(paths);
        OutputFiles.Prepare(options.OutputFolder);
        var results = new NotebookResult?[paths.Count];
        (_taken, _stopped) = (0, false);
        await using var pool = new SessionPool(paths, startSession, Math.Max(FewestWaiting, options.Jobs));
        var workers = Math.Clamp(options.Jobs, 1, Math.Max(1, paths.Count));
        await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => WorkAsync(paths, results, pool, cancellationToken)));
        return [.. results.OfType<NotebookResult>()];
    }

    /// <summary>Runs the next notebook that nobody has taken, and then the next.</summary>
    private async Task WorkAsync(IReadOnlyList<string> paths, NotebookResult?[] results, SessionPool pool, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested && !Volatile.Read(ref _stopped) && Interlocked.Increment(ref _taken) - 1 is var index && index < paths.Count)
        {
            var result = await RunOneAsync(paths[index], index, pool, cancellationToken);
            lock (_saving)
            {
                results[index] = result;
                OutputFiles.SaveIndex(options.OutputFolder, IndexPage.Write([.. results.OfType<NotebookResult>()]));
            }
            if (options.FailFast && result.Verdict is Verdict.Failed or Verdict.TimedOut or Verdict.Died or Verdict.Unreadable)
                Volatile.Write(ref _stopped, true);
        }
    }

    private async Task<NotebookResult> RunOneAsync(string path, int index, SessionPool pool, CancellationToken cancellationToken)
    {
        var start = options.Time.GetTimestamp();
        var watching = new AfterFirstCell(options.Jobs > 1 ? _turns.Next() : observer, pool.Warm);
        var result = await ReadAndRunAsync(path, index, start, pool, watching, cancellationToken);
        watching.NotebookFinished(result);
        return result;
    }

    private async Task<NotebookResult> ReadAndRunAsync(
        string path, int index, long start, SessionPool pool, AfterFirstCell watching, CancellationToken cancellationToken)
    {
        NotebookDocument document;
        try
        {
            document = NotebookFile.Load(path);
        }
        catch (Exception error) when (error is NotebookFormatException or IOException or UnauthorizedAccessException)
        {
            await pool.DropAsync(index);
            return new NotebookResult(path, [], options.Time.GetElapsedTime(start)) { Unreadable = error.Message, Started = options.Time.GetUtcNow() };
        }
        var files = new OutputFiles(options.OutputFolder, path);
        var record = options.Incremental ? RunRecord.For(path, document, files, options) : null;
        if (record?.Unchanged(options.Time.GetUtcNow()) is { } before)
        {
            await pool.DropAsync(index);
            return before;
        }
        watching.NotebookStarted(path, document);
        await using var session = await pool.TakeAsync(index);
        var runner = new NotebookRunner(path, document, options.Given.Into(session, document), options, watching);
        var empty = new NotebookResult(path, [], default) { HtmlPath = files.HtmlPath, Title = NotebookTitle.Of(document), Started = options.Time.GetUtcNow() };
        await runner.RunAsync(() => Save(runner, empty, start, files), cancellationToken);
        var result = Save(runner, empty with { PeakMemory = (session as ChildSession)?.PeakMemory }, start, files);
        if (options.Approval is { } approval)
        {
            result = approval.Judge(runner.Document, result) with { Elapsed = options.Time.GetElapsedTime(start) };
            files.SavePage(NotebookPage.Write(runner.Document, result, options.Plotly));
        }
        record?.Keep(result);
        return result;
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
