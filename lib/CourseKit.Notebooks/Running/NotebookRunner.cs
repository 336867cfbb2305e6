using System.Globalization;
using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Sessions;

namespace CourseKit.Notebooks.Running;

/// <summary>Runs the cells of one notebook in a session and tells how each of them ended.</summary>
/// <remarks>A cell that fails does not keep those after it from running; a session that ends does, and they are then not run.</remarks>
internal sealed class NotebookRunner(string path, NotebookDocument document, ISession session, RunOptions options, IRunObserver observer)
{
    private readonly OutputLog _outputs = new();
    private readonly List<CellResult> _results = [];
    private readonly long _start = options.Time.GetTimestamp();
    private string? _sessionEnded;

    /// <summary>The notebook with the outputs so far.</summary>
    public NotebookDocument Document => document with { Cells = [.. document.Cells.Select(WithOutputs)] };

    /// <summary>The verdicts so far.</summary>
    public IReadOnlyList<CellResult> Results => _results;

    private TimeSpan Left => options.NotebookTimeout * options.TimeoutScale - options.Time.GetElapsedTime(_start);

    /// <summary>Runs every cell of code.</summary>
    /// <param name="afterCell">Called when a cell has ended, so that nothing is lost if the next one takes everything down.</param>
    /// <param name="cancellationToken">Ends the session; the remaining cells are not run.</param>
    public async Task RunAsync(Action afterCell, CancellationToken cancellationToken)
    {
        await using var _ = cancellationToken.Register(() => session.DisposeAsync().AsTask());
        for (var index = 0; index < document.Cells.Count; index++)
        {
            var cell = document.Cells[index];
            if (!HasCode(cell))
                continue;
            var result = await RunCellAsync(cell, index + 1, cancellationToken);
            _results.Add(result with { Outputs = _outputs.Of(cell.Id) });
            observer.CellFinished(_results[^1]);
            afterCell();
        }
        AddLateOutput();
    }

    /// <summary>Whether there is anything to run: an empty file reads as one empty cell, and that must not count as passed.</summary>
    private static bool HasCode(NotebookCell cell) => cell.Kind == CellKind.Code && !string.IsNullOrWhiteSpace(cell.Source);

    private async Task<CellResult> RunCellAsync(NotebookCell cell, int number, CancellationToken cancellationToken)
    {
        if (_sessionEnded is not null)
            return new CellResult(number, Verdict.NotRun, TimeSpan.Zero) { Message = _sessionEnded };
        if (Left <= TimeSpan.Zero)
            return new CellResult(number, Verdict.NotRun, TimeSpan.Zero) { Message = "The notebook's time was used up before this cell." };
        if (cell.Kernel != "csharp")
            return Refuse(cell, number, $"\"{cell.Kernel}\" cells cannot be run: this runner has C# only. Remove the cell, or run the notebook where that kernel exists.");

        CellDirectives directives;
        try
        {
            directives = CellDirectives.Of(cell.Source);
        }
        catch (FormatException error)
        {
            return Refuse(cell, number, error.Message);
        }
        return directives.SkipReason is { } reason
            ? new CellResult(number, Verdict.Skipped, TimeSpan.Zero) { Message = reason }
            : await ExecuteAsync(cell, number, directives.Timeout ?? options.CellTimeout, cancellationToken);
    }

    private CellResult Refuse(NotebookCell cell, int number, string message)
    {
        _outputs.AddError(cell.Id, "Unsupported", message);
        return new CellResult(number, Verdict.Failed, TimeSpan.Zero)
        {
            Message = message,
            Position = new CellPosition(path, number, 1, 0, cell.Line),
        };
    }

