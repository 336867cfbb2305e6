namespace CourseKit.Notebooks.Sessions.Scripting;

/// <summary>The shared framework, all of it and nothing else: not this program's own packages, which cells do not see.</summary>
internal sealed class FrameworkAssemblies
{
    private readonly Dictionary<string, string> _byName;

    public FrameworkAssemblies()
    {
        var folder = Path.GetDirectoryName(typeof(object).Assembly.Location);
        var trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        _byName = trusted.Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == folder)
            .DistinctBy(Path.GetFileName) // the core library is listed twice
            .ToDictionary(path => Path.GetFileNameWithoutExtension(path), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The files by their names.</summary>
    public IReadOnlyDictionary<string, string> Files => _byName;

    public bool Contains(string? name) => name is not null && _byName.ContainsKey(name);
}
