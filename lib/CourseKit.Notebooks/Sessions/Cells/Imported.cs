using CourseKit.Notebooks.Documents;

namespace CourseKit.Notebooks.Sessions.Cells;

/// <summary>The cells of a file that <c>#!import</c> names: a notebook's own, or the whole file as one.</summary>
internal static class Imported
{
    /// <summary>Cells of code and text with their one-based numbers.</summary>
    /// <exception cref="CellRefusal">It is of no kind that can be run.</exception>
    public static IEnumerable<(NotebookCell Cell, int Number)> Cells(CellRequest request, string path, MagicLine line)
    {
        var extension = Path.GetExtension(path);
        if (extension is ".dib" or ".ipynb" && File.Exists(path))
            return NotebookFile.Load(path).Cells.Select((cell, index) => (cell, index + 1)).Where(entry => entry.cell.Kind != CellKind.Raw);
        var text = File.ReadAllText(path);
        if (extension is ".md")
            return [(Cell(CellKind.Markdown, "markdown", text), 1)];
        return KernelOf(extension) is { } kernel
            ? [(Cell(CellKind.Code, kernel, text), 1)]
            : throw CellRefusal.Unsupported(request, line.Number, $"#!import {path}: a notebook (.dib, .ipynb), a script (.cs, .csx), .html, .js, .md or .mmd is required.");
    }

    private static string? KernelOf(string extension) => extension.ToLowerInvariant() switch
    {
        ".cs" or ".csx" => SectionKernels.CSharp,
        ".html" or ".htm" => "html",
        ".js" => "javascript",
        ".mmd" => "mermaid",
        ".fs" or ".fsx" => "fsharp",
        ".ps1" => "pwsh",
        ".http" => "http",
        ".sql" => "sql",
        ".py" => "python",
        _ => null,
    };

    private static NotebookCell Cell(CellKind kind, string kernel, string source) => new() { Id = "imported", Kind = kind, Kernel = kernel, Source = source, Line = 1 };
}
