using System.Collections.Immutable;
using System.IO.MemoryMappedFiles;
using Microsoft.CodeAnalysis;

namespace CourseKit.Notebooks.Sessions.Scripting;

/// <summary>The shared framework for the compiler.</summary>
internal sealed class FrameworkReferences(FrameworkAssemblies framework)
{
    /// <summary>The files, mapped for as long as the process lives: the compiler reads a little of each, and reading them whole takes longer than compiling a cell.</summary>
    private static readonly Dictionary<string, MemoryMappedViewAccessor> Mapped = [];

    private readonly Dictionary<string, PortableExecutableReference> _byName =
        framework.Files.ToDictionary(file => file.Key, file => Reference(file.Value), StringComparer.OrdinalIgnoreCase);

    public IReadOnlyCollection<MetadataReference> All => _byName.Values;

    public bool Contains(string name) => _byName.ContainsKey(name);

    /// <summary>The assembly of this name, with or without <c>.dll</c>; empty if the framework has none.</summary>
    public ImmutableArray<PortableExecutableReference> Find(string name)
    {
        var bare = name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? name[..^4] : name;
        return _byName.TryGetValue(bare, out var reference) ? [reference] : [];
    }

    private static PortableExecutableReference Reference(string path)
    {
        MemoryMappedViewAccessor? view;
        lock (Mapped)
            if (!Mapped.TryGetValue(path, out view))
                Mapped[path] = view = Map(path);
        var image = view.SafeMemoryMappedViewHandle.DangerousGetHandle();
        return AssemblyMetadata.Create(ModuleMetadata.CreateFromImage(image, (int)new FileInfo(path).Length)).GetReference(filePath: path);
    }

    private static MemoryMappedViewAccessor Map(string path)
    {
        using var stream = File.OpenRead(path);
        using var file = MemoryMappedFile.CreateFromFile(stream, mapName: null, capacity: 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        return file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
    }
}
