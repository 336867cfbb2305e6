using System.Globalization;
using Microsoft.CodeAnalysis;

namespace CourseKit.Notebooks.Sessions.Scripting;

/// <summary>The compiler's messages in a notebook's terms.</summary>
internal sealed class CellDiagnostics(CellSources sources, NotebookReferenceResolver resolver)
{
    public IReadOnlyList<CellDiagnostic> Of(IEnumerable<Diagnostic> diagnostics) =>
        [.. diagnostics.Where(diagnostic => diagnostic.Severity >= Microsoft.CodeAnalysis.DiagnosticSeverity.Warning && !diagnostic.IsSuppressed)
            .Select(Of).OrderBy(diagnostic => diagnostic.Line).ThenBy(diagnostic => diagnostic.Column)];

    /// <summary>What the cell failed of: the first error, with its line.</summary>
    public static CellError Error(CellRequest request, IReadOnlyList<CellDiagnostic> diagnostics)
    {
        var first = diagnostics.First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return new CellError
        {
            Kind = CellErrorKind.CompileError,
            Message = first.ToString(),
            Position = first.File is null ? CellSource.Position(request, first.Line, first.Column) : null,
            SourceLine = first.File is null ? CellSource.Line(request, first.Line) : null,
            Diagnostics = [.. diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)],
        };
    }

    private CellDiagnostic Of(Diagnostic diagnostic)
    {
        var span = diagnostic.Location.GetMappedLineSpan();
        var message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
        return new CellDiagnostic(
            diagnostic.Id,
            diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
            diagnostic.Id == "CS0006" ? resolver.RefusalIn(message) ?? message : message,
            span.StartLinePosition.Line + 1,
            span.StartLinePosition.Character + 1,
            span.EndLinePosition.Line + 1,
            span.EndLinePosition.Character + 1,
            string.IsNullOrEmpty(span.Path) || sources.Find(span.Path) is not null ? null : span.Path);
    }
}
