namespace CourseKit.Notebooks.Running;

/// <summary>What became of code that was sent to the session.</summary>
/// <param name="Run">What its events amount to.</param>
/// <param name="Budget">The time it had.</param>
/// <param name="Expired">Whether that ran out.</param>
/// <param name="Killed">Whether the session had to be ended.</param>
internal sealed record SentCell(CellRun Run, TimeSpan Budget, bool Expired, bool Killed)
{
    public bool Succeeded => !Expired && Run is { Death: null, Error: null };
}
