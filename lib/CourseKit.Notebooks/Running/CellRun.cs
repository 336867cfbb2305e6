using CourseKit.Notebooks.Sessions;

namespace CourseKit.Notebooks.Running;

/// <summary>What the events of one running cell amount to.</summary>
internal sealed class CellRun
{
    private readonly List<CellDiagnostic> _warnings = [];

    /// <summary>The compiler's warnings.</summary>
    public IReadOnlyList<CellDiagnostic> Warnings => _warnings;

    /// <summary>Why the cell failed, or null.</summary>
    public CellError? Error { get; private set; }

    /// <summary>The end of the session under the cell, or null.</summary>
    public SessionEvent.Died? Death { get; private set; }

    /// <summary>What the work of some cell in the background ended in, or null.</summary>
    public SessionEvent.BackgroundFailed? Background { get; private set; }

    /// <summary>Takes an event into account.</summary>
    public void Note(SessionEvent happened)
    {
        switch (happened)
        {
            case SessionEvent.DiagnosticsReported reported:
                _warnings.AddRange(reported.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning));
                break;
            case SessionEvent.Failed failed:
                Error ??= failed.Error;
                break;
            case SessionEvent.BackgroundFailed failed:
                Background ??= failed;
                break;
            case SessionEvent.Died died:
                Death = died;
                break;
        }
    }

    /// <summary>The error in one sentence.</summary>
    public static string Sentence(CellError error) =>
        error.Kind == CellErrorKind.Exception && error.ExceptionType is { } type && !error.Message.StartsWith(type, StringComparison.Ordinal)
            ? $"{type}: {error.Message}"
            : error.Message;
}
