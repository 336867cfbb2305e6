using CourseKit.Notebooks.Packages;
using Microsoft.CodeAnalysis;

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

    private readonly PackageFiles _packages = new();
    private readonly NotebookReferenceResolver _resolver;

    public Engine(string folder, string scratch)
    {
        var framework = new FrameworkAssemblies();
        Assemblies = new NotebookAssemblies(scratch);
        LoadContext = new NotebookLoadContext(framework, Assemblies, _packages);
        Sources = new CellSources(folder);
        _resolver = new NotebookReferenceResolver(folder, framework, Assemblies, _packages);
        Compiler = new CellCompiler(folder, framework, _resolver, Sources);
    }

    public CellCompiler Compiler { get; }

    public NotebookAssemblies Assemblies { get; }

    public NotebookLoadContext LoadContext { get; }

    public CellSources Sources { get; }

    /// <summary>From now on cells see these packages.</summary>
    public void Reference(RestoredPackages packages)
    {
        _packages.Add(packages);
        Compiler.Reference(_resolver.Packages(packages.Compile));
    }

    /// <summary>From now on cells see this dll.</summary>
    public void Reference(string dll) => Compiler.Reference(_resolver.ResolveReference(dll, null, MetadataReferenceProperties.Assembly));

    /// <summary>Compiles a cell that nobody runs.</summary>
    /// <remarks>
    /// In an engine of its own: through shared references one compilation gets the other's symbols, and a cell that has some of each finds that an <c>object</c> is
    /// no <c>object</c>.
    /// </remarks>
    public static void WarmUp(string folder, string scratch, CancellationToken cancellationToken)
    {
        try
        {
            new Engine(folder, scratch).Compiler.Compile(new CellRequest("", Rehearsal, null, 0, 0), Rehearsal, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // A cell is there already, and compiling that is all the rehearsal that is needed.
        }
    }
}
