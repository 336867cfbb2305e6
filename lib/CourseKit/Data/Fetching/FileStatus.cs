namespace CourseKit.Data.Fetching;

/// <summary>Whether a file is there and what it should be.</summary>
public enum FileState
{
    /// <summary>It is not there.</summary>
    Missing,

    /// <summary>Its bytes are the published ones.</summary>
    Intact,

    /// <summary>Its bytes are others.</summary>
    Damaged,
}

/// <summary>A published file as it was found.</summary>
/// <param name="File">What it should be.</param>
/// <param name="Path">Where it is, or would be.</param>
/// <param name="State">Whether it is there and intact.</param>
public sealed record FileStatus(CatalogFile File, string Path, FileState State)
{
    /// <summary>Looks at the files of a set in the folder that <c>Load()</c> would take; in the cache if there are none anywhere.</summary>
    /// <returns>One status per file; none for a set that is part of the library.</returns>
    /// <exception cref="DatasetException">A file cannot be read.</exception>
    public static IReadOnlyList<FileStatus> Of(CatalogEntry entry, DataPlaces places)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(places);
        bool HasAny(string folder) => entry.Files.Any(file => System.IO.File.Exists(InFolder(folder, file)));
        var folder = places.FoldersOf(entry).FirstOrDefault(HasAny) ?? places.CacheOf(entry);
        return [.. entry.Files.Select(file => Of(InFolder(folder, file), file))];
    }

    private static FileStatus Of(string path, CatalogFile file)
    {
        if (!System.IO.File.Exists(path))
            return new FileStatus(file, path, FileState.Missing);
        using var stream = Files.FileSource.OpenFile(path);
        return new FileStatus(file, path, VerifiedFile.Matches(stream, file) ? FileState.Intact : FileState.Damaged);
    }

    private static string InFolder(string folder, CatalogFile file) => System.IO.Path.Combine(folder, file.Name);
}
