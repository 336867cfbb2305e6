using System.Globalization;
using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Sessions;
using CourseKit.Notebooks.Sessions.Cells;

namespace CourseKit.Notebooks.Running;

/// <summary>Runs the cells of one notebook in a session and tells how each of them ended.</summary>
/// <remarks>A cell that fails does not keep those after it from running; a session that ends does, and they are then not run.</remarks>
internal sealed class NotebookRunner(string path, NotebookDocument document, ISession session, RunOptions options, IRunObserver observer)
{
    private readonly OutputLog _outputs = new(options.Output);
    private readonly List<CellResult> _results = [];
    private readonly long _start = options.Time.GetTimestamp();
    private string? _sessionEnded;

    /// <summary>The notebook with the outputs so far.</summary>
    public NotebookDocument Document => document with { Cells = [.. document.Cells.Select(WithOutputs)] };

    /// <summary>The verdicts so far, with what has been put out by now.</summary>
    public IReadOnlyList<CellResult> Results => [.. _results.Select(WithOutputs)];

    /// <summary>The cells that the run has not come to the end of: they are not run until they are.</summary>
    public IEnumerable<CellResult> Unreached => document.Cells.Index()
        .Where(cell => HasCode(cell.Item) && !_results.Exists(result => result.Number == cell.Index + 1))
        .Select(cell => NotRun(cell.Index + 1, "The run had not come to the end of this cell when this was written."));

    private TimeSpan Left => options.NotebookTimeout * options.TimeoutScale - options.Time.GetElapsedTime(_start);

    /// <summary>Runs every cell of code.</summary>
    /// <param name="save">Called when a cell has ended, and now and then while one runs, so that nothing is lost if something takes everything down.</param>
    /// <param name="cancellationToken">Ends the session; the remaining cells are not run.</param>
    public async Task RunAsync(Action save, CancellationToken cancellationToken)
    {
        await using var _ = cancellationToken.Register(() => session.DisposeAsync().AsTask());
        for (var index = 0; index < document.Cells.Count; index++)
        {
            AddLateEvents();
            if (await JudgeAsync(document.Cells[index], index + 1, save, cancellationToken) is not { } result)
                continue;
            _results.Add(result);
            observer.CellFinished(WithOutputs(result));
            save();
        }
        AddLateEvents();
    }

    /// <summary>Whether there is anything to run: an empty file reads as one empty cell, and that must not count as passed.</summary>
    private static bool HasCode(NotebookCell cell) => cell.Kind == CellKind.Code && !string.IsNullOrWhiteSpace(cell.Source);

    /// <summary>How a cell ended; null for text in which nothing is wrong.</summary>
    private async Task<CellResult?> JudgeAsync(NotebookCell cell, int number, Action save, CancellationToken cancellationToken)
    {
        CellDirectives directives;
        try
        {
            directives = CellDirectives.Of(cell);
        }
        catch (FormatException error)
        {
            return Refuse(cell, number, error.Message);
        }
        if (!HasCode(cell))
            return null;
        if (_sessionEnded is not null)
            return NotRun(number, _sessionEnded);
        if (Left <= TimeSpan.Zero)
            return NotRun(number, "The notebook's time was used up before this cell.");
        if (directives.SkipReason is { } reason)
            return new CellResult(number, Verdict.Skipped, TimeSpan.Zero) { Message = reason };
        return await ExecuteAsync(cell, number, directives, save, cancellationToken);
    }

    private static CellResult NotRun(int number, string why) => new(number, Verdict.NotRun, TimeSpan.Zero) { Message = why };

    private CellResult Refuse(NotebookCell cell, int number, string message)
    {
        _outputs.AddError(cell.Id, "Unsupported", message);
        return new CellResult(number, Verdict.Failed, TimeSpan.Zero) { Message = message, Position = Start(cell, number) };
    }

