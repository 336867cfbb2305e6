namespace CourseKit.Data.Fetching;

/// <summary>Where data files are looked for, and where fetched ones go.</summary>
public sealed record DataPlaces
{
    /// <summary>The variable that names the explicit folder.</summary>
    public const string FolderVariable = "COURSEKIT_DATA";

    /// <summary>The variable that names another cache.</summary>
    public const string CacheVariable = "COURSEKIT_CACHE";

    /// <summary>The variable that forbids the network when it is 1.</summary>
    public const string OfflineVariable = "COURSEKIT_OFFLINE";

    /// <summary>A folder with one sub-folder per set, looked at first. Default: <c>COURSEKIT_DATA</c>, or null.</summary>
    public string? Folder { get; init; }

    /// <summary>The user's cache, looked at second; fetched files and stand-ins go there.</summary>
    /// <remarks>
    /// Default: <c>COURSEKIT_CACHE</c>, else <c>coursekit</c> in the user's local application data (<c>~/.local/share</c> on Linux).
    /// </remarks>
    public required string Cache { get; init; }

    /// <summary>Whether the network must not be used. Default: <c>COURSEKIT_OFFLINE</c> is 1.</summary>
    public bool Offline { get; init; }

    /// <summary>The places that the environment names.</summary>
    public static DataPlaces FromEnvironment() => From(Environment.GetEnvironmentVariable);

    internal static DataPlaces From(Func<string, string?> variable) => new()
    {
        Folder = variable(FolderVariable) is { Length: > 0 } folder ? folder : null,
        Cache = variable(CacheVariable) is { Length: > 0 } cache ? cache : DefaultCache(),
        Offline = variable(OfflineVariable) == "1",
    };

    /// <summary>Where the files of a set are.</summary>
    /// <returns>The folder that holds all of them, or null if none holds any.</returns>
    /// <exception cref="DatasetException">The explicit folder does not exist, or a folder holds only some of the files.</exception>
    public string? Find(CatalogEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (Folder is not null && !Directory.Exists(Folder))
            throw new DatasetException($"{FolderVariable} names {Folder}; there is no such folder. Create it or unset the variable.");
        return FoldersOf(entry).Select(folder => Complete(folder, entry)).FirstOrDefault(folder => folder is not null);
    }

    /// <summary>The folder in the cache for the files of a set.</summary>
    public string CacheOf(CatalogEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Path.Combine(Cache, entry.Name);
    }

    /// <summary>The folders of a set in the order in which they are looked at.</summary>
    internal IEnumerable<string> FoldersOf(CatalogEntry entry) =>
        Folder is null ? [CacheOf(entry)] : [Path.Combine(Folder, entry.Name), CacheOf(entry)];

    private static string? Complete(string folder, CatalogEntry entry)
    {
        var missing = entry.Files.Where(file => !File.Exists(Path.Combine(folder, file.Name))).ToArray();
        if (missing.Length == entry.Files.Count)
            return null;
        return missing.Length == 0 ? folder : throw new DatasetException(
            $"{folder}: all {entry.Files.Count} files of {entry.Title} are required; " +
            $"missing: {string.Join(", ", missing.Select(file => file.Name))}. Add them, or fetch all: coursekit data fetch {entry.Name}");
    }

    private static string DefaultCache()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        return Path.Combine(home.Length > 0 ? home : Path.GetTempPath(), "coursekit");
    }
}
