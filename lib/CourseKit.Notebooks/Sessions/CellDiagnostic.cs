using System.Globalization;

namespace CourseKit.Notebooks.Sessions;

/// <summary>How bad a <see cref="CellDiagnostic"/> is.</summary>
public enum DiagnosticSeverity
{
    /// <summary>The cell runs all the same.</summary>
    Warning,

    /// <summary>The cell did not run.</summary>
    Error,
}

/// <summary>One message of the compiler.</summary>
/// <param name="Id"><c>CS0103</c> and so on.</param>
/// <param name="Severity">Warnings fail nothing.</param>
/// <param name="Message">One sentence, in English.</param>
/// <param name="Line">One-based within the cell; <paramref name="Column"/>, <paramref name="EndLine"/>, <paramref name="EndColumn"/> likewise.</param>
/// <param name="Column">Of the first character.</param>
/// <param name="EndLine">Of the character behind the last.</param>
/// <param name="EndColumn">Of the character behind the last.</param>
/// <param name="File">The <c>#load</c>ed file in which it stands, which the lines then count; null for the cell itself.</param>
public sealed record CellDiagnostic(
    string Id, DiagnosticSeverity Severity, string Message, int Line, int Column, int EndLine, int EndColumn, string? File = null)
{
    /// <summary>As the compiler writes it: <c>(2,12): error CS1525: Invalid expression term ';'</c>.</summary>
    public override string ToString()
    {
        var severity = Severity == DiagnosticSeverity.Error ? "error" : "warning";
        return string.Create(CultureInfo.InvariantCulture, $"{File}({Line},{Column}): {severity} {Id}: {Message}");
    }
}
