using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Pages;
using CourseKit.Notebooks.Running;
using CourseKit.Notebooks.Sessions;

namespace CourseKit.Notebooks.Approval;

/// <summary>A run that is over, as the notebooks with outputs that it left tell of it, so that it need not be repeated to be held against approved outputs.</summary>
public static class EarlierRun
{
    /// <summary>Judges notebooks by what an earlier run has left.</summary>
    /// <param name="paths">The notebooks.</param>
    /// <param name="folder">The folder to which that run wrote.</param>
    /// <param name="approval">What the outputs are held against.</param>
    /// <param name="observer">Is told of each notebook.</param>
    /// <param name="time">The clock by which it began.</param>
    /// <exception cref="RunException">The run was not of these notebooks as they are now, or approved outputs cannot be read or written.</exception>
    public static IReadOnlyList<NotebookResult> Judge(IReadOnlyList<string> paths, string folder, OutputApproval approval, IRunObserver observer, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(approval);
        ArgumentNullException.ThrowIfNull(observer);
        ArgumentNullException.ThrowIfNull(time);
        return [.. paths.Select(path => Judge(path, folder, approval, observer, time))];
    }

    private static NotebookResult Judge(string path, string folder, OutputApproval approval, IRunObserver observer, TimeProvider time)
    {
        var start = time.GetTimestamp();
        NotebookResult result;
        try
        {
            var document = NotebookFile.Load(path);
            observer.NotebookStarted(path, document);
            var executed = WithOutputs(document, path, Path.Combine(folder, Path.GetFileNameWithoutExtension(path) + ".ipynb"));
            result = new NotebookResult(path, [.. Cells(executed, path)], default) { Title = NotebookTitle.Of(document), Started = time.GetUtcNow() };
            result = approval.Judge(executed, result) with { Elapsed = time.GetElapsedTime(start) };
        }
        catch (NotebookFormatException error)
        {
            result = new NotebookResult(path, [], time.GetElapsedTime(start)) { Unreadable = error.Message, Started = time.GetUtcNow() };
        }
        observer.NotebookFinished(result);
        return result;
    }

    /// <summary>The cells of the notebook, with lines and ids of its own file, and the outputs of the other.</summary>
    private static NotebookDocument WithOutputs(NotebookDocument document, string path, string executedPath)
    {
        var executed = File.Exists(executedPath)
            ? NotebookFile.Load(executedPath)
            : throw new RunException($"{executedPath}: the notebook with its outputs is required; it is not there. Run it first: coursekit run {path}");
        var same = executed.Cells.Count == document.Cells.Count && executed.Cells.Zip(document.Cells).All(pair => pair.First.Source == pair.Second.Source);
        return same
            ? document with { Cells = [.. document.Cells.Zip(executed.Cells, (cell, ran) => cell with { Outputs = ran.Outputs, ExecutionCount = ran.ExecutionCount })] }
            : throw new RunException($"{executedPath}: the outputs of {path} as it is now are required; its cells have changed since. Run it again: coursekit run {path}");
    }

    private static IEnumerable<CellResult> Cells(NotebookDocument document, string path) =>
        from cell in document.Cells.Index()
        where cell.Item.Kind == CellKind.Code && !string.IsNullOrWhiteSpace(cell.Item.Source)
        select Judge(cell.Item, cell.Index + 1, path) with { Outputs = cell.Item.Outputs };

    private static CellResult Judge(NotebookCell cell, int number, string path)
    {
        var (verdict, message) = VerdictOf(cell);
        return new CellResult(number, verdict, TimeSpan.Zero)
        {
            Message = message,
            Position = verdict == Verdict.Failed ? new CellPosition(path, number, 1, 0, cell.Line) : null,
        };
    }

    private static (Verdict, string?) VerdictOf(NotebookCell cell)
    {
        CellDirectives directives;
        try
        {
            directives = CellDirectives.Of(cell);
        }
        catch (FormatException wrong)
        {
            return (Verdict.Failed, wrong.Message);
        }
        var error = cell.Outputs.OfType<ErrorOutput>().FirstOrDefault();
        return cell.ExecutionCount is null ? LeftOut(cell, directives)
            : directives.Expects is { } expected ? (expected.Refute(ToError(error, cell)) is { } refuted ? (Verdict.Failed, refuted) : (Verdict.Passed, null))
            : error is null ? (Verdict.Passed, null)
            : (Verdict.Failed, $"{error.Name}: {error.Value}");
    }

    private static (Verdict, string?) LeftOut(NotebookCell cell, CellDirectives directives) =>
        directives.SkipReason is { } reason ? (Verdict.Skipped, reason)
        : directives.Packages.Count > 0 ? (Verdict.Unavailable, $"It requires {string.Join(" and ", directives.Packages)}, which was not to be had.")
        : cell.Kernel != "csharp" ? (Verdict.Skipped, $"\"{cell.Kernel}\" cells do not run here.")
        : (Verdict.NotRun, "It did not run in that run.");

    private static CellError? ToError(ErrorOutput? output, NotebookCell cell) => output is null ? null : new CellError
    {
        Kind = Enum.TryParse<CellErrorKind>(output.Name, out var kind) ? kind : CellErrorKind.Exception,
        ExceptionType = output.Name,
        Message = output.Value,
        Diagnostics = [.. CompilerCodes(cell).Select(code => new CellDiagnostic(code, DiagnosticSeverity.Error, "", 1, 1, 1, 1))],
    };

    private static IEnumerable<string> CompilerCodes(NotebookCell cell) =>
        from output in cell.Outputs
        from line in (output is ErrorOutput failed ? failed.Value : output is StreamOutput { Name: "stderr" } text ? text.Text : "").Split('\n')
        let at = line.IndexOf(": error ", StringComparison.Ordinal)
        where at >= 0
        select line[(at + ": error ".Length)..].Split(':')[0];
}