    /// <summary>Runs the cell against the clock; first what it says it requires, without which it is left out.</summary>
    private async Task<CellResult> ExecuteAsync(NotebookCell cell, int number, CellDirectives directives, Action save, CancellationToken cancellationToken)
    {
        observer.CellStarted(number, cell);
        var start = options.Time.GetTimestamp();
        var request = new CellRequest(cell.Id, cell.Source, path, number, cell.Line) { Kernel = cell.Kernel };
        var own = (directives.Timeout ?? options.CellTimeout) * options.TimeoutScale;
        var forPackages = options.RestoreTimeout * options.TimeoutScale;
        var sent = directives.Packages.Count == 0
            ? null
            : await SendAsync(request with { Code = RequiredPackages.Code(request, directives.Packages) }, own + forPackages, save);
        if (sent is null || sent.Succeeded && !cancellationToken.IsCancellationRequested)
            sent = await SendAsync(request, RequiredPackages.AreAskedFor(request) ? own + forPackages : own, save);
        var run = sent.Run;
        var result = new CellResult(number, Verdict.Passed, options.Time.GetElapsedTime(start)) { Warnings = run.Warnings };
        return cancellationToken.IsCancellationRequested ? Stopped(cell, result)
            : sent.Expired ? TimedOut(cell, result, sent.Budget, sent.Killed || run.Death is not null)
            : run.Death is { } death ? Died(cell, result, death, run.Background)
            : LeavesOut(run.Error, directives) is { } reason ? LeftOut(result, reason, directives)
            : directives.Expects is { } expected ? Expecting(cell, result, expected, run.Error)
            : run.Error is { } error ? Failed(result, error, CellRun.Sentence(error))
            : result;
    }

    /// <summary>Sends code to the session and follows it to its end. Nobody can type here, so a question is answered with null and fails the cell.</summary>
    private async Task<SentCell> SendAsync(CellRequest request, TimeSpan most, Action save)
    {
        var run = new CellRun();
        var saved = options.Time.GetTimestamp();
        var budget = most < Left ? most : Left;
        var directives = CellDirectives.Of(document.Cells[request.CellNumber - 1]);
        var limit = TimeLimit.Start(session, budget, options);
        await using (limit)
            await foreach (var happened in session.ExecuteAsync(request, CancellationToken.None))
            {
                run.Note(happened);
                if (LeavesOut(run.Error, directives) is not null)
                    continue;
                Add(happened, request.CellId, request.CellNumber);
                if (happened is SessionEvent.InputRequested input)
                    await session.AnswerAsync(input.RequestId, null);
                if (options.Time.GetElapsedTime(saved) < options.SaveInterval)
                    continue;
                save();
                saved = options.Time.GetTimestamp();
            }
        return new SentCell(run, budget, limit.Expired, limit.Killed);
    }

    /// <summary>Why a cell that failed so is left out and not failed; null where it is not.</summary>
    private string? LeavesOut(CellError? error, CellDirectives directives) => error switch
    {
        { MissingKernel: { } kernel } when options.SkipUnsupported => $"\"{kernel}\" cells do not run here.",
        { Kind: CellErrorKind.Package } when directives.Packages.Count > 0 =>
            $"It requires {string.Join(" and ", directives.Packages)}, which is not to be had here: nobody has checked that it works. {error.Message}",
        _ => null,
    };

    private static CellResult LeftOut(CellResult result, string reason, CellDirectives directives) =>
        result with { Verdict = directives.Packages.Count > 0 ? Verdict.Unavailable : Verdict.Skipped, Message = reason };

    private static CellResult Failed(CellResult result, CellError error, string message) =>
        result with { Verdict = Verdict.Failed, Error = error, Message = message, Position = error.Position };

    private CellResult Expecting(NotebookCell cell, CellResult result, Expectation expected, CellError? error)
    {
        if (expected.Refute(error) is not { } message)
            return result with { Expected = error };
        if (error is not null)
            return Failed(result, error, message);
        _outputs.AddError(cell.Id, "Unexpected", message);
        return result with { Verdict = Verdict.Failed, Message = message, Position = Start(cell, result.Number) };
    }

