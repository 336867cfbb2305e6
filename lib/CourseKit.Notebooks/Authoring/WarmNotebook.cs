using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Running;
using CourseKit.Notebooks.Sessions;

namespace CourseKit.Notebooks.Authoring;

/// <summary>A notebook that has run and whose session goes on, so that cells can be tried in it one by one.</summary>
internal sealed class WarmNotebook(string path, CheckOptions options) : IAsyncDisposable
{
    private ISession? _session;

    /// <summary>Whether cells can be run in it.</summary>
    public bool IsAlive => _session is not null;

    /// <summary>Runs a whole notebook in a new session.</summary>
    public async Task<IReadOnlyList<CellResult>> StartAsync(NotebookDocument document, CancellationToken cancellation)
    {
        await DisposeAsync();
        _session = await options.StartSession(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!);
        return await RunAsync(document, cancellation);
    }

    /// <summary>Runs one more cell.</summary>
    /// <param name="cell">The cell; its directives count.</param>
    /// <param name="limit">Its budget, whatever it says of it itself; null for its own.</param>
    /// <param name="cancellation">Ends the session.</param>
    public async Task<CellResult> RunAsync(NotebookCell cell, TimeSpan? limit, CancellationToken cancellation)
    {
        var timed = limit is { } time ? Limited(cell, time) : cell;
        return (await RunAsync(new NotebookDocument { Cells = [timed] }, cancellation))[0];
    }

    /// <summary>The cell with a budget, whatever it says of it itself: of two the last counts, and a comment at the end changes nothing else.</summary>
    public static NotebookCell Limited(NotebookCell cell, TimeSpan limit) =>
        cell is { Kind: CellKind.Code, Kernel: "csharp" } ? cell with { Source = $"{cell.Source}\n// coursekit: timeout {Math.Ceiling(limit.TotalSeconds):0}s" } : cell;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_session is { } session)
            await session.DisposeAsync();
        _session = null;
    }

    private async Task<IReadOnlyList<CellResult>> RunAsync(NotebookDocument document, CancellationToken cancellation)
    {
        var runner = new NotebookRunner(path, document, _session!, options.Run, Nobody.Watches);
        await runner.RunAsync(() => { }, cancellation);
        cancellation.ThrowIfCancellationRequested();
        // Its process is gone, or about to be.
        if (runner.Results.Any(cell => cell.Verdict is Verdict.Died or Verdict.TimedOut or Verdict.NotRun))
            await DisposeAsync();
        return runner.Results;
    }

    private sealed class Nobody : IRunObserver
    {
        public static readonly Nobody Watches = new();

        public void NotebookStarted(string path, NotebookDocument document)
        {
        }

        public void CellStarted(int number, NotebookCell cell)
        {
        }

        public void Happened(int number, SessionEvent happened)
        {
        }

        public void CellFinished(CellResult result)
        {
        }

        public void NotebookFinished(NotebookResult result)
        {
        }
    }
}
