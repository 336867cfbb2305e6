using System.Reflection;
using System.Runtime.Loader;

namespace CourseKit.Notebooks.Sessions.Scripting;

/// <summary>Where cells and the dlls they refer to are loaded: apart from this program's own packages, of which the notebook may want another version.</summary>
internal sealed class NotebookLoadContext(FrameworkAssemblies framework, NotebookAssemblies assemblies) : AssemblyLoadContext("notebook")
{
    protected override Assembly? Load(AssemblyName assemblyName) =>
        framework.Contains(assemblyName.Name) || assemblies.Find(assemblyName.Name) is not { } path ? null : LoadFromAssemblyPath(path);
}
