using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;

namespace CourseKit.Notebooks.Sessions.Scripting;

/// <summary>The cells that were compiled, by the file name under which compiler and debugger know each.</summary>
internal sealed class CellSources(ICellCompiler compiler)
{
    private readonly ConcurrentDictionary<string, CellSource> _byPath = new(StringComparer.Ordinal);

    private string? _notebook;

    /// <summary>One more cell is compiled.</summary>
    public void Add(CellRequest request, CompiledCell cell)
    {
        _notebook ??= request.Path;
        _byPath[cell.Path] = new CellSource(compiler, request, cell);
    }

    /// <summary>A line of a cell for people; of another file than the notebook itself, which was imported, with its name.</summary>
    public string Where(CellSource cell, string line)
    {
        var (file, number) = (cell.Request.Path, cell.Request.CellNumber);
        return string.Create(CultureInfo.InvariantCulture, $"{(file == _notebook ? "" : $"{Path.GetFileName(file)}, ")}cell {number}, line {line}");
    }

    /// <summary>The cell of that name; null if it is no cell's.</summary>
    public CellSource? Find(string? path) => path is not null && _byPath.TryGetValue(path, out var source) ? source : null;

    /// <summary>The cell that was compiled to an assembly; null if none was.</summary>
    public CellSource? Find(Assembly? assembly) => assembly?.GetName().Name is { } name ? _byPath.Values.FirstOrDefault(source => source.AssemblyName == name) : null;
}

/// <summary>One run of a cell.</summary>
internal sealed class CellSource(ICellCompiler compiler, CellRequest request, CompiledCell cell)
{
    /// <summary>See <see cref="CompiledCell.Path"/>.</summary>
    public string Path => cell.Path;

    public CellRequest Request => request;

    public string AssemblyName => cell.AssemblyName;

    /// <summary>The places that an exception without a line may have been thrown at; see <see cref="ArrayThrow"/>.</summary>
    /// <param name="function">The name of the function that threw; empty: the cell's own statements.</param>
    public IReadOnlyList<CellPosition> PossiblePlaces(string function) => Own(compiler.Indexings(Path, function));

    /// <summary>The same, of the function in which a place of the compiled code lies.</summary>
    public IReadOnlyList<CellPosition> PossiblePlaces(CodePlace place) => Own(compiler.Indexings(Path, place));

    private IReadOnlyList<CellPosition> Own(IEnumerable<CodePlace> places) => [.. places.Select(Position)];

    /// <summary>A place in the compiled code as the author's.</summary>
    public CellPosition Position(CodePlace place)
    {
        var (line, column) = cell.Places.Original(place);
        return Position(request, line, column);
    }

    public static CellPosition Position(CellRequest request, int line, int column) =>
        new(request.Path, request.CellNumber, line, column, request.FirstLine > 0 ? request.FirstLine + line - 1 : 0);

    /// <summary>A line of the cell, counted from one; null behind its end.</summary>
    public static string? Line(CellRequest request, int line) => request.Code.Split('\n').ElementAtOrDefault(line - 1)?.TrimEnd('\r');
}
