using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Sessions.Magics;

namespace CourseKit.Notebooks.Sessions.Cells;

/// <summary>The cells of a file that <c>#!import</c> names: a notebook's own, or the whole file as one.</summary>
internal static class Imported
{
    private static readonly Dictionary<string, string> KernelOf = new(StringComparer.OrdinalIgnoreCase)
    {
        [".cs"] = SectionKernels.CSharp, [".csx"] = SectionKernels.CSharp, [".html"] = "html", [".htm"] = "html", [".js"] = "javascript", [".mmd"] = "mermaid",
        [".fs"] = "fsharp", [".fsx"] = "fsharp", [".ps1"] = "pwsh", [".http"] = "http", [".sql"] = "sql", [".py"] = "python",
    };

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
        return KernelOf.TryGetValue(extension, out var kernel)
            ? [(Cell(CellKind.Code, kernel, text), 1)]
            : throw CellRefusal.Unsupported(request, line.Number, $"#!import {path}: a notebook (.dib, .ipynb), a script (.cs, .csx), .html, .js, .md or .mmd is required.");
    }

    private static NotebookCell Cell(CellKind kind, string kernel, string source) => new() { Id = "imported", Kind = kind, Kernel = kernel, Source = source, Line = 1 };
}
