using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CourseKit.Notebooks.Sessions.Scripting;

/// <summary>The shared framework, all of it and nothing else: not this program's own packages, which cells do not see.</summary>
internal sealed class FrameworkAssemblies
{
    private readonly Dictionary<string, PortableExecutableReference> _byName;

    public FrameworkAssemblies()
    {
        var folder = Path.GetDirectoryName(typeof(object).Assembly.Location);
        var trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        _byName = trusted.Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == folder)
            .DistinctBy(Path.GetFileName) // the core library is listed twice
            .ToDictionary(path => Path.GetFileNameWithoutExtension(path), path => MetadataReference.CreateFromFile(path), StringComparer.OrdinalIgnoreCase);
    }

    public IReadOnlyCollection<MetadataReference> References => _byName.Values;

    public bool Contains(string? name) => name is not null && _byName.ContainsKey(name);

    /// <summary>The assembly of this name, with or without <c>.dll</c>; empty if the framework has none.</summary>
    public ImmutableArray<PortableExecutableReference> Find(string name)
    {
        var bare = name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? name[..^4] : name;
        return _byName.TryGetValue(bare, out var reference) ? [reference] : [];
    }
}