    private CellResult Died(NotebookCell cell, CellResult result, SessionEvent.Died death, SessionEvent.BackgroundFailed? cause)
    {
        _sessionEnded = $"Its session had ended in cell {Text(result.Number)}.";
        var owner = cause is null ? result.Number : NumberOf(cause.CellId) ?? result.Number;
        if (owner == result.Number)
            return result with { Verdict = Verdict.Died, Error = cause?.Error, Message = death.Reason, Position = cause?.Error.Position ?? Start(cell, result.Number) };
        Blame(owner, cause!.Error);
        return result with
        {
            Verdict = Verdict.Died,
            Message = $"Its session was ended by what cell {Text(owner)} had left running in the background: {CellRun.Sentence(cause.Error)}",
            Position = Start(cell, result.Number),
        };
    }

    /// <summary>Takes back what was said of a cell that had ended well: what it left running has ended the session.</summary>
    private void Blame(int number, CellError error)
    {
        var index = _results.FindIndex(result => result.Number == number);
        _results[index] = _results[index] with
        {
            Verdict = Verdict.Died,
            Error = error,
            Message = $"What it had left running in the background ended the session later: {CellRun.Sentence(error)}",
            Position = error.Position ?? Start(document.Cells[number - 1], number),
        };
    }

    private CellResult TimedOut(NotebookCell cell, CellResult result, TimeSpan budget, bool killed)
    {
        if (killed)
            _sessionEnded = $"Its session had to be killed in cell {Text(result.Number)}.";
        var message = $"More than its {Duration.Text(budget)}: {(killed ? "it did not stop when interrupted, so its session was killed" : "it was interrupted")}. " +
            "Give it more with // coursekit: timeout 120s, or all cells with --cell-timeout.";
        _outputs.AddError(cell.Id, "TimedOut", message);
        return result with { Verdict = Verdict.TimedOut, Message = message, Position = Start(cell, result.Number) };
    }

    private CellResult Stopped(NotebookCell cell, CellResult result)
    {
        _sessionEnded = "The run was stopped before this cell.";
        const string Message = "The run was stopped while this cell was running.";
        _outputs.AddError(cell.Id, "Stopped", Message);
        return result with { Verdict = Verdict.Died, Message = Message };
    }

    /// <summary>What happened while no cell was running.</summary>
    private void AddLateEvents()
    {
        var late = new CellRun();
        foreach (var happened in session.TakeLateEvents())
        {
            late.Note(happened);
            Add(happened, _results.Count > 0 ? document.Cells[_results[^1].Number - 1].Id : "", _results.Count > 0 ? _results[^1].Number : 0);
        }
        if (late.Death is not { } death || _sessionEnded is not null || _results.Count == 0)
            return;
        var owner = late.Background is { } cause ? NumberOf(cause.CellId) ?? _results[^1].Number : _results[^1].Number;
        _sessionEnded = $"Its session had ended after cell {Text(_results[^1].Number)}.";
        Blame(owner, late.Background?.Error ?? new CellError { Kind = CellErrorKind.Exception, Message = death.Reason });
    }

    private void Add(SessionEvent happened, string runningCellId, int runningNumber)
    {
        _outputs.Add(happened, runningCellId, _results.Count + 1);
        observer.Happened(NumberOf(happened.CellId) ?? runningNumber, happened);
    }

    private int? NumberOf(string cellId) => document.Cells.Index().Where(cell => cell.Item.Id == cellId).Select(cell => (int?)cell.Index + 1).FirstOrDefault();

    private CellPosition Start(NotebookCell cell, int number) => new(path, number, 1, 0, cell.Line);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private CellResult WithOutputs(CellResult result) => result with { Outputs = _outputs.Of(document.Cells[result.Number - 1].Id) };

    private NotebookCell WithOutputs(NotebookCell cell, int index)
    {
        if (!HasCode(cell))
            return cell;
        var order = _results.FindIndex(result => result.Number == index + 1);
        var ran = order >= 0 && _results[order].Verdict is not (Verdict.NotRun or Verdict.Skipped or Verdict.Unavailable);
        return cell with { Outputs = _outputs.Of(cell.Id), ExecutionCount = ran ? order + 1 : null };
    }
}
