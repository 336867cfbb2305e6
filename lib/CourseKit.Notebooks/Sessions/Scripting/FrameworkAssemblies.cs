using System.Collections.Immutable;
using System.IO.MemoryMappedFiles;
using Microsoft.CodeAnalysis;

namespace CourseKit.Notebooks.Sessions.Scripting;

/// <summary>The shared framework, all of it and nothing else: not this program's own packages, which cells do not see.</summary>
internal sealed class FrameworkAssemblies
{
    /// <summary>The files, mapped for as long as the process lives: the compiler reads a little of each, and reading them whole takes longer than compiling a cell.</summary>
    private static readonly Dictionary<string, MemoryMappedViewAccessor> Mapped = [];

    private readonly Dictionary<string, PortableExecutableReference> _byName;

    public FrameworkAssemblies()
    {
        var folder = Path.GetDirectoryName(typeof(object).Assembly.Location);
        var trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        _byName = trusted.Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == folder)
            .DistinctBy(Path.GetFileName) // the core library is listed twice
            .ToDictionary(path => Path.GetFileNameWithoutExtension(path), Reference, StringComparer.OrdinalIgnoreCase);
    }

    public IReadOnlyCollection<MetadataReference> References => _byName.Values;

    public bool Contains(string? name) => name is not null && _byName.ContainsKey(name);

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
