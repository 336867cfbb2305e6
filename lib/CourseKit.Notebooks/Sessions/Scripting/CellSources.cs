using System.Collections.Concurrent;
using System.Globalization;

namespace CourseKit.Notebooks.Sessions.Scripting;

/// <summary>The cells that were compiled, by the file name under which compiler and debugger know each.</summary>
internal sealed class CellSources(string folder)
{
    private readonly ConcurrentDictionary<string, CellSource> _byPath = new(StringComparer.Ordinal);

    private string? _notebook;

    /// <summary>A name for one run of a cell. It lies in the notebook's folder, against which the compiler resolves <c>#load</c>.</summary>
    public string Add(CellRequest request, GuardedCode code)
    {
        _notebook ??= request.Path;
        var notebook = Path.GetFileName(request.Path) ?? "notebook";
        var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{notebook}#{request.CellNumber}.{_byPath.Count}"));
        _byPath[path] = new CellSource(request, code);
        return path;
    }

    /// <summary>A line of a cell for people; of another file than the notebook itself, which was imported, with its name.</summary>
    public string Where(CellSource cell, string line)
    {
        var (file, number) = (cell.Request.Path, cell.Request.CellNumber);
        return string.Create(CultureInfo.InvariantCulture, $"{(file == _notebook ? "" : $"{Path.GetFileName(file)}, ")}cell {number}, line {line}");
    }

    /// <summary>The cell of that name; null if it is no cell's.</summary>
    public CellSource? Find(string? path) => path is not null && _byPath.TryGetValue(path, out var source) ? source : null;
}

/// <summary>One run of a cell.</summary>
internal sealed record CellSource(CellRequest Request, GuardedCode Code)
{
    public static CellPosition Position(CellRequest request, int line, int column) =>
        new(request.Path, request.CellNumber, line, column, request.FirstLine > 0 ? request.FirstLine + line - 1 : 0);

    /// <summary>A line of the cell, counted from one; null behind its end.</summary>
    public static string? Line(CellRequest request, int line) => request.Code.Split('\n').ElementAtOrDefault(line - 1)?.TrimEnd('\r');
}
