using System.Diagnostics.CodeAnalysis;

namespace CourseKit.Notebooks.Sessions.Cells;

/// <summary>The languages of cells and of the parts of a cell.</summary>
internal static class SectionKernels
{
    public const string CSharp = "csharp";

    /// <summary>Those that run here, by their first names.</summary>
    public static IReadOnlyList<string> Names { get; } = [CSharp, "html", "javascript", "markdown", "mermaid", "value"];

    /// <summary>Those of Polyglot Notebooks that do not.</summary>
    private static readonly HashSet<string> Others =
        ["fsharp", "f#", "F#", "fs", "pwsh", "powershell", "http", "sql", "kql", "python", "r", "R"];

    /// <summary>The kernel of a name that a <c>#!</c> line may use, if it runs here.</summary>
    public static bool TryResolve(string name, [NotNullWhen(true)] out string? kernel)
    {
        kernel = name switch
        {
            CSharp or "c#" or "C#" or "cs" => CSharp,
            "javascript" or "js" => "javascript",
            "markdown" or "md" => "markdown",
            "html" or "mermaid" or "value" => name,
            _ => null,
        };
        return kernel is not null;
    }

    public static bool IsMissing(string name) => Others.Contains(name);

    /// <summary>What is said of a kernel that does not run here.</summary>
    public static CellRefusal Refuse(CellRequest request, int line, string name) => CellRefusal.Unsupported(request, line,
        $"\"{name}\" cells cannot be run: this runner has csharp, html, javascript, markdown, mermaid and value. " +
        "Remove the cell, leave such cells out with --skip-unsupported, or run the notebook where that kernel exists.", name);
}
