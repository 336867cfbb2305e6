using System.Reflection;
using System.Runtime.Loader;
using CourseKit.Notebooks.Packages;

namespace CourseKit.Notebooks.Sessions.Scripting;

/// <summary>Where cells and the dlls they refer to are loaded: apart from this program's own packages, of which the notebook may want another version.</summary>
internal sealed class NotebookLoadContext(FrameworkAssemblies framework, NotebookAssemblies assemblies, PackageFiles packages) : AssemblyLoadContext("notebook")
{
    protected override Assembly? Load(AssemblyName assemblyName) =>
        framework.Contains(assemblyName.Name) || (packages.Find(assemblyName) ?? assemblies.Find(assemblyName.Name)) is not { } path ? null : LoadFromAssemblyPath(path);

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        (packages.FindNative(unmanagedDllName) ?? assemblies.FindNative(unmanagedDllName)) is { } path ? LoadUnmanagedDllFromPath(path) : 0;
}
