using CourseKit.Data.Fetching;
using CourseKit.Data.Files;

namespace CourseKit.Data;

/// <summary>The look-up order of every set that is not shipped: explicit folder, cache, network if asked for, stand-in.</summary>
internal static class PublishedImages
{
    /// <summary>The folder with the set's files, fetched first if wished; null where a stand-in must do.</summary>
    public static string? Find(CatalogEntry entry, DataPlaces places, bool download) =>
        places.Find(entry) ?? (download ? Fetcher.Fetch(entry, places, new FetchOptions()) : null);

    /// <summary>The two parts of MNIST and its kin: four IDX files, in the order of the catalogue.</summary>
    public static (ImageDataset Train, ImageDataset Test) Read(CatalogEntry entry, string folder) =>
        (ReadPart(entry, folder, entry.Files[0], entry.Files[1]), ReadPart(entry, folder, entry.Files[2], entry.Files[3]));

    /// <summary>What a set says of itself when its files were read from a folder.</summary>
    public static DatasetInfo InfoOf(CatalogEntry entry, string folder) =>
        new(entry.Title, entry.ClassNames) { Origin = $"{entry.Origin}; {entry.Licence}; read from {folder}" };

    /// <summary>What a stand-in says of itself.</summary>
    public static DatasetInfo StandInOf(CatalogEntry entry, string how) => new(entry.Title, entry.ClassNames)
    {
        IsStandIn = true,
        Origin = $"{how}, because the files of {entry.Title} were not found. To fetch them: coursekit data fetch {entry.Name}",
    };

    private static ImageDataset ReadPart(CatalogEntry entry, string folder, CatalogFile imageFile, CatalogFile labelFile)
    {
        using var images = Open(imageFile);
        using var labels = Open(labelFile);
        return Idx.ReadImages(images, labels, InfoOf(entry, folder));

        FileSource Open(CatalogFile file) => FileSource.Open(Path.Combine(folder, file.Name), VerifiedFile.Open(folder, entry, file));
    }
}
