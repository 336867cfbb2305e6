using CourseKit.Data.Files;

namespace CourseKit.Data.Fetching;

/// <summary>Opens a published file only if its bytes are the published ones.</summary>
internal static class VerifiedFile
{
    /// <summary>Whether a file has the published bytes; it stands at its beginning afterwards.</summary>
    public static bool Matches(FileStream stream, CatalogFile file) => stream.Length == file.Length && Checksum.Of(stream) == file.Sha256;

    /// <summary>The file of a set, positioned at its beginning.</summary>
    /// <param name="folder">Where the set's files are.</param>
    /// <param name="entry">The set, for the advice.</param>
    /// <param name="file">The file of it that is wanted.</param>
    /// <exception cref="DatasetException">The file is missing or its checksum is another: never a silent fallback.</exception>
    public static FileStream Open(string folder, CatalogEntry entry, CatalogFile file)
    {
        var path = Path.Combine(folder, file.Name);
        var stream = FileSource.OpenFile(path);
        var found = Checksum.Of(stream);
        if (found == file.Sha256)
            return stream;
        stream.Dispose();
        throw new DatasetException($"{path}: the published file has the sha256 {file.Sha256}; this one has {found}. " +
            $"Delete it and fetch it again: coursekit data fetch {entry.Name}");
    }
}
