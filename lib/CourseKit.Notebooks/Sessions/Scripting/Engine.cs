using CourseKit.Notebooks.Packages;
using Microsoft.CodeAnalysis;

namespace CourseKit.Notebooks.Sessions.Scripting;

/// <summary>What compiles and loads cells: heavy to make, made once.</summary>
internal sealed class Engine
{
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
}
