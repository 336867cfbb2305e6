using System.Text.RegularExpressions;
using CourseKit.Notebooks.Documents;

namespace CourseKit.Notebooks.Running;

/// <summary>Turns what was typed into notebook files: a file is itself, a folder its numbered notebooks.</summary>
public static partial class NotebookFinder
{
    private static readonly string[] Extensions = [".dib", ".ipynb"];

    /// <summary>Finds the notebooks, in the order typed and by name within a folder.</summary>
    /// <param name="paths">Files or folders, relative to the current directory or absolute.</param>
    /// <returns>Paths of files; empty where the folders hold no numbered notebook.</returns>
    /// <exception cref="FileNotFoundException">A path does not exist; the message names the nearest that does.</exception>
    public static IReadOnlyList<string> Find(IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        return [.. paths.SelectMany(Expand).DistinctBy(Path.GetFullPath)];
    }

    private static IEnumerable<string> Expand(string path)
    {
        if (Directory.Exists(path))
            return Directory.EnumerateFiles(path).Where(file => Numbered().IsMatch(Path.GetFileName(file))).Order(StringComparer.Ordinal);
        return File.Exists(path) ? [path] : throw new FileNotFoundException(
            $"{path}: an existing notebook or folder is required; there is nothing of that name.{Nearest(path)}", path);
    }

    /// <summary><c>12-name.dib</c> or <c>12-name.ipynb</c>.</summary>
    [GeneratedRegex(@"^\d\d-.*\.(dib|ipynb)$", RegexOptions.IgnoreCase)]
    private static partial Regex Numbered();

    private static string Nearest(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (folder is null || !Directory.Exists(folder))
            return $" The folder {folder} does not exist either.";
        var nearest = NearestName.Of(Path.GetFileName(path),
            Directory.EnumerateFileSystemEntries(folder)
                .Where(entry => Directory.Exists(entry) || Extensions.Contains(Path.GetExtension(entry)))
                .Select(entry => Path.GetFileName(entry)!));
        return nearest is null ? "" : $" Did you mean {Path.Combine(Path.GetDirectoryName(path) ?? "", nearest)}?";
    }
}
