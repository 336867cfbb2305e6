using CourseKit.Notebooks.Sessions.Scripting;

namespace CourseKit.Notebooks.Sessions.Cells;

/// <summary>A cell, or the rest of it, that does not run, and why.</summary>
internal sealed class CellRefusal(CellError error) : Exception(error.Message)
{
    public CellError Error { get; } = error;

    /// <summary>A magic command that is not written as it must be, with the number that .NET Interactive gives this mistake.</summary>
    /// <param name="request">The cell.</param>
    /// <param name="place">One-based line and column of the mistake.</param>
    /// <param name="id"><c>DNI101</c> and so on.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="advice">What to do.</param>
    public static CellRefusal Of(CellRequest request, (int Line, int Column) place, string id, string message, string advice)
    {
        var diagnostic = new CellDiagnostic(id, DiagnosticSeverity.Error, message, place.Line, place.Column, place.Line, place.Column);
        return new CellRefusal(new CellError
        {
            Kind = CellErrorKind.CompileError,
            Message = $"{diagnostic}\n{advice}",
            Position = CellSource.Position(request, place.Line, place.Column),
            SourceLine = CellSource.Line(request, place.Line),
            Diagnostics = [diagnostic],
        });
    }

    /// <summary>Something that this session does not have.</summary>
    /// <param name="request">The cell.</param>
    /// <param name="line">One-based.</param>
    /// <param name="message">What it is and what to do.</param>
    /// <param name="kernel">The kernel that is missing, if that is it.</param>
    public static CellRefusal Unsupported(CellRequest request, int line, string message, string? kernel = null) => new(new CellError
    {
        Kind = CellErrorKind.Unsupported,
        Message = message,
        Position = CellSource.Position(request, line, 1),
        SourceLine = CellSource.Line(request, line),
        MissingKernel = kernel,
    });
}
