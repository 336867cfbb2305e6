using CourseKit.Notebooks.Documents;

namespace CourseKit.Notebooks.Sessions.Scripting;

/// <summary>How a cell ended.</summary>
internal sealed class CellOutcome
{
    /// <summary>The compiler's messages.</summary>
    public IReadOnlyList<CellDiagnostic> Diagnostics { get; init; } = [];

    /// <summary>Its value; null if it has none to show.</summary>
    public MimeBundle? Value { get; init; }

    /// <summary>Null if it succeeded.</summary>
    public CellError? Error { get; init; }
}
