using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

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
        _byPath[path] = new CellSource(path, request, code);
        return path;
    }

    /// <summary>What became of the cell of that name.</summary>
    public void Compiled(string path, CSharpCompilation compilation) => _byPath[path].Compilation = compilation;

    /// <summary>A line of a cell for people; of another file than the notebook itself, which was imported, with its name.</summary>
    public string Where(CellSource cell, string line)
    {
        var (file, number) = (cell.Request.Path, cell.Request.CellNumber);
        return string.Create(CultureInfo.InvariantCulture, $"{(file == _notebook ? "" : $"{Path.GetFileName(file)}, ")}cell {number}, line {line}");
    }

    /// <summary>The cell of that name; null if it is no cell's.</summary>
    public CellSource? Find(string? path) => path is not null && _byPath.TryGetValue(path, out var source) ? source : null;

    /// <summary>The cell that was compiled to an assembly; null if none was.</summary>
    public CellSource? Find(Assembly? assembly) => _byPath.Values.FirstOrDefault(source => source.Compilation?.AssemblyName is { } name && name == assembly?.GetName().Name);
}

/// <summary>One run of a cell.</summary>
internal sealed record CellSource(string Path, CellRequest Request, GuardedCode Code)
{
    /// <summary>Null until it is compiled.</summary>
    public CSharpCompilation? Compilation { get; set; }

    /// <summary>The places that an exception without a line may have been thrown at; see <see cref="ArrayThrow"/>.</summary>
    /// <param name="function">The name of the function that threw; empty: the cell's own statements.</param>
    public IReadOnlyList<CellPosition> PossiblePlaces(string function) => Own(ArrayThrow.Places(Compilation!, Path, function));

    /// <summary>The same, of the function in which a place lies.</summary>
    /// <param name="line">Of the compiled code, as <paramref name="column"/>, from one.</param>
    /// <param name="column">See <paramref name="line"/>.</param>
    public IReadOnlyList<CellPosition> PossiblePlaces(int line, int column) => Own(ArrayThrow.Places(Compilation!, Path, new LinePosition(line - 1, column - 1)));

    private IReadOnlyList<CellPosition> Own(IEnumerable<LinePosition> places) => [.. places.Select(place => Position(place.Line + 1, place.Character + 1))];

    /// <summary>A place in the compiled code as the author's.</summary>
    public CellPosition Position(int line, int column) => Position(Request, line, Code.OriginalColumn(line, column));

    public static CellPosition Position(CellRequest request, int line, int column) =>
        new(request.Path, request.CellNumber, line, column, request.FirstLine > 0 ? request.FirstLine + line - 1 : 0);

    /// <summary>A line of the cell, counted from one; null behind its end.</summary>
    public static string? Line(CellRequest request, int line) => request.Code.Split('\n').ElementAtOrDefault(line - 1)?.TrimEnd('\r');
}
