using CourseKit.Notebooks.Packages;
using CourseKit.Notebooks.Sessions.Compilers;

namespace CourseKit.Notebooks.Sessions.Scripting;

/// <summary>What compiles and loads cells: heavy to make, made once.</summary>
internal sealed class Engine
{
    private readonly PackageFiles _packages = new();

    /// <param name="folder">The notebook's.</param>
    /// <param name="scratch">An empty folder for copies of dlls.</param>
    /// <param name="shared">The pipe of a compiler that sessions share; null: this session has its own.</param>
    public Engine(string folder, string scratch, string? shared)
    {
        var framework = new FrameworkAssemblies();
        Assemblies = new NotebookAssemblies(scratch);
        LoadContext = new NotebookLoadContext(framework, Assemblies, _packages);
        Compiler = shared is null ? Own() : new RemoteCompiler(new CompilerPipe(shared, new CompilerFrame.Open(folder, Path.Combine(scratch, "compiler"))), Assemblies, Own);
        Sources = new CellSources(Compiler);

        CellCompiler Own() => new(folder, framework, Assemblies, _packages);
    }

    public ICellCompiler Compiler { get; }

    public NotebookAssemblies Assemblies { get; }

    public NotebookLoadContext LoadContext { get; }

    public CellSources Sources { get; }

    /// <summary>From now on cells see these packages.</summary>
    public void Reference(RestoredPackages packages)
    {
        _packages.Add(packages);
        Compiler.Reference(packages);
    }
}
