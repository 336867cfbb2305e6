namespace CourseKit.Notebooks.Sessions.Scripting;

/// <summary>What compiles and loads cells: heavy to make, made once.</summary>
internal sealed class Engine
{
    /// <summary>What nearly every notebook begins with; compiling it once makes the runtime compile the compiler.</summary>
    private const string Rehearsal = """
        using System.IO;
        static double Square(double x) => x * x;
        var numbers = Enumerable.Range(0, 3).Select(i => new { Index = i, Value = Square(i) }).ToList();
        foreach (var number in numbers) { if (number.Value > 9) Console.WriteLine($"{number.Index}: {number.Value:F2}"); }
        record Point(double X, double Y);
        numbers.Count
        """;

    private readonly NotebookReferenceResolver _resolver;
    private readonly FrameworkAssemblies _framework = new();
    private readonly string _folder;

    public Engine(string folder, string scratch)
    {
        _folder = folder;
        var assemblies = new NotebookAssemblies(scratch);
        _resolver = new NotebookReferenceResolver(folder, _framework, assemblies);
        LoadContext = new NotebookLoadContext(_framework, assemblies);
        Sources = new CellSources(folder);
        Compiler = new CellCompiler(folder, _framework, _resolver, Sources);
    }

    public CellCompiler Compiler { get; }

    public NotebookLoadContext LoadContext { get; }

    public CellSources Sources { get; }

    /// <summary>Compiles a cell that nobody runs, beside the notebook's own.</summary>
    public void WarmUp() =>
        new CellCompiler(_folder, _framework, _resolver, new CellSources(_folder))
            .Compile(new CellRequest("", Rehearsal, null, 0, 0), Rehearsal, CancellationToken.None);
}