    /// <summary>Runs the cell against the clock. Nobody can type here, so a question is answered with null and fails the cell.</summary>
    private async Task<CellResult> ExecuteAsync(NotebookCell cell, int number, TimeSpan timeout, CancellationToken cancellationToken)
    {
        observer.CellStarted(number, cell);
        var start = options.Time.GetTimestamp();
        var budget = TimeSpan.FromTicks(Math.Min((timeout * options.TimeoutScale).Ticks, Left.Ticks));
        var run = new CellRun();
        var limit = TimeLimit.Start(session, budget, options);
        await using (limit)
            await foreach (var happened in session.ExecuteAsync(new CellRequest(cell.Id, cell.Source, path, number, cell.Line), CancellationToken.None))
            {
                run.Note(happened);
                _outputs.Add(happened, cell.Id, _results.Count + 1);
                observer.Happened(happened);
                if (happened is SessionEvent.InputRequested input)
                    await session.AnswerAsync(input.RequestId, null);
            }
        var result = new CellResult(number, Verdict.Passed, options.Time.GetElapsedTime(start)) { Warnings = run.Warnings };
        return cancellationToken.IsCancellationRequested ? Stopped(cell, result)
            : limit.Expired ? TimedOut(cell, result, budget, limit.Killed || run.Death is not null)
            : run.Death is { } death ? Died(cell, result, death)
            : run.Error is { } error ? Failed(result, error)
            : result;
    }

    private static CellResult Failed(CellResult result, CellError error) =>
        result with { Verdict = Verdict.Failed, Error = error, Message = Sentence(error), Position = error.Position };

    private CellResult Died(NotebookCell cell, CellResult result, SessionEvent.Died death)
    {
        _sessionEnded = $"Its session had ended in cell {result.Number.ToString(CultureInfo.InvariantCulture)}.";
        return result with { Verdict = Verdict.Died, Message = death.Reason, Position = new CellPosition(path, result.Number, 1, 0, cell.Line) };
    }

    private CellResult TimedOut(NotebookCell cell, CellResult result, TimeSpan budget, bool killed)
    {
        if (killed)
            _sessionEnded = $"Its session had to be killed in cell {result.Number.ToString(CultureInfo.InvariantCulture)}.";
        var message = $"More than its {Duration.Text(budget)}: {(killed ? "it did not stop when interrupted, so its session was killed" : "it was interrupted")}. " +
            "Give it more with // coursekit: timeout 120s, or all cells with --cell-timeout.";
        _outputs.AddError(cell.Id, "TimedOut", message);
        return result with { Verdict = Verdict.TimedOut, Message = message, Position = new CellPosition(path, result.Number, 1, 0, cell.Line) };
    }

    private CellResult Stopped(NotebookCell cell, CellResult result)
    {
        _sessionEnded = "The run was stopped before this cell.";
        const string Message = "The run was stopped while this cell was running.";
        _outputs.AddError(cell.Id, "Stopped", Message);
        return result with { Verdict = Verdict.Died, Message = Message };
    }

    private static string Sentence(CellError error) =>
        error.Kind == CellErrorKind.Exception && error.ExceptionType is { } type && !error.Message.StartsWith(type, StringComparison.Ordinal)
            ? $"{type}: {error.Message}"
            : error.Message;

    private void AddLateOutput()
    {
        foreach (var late in session.TakeLateEvents())
            _outputs.Add(late, late.CellId, 0);
    }

    private NotebookCell WithOutputs(NotebookCell cell, int index)
    {
        if (!HasCode(cell))
            return cell;
        var order = _results.FindIndex(result => result.Number == index + 1);
        var ran = order >= 0 && _results[order].Verdict is not (Verdict.NotRun or Verdict.Skipped);
        return cell with { Outputs = _outputs.Of(cell.Id), ExecutionCount = ran ? order + 1 : null };
    }

    /// <summary>What the events of one cell amount to.</summary>
    private sealed class CellRun
    {
        public List<CellDiagnostic> Warnings { get; } = [];

        public CellError? Error { get; private set; }

        public SessionEvent.Died? Death { get; private set; }

        public void Note(SessionEvent happened)
        {
            switch (happened)
            {
                case SessionEvent.DiagnosticsReported reported:
                    Warnings.AddRange(reported.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning));
                    break;
                case SessionEvent.Failed failed:
                    Error ??= failed.Error;
                    break;
                case SessionEvent.Died died:
                    Death = died;
                    break;
            }
        }
    }
}
