using System.Diagnostics.CodeAnalysis;

namespace CourseKit.Notebooks.Sessions.Cells;

/// <summary>The languages of cells and of the parts of a cell.</summary>
internal static class SectionKernels
{
    public const string CSharp = "csharp";

    /// <summary>Those that run here, by each name that a <c>#!</c> line may use.</summary>
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        [CSharp] = CSharp, ["c#"] = CSharp, ["C#"] = CSharp, ["cs"] = CSharp,
        ["html"] = "html",
        ["javascript"] = "javascript", ["js"] = "javascript",
        ["markdown"] = "markdown", ["md"] = "markdown",
        ["mermaid"] = "mermaid",
        ["value"] = "value",
    };

    /// <summary>Those of Polyglot Notebooks that do not.</summary>
    private static readonly HashSet<string> Others =
        ["fsharp", "f#", "F#", "fs", "pwsh", "powershell", "http", "sql", "kql", "python", "r", "R"];

    public static bool TryResolve(string name, [MaybeNullWhen(false)] out string kernel) => Known.TryGetValue(name, out kernel);

    public static bool IsMissing(string name) => Others.Contains(name);

    /// <summary>What is said of a kernel that does not run here.</summary>
    public static CellRefusal Refuse(CellRequest request, int line, string name) => CellRefusal.Unsupported(request, line,
        $"\"{name}\" cells cannot be run: this runner has csharp, html, javascript, markdown, mermaid and value. " +
        "Remove the cell, leave such cells out with --skip-unsupported, or run the notebook where that kernel exists.", name);
}
