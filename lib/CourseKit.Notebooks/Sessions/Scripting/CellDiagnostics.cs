using System.Globalization;
using Microsoft.CodeAnalysis;

namespace CourseKit.Notebooks.Sessions.Scripting;

/// <summary>The compiler's messages in a notebook's terms.</summary>
internal sealed class CellDiagnostics(IReadOnlyDictionary<string, PlaceMap> cells, NotebookReferenceResolver resolver)
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
        var location = diagnostic.Location;
        var mapped = location.GetMappedLineSpan();
        var (start, end, file) = (CodePlace.Of(mapped.StartLinePosition), CodePlace.Of(mapped.EndLinePosition), string.IsNullOrEmpty(mapped.Path) ? null : mapped.Path);
        if (file is not null && cells.TryGetValue(file, out var places))
        {
            var span = location.GetLineSpan();
            (start, end, file) = (places.Original(CodePlace.Of(span.StartLinePosition)), places.Original(CodePlace.Of(span.EndLinePosition)), null);
        }
        var message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
        return new CellDiagnostic(
            diagnostic.Id,
            diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
            diagnostic.Id == "CS0006" ? resolver.RefusalIn(message) ?? message : message,
            start.Line,
            start.Column,
            end.Line,
            end.Column,
            file);
    }
}
