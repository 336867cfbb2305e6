using System.Text.RegularExpressions;

namespace CourseKit.Notebooks.Documents;

/// <summary>Frees a notebook from the folder it lies in: the files that <c>#r</c>, <c>#load</c>, <c>#i</c> and <c>#!import</c> name get their full paths.</summary>
public static partial class AbsolutePaths
{
    /// <summary>The notebook with full paths. Packages, and assemblies that are named without a folder, stay as they are.</summary>
    /// <param name="document">The notebook.</param>
    /// <param name="folder">Where its paths are counted from.</param>
    public static NotebookDocument Of(NotebookDocument document, string folder)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentException.ThrowIfNullOrEmpty(folder);
        return document with
        {
            Cells = [.. document.Cells.Select(cell => cell.Kind == CellKind.Code ? cell with { Source = Line().Replace(cell.Source, line => Replace(line, folder)) } : cell)],
        };
    }

    private static string Replace(Match line, string folder)
    {
        var path = line.Groups["path"];
        var isFile = !path.Value.Contains(':', StringComparison.Ordinal)
            && (line.Groups["always"].Success || path.Value.IndexOfAny(['/', '\\']) >= 0 || path.Value.EndsWith(".dll", StringComparison.OrdinalIgnoreCase));
        if (!isFile)
            return line.Value;
        var at = path.Index - line.Index;
        return $"{line.Value[..at]}{Path.GetFullPath(path.Value, Path.GetFullPath(folder))}{line.Value[(at + path.Length)..]}";
    }

    [GeneratedRegex("""^(?:#r[ \t]*"(?<path>[^"\r\n]+)"|(?<always>#load)[ \t]*"(?<path>[^"\r\n]+)"|#i[ \t]*"nuget:[ ]*(?<path>[^"\r\n]+)"|(?<always>#!import)[ \t]+"?(?<path>[^"\r\n]*[^"\s]))""", RegexOptions.Multiline)]
    private static partial Regex Line();
}
