using System.IO.Compression;
using CourseKit.Data.Fetching;
using CourseKit.Data.Files;

namespace CourseKit.Data.StandIns;

/// <summary>Makes a stand-in at its first use and keeps it in the user's cache, in the files that the real set would have.</summary>
internal static class StandInCache
{
    /// <summary>Rises with every change of the drawings, so that no old ones are taken for new.</summary>
    public const int Version = 1;

    public static (ImageDataset Train, ImageDataset Test) Load(DataPlaces places, CatalogEntry entry, string how, DrawImage draw)
    {
        var info = PublishedImages.StandInOf(entry, how);
        var folder = Path.Combine(places.Cache, "stand-ins", FormattableString.Invariant($"{entry.Name}-{Version}"));
        if (Read(folder, entry, info) is { } kept)
            return kept;
        var made = (Train: StandInSet.Make(info, draw, test: false), Test: StandInSet.Make(info, draw, test: true));
        Keep(folder, entry, made.Train, made.Test);
        return made;
    }

    /// <summary>What was kept; null if there is nothing or it is damaged: the drawings then come out the same again.</summary>
    private static (ImageDataset Train, ImageDataset Test)? Read(string folder, CatalogEntry entry, DatasetInfo info)
    {
        if (!Directory.Exists(folder))
            return null;
        try
        {
            string[] files = [.. entry.Files.Select(file => Path.Combine(folder, file.Name))];
            return (Idx.ReadImages(files[0], files[1], info), Idx.ReadImages(files[2], files[3], info));
        }
        catch (DatasetException)
        {
            return null;
        }
    }

    /// <summary>Writes into a folder of its own and names it when it is whole. A cache that cannot be written is done without.</summary>
    private static void Keep(string folder, CatalogEntry entry, ImageDataset train, ImageDataset test)
    {
        var work = $"{folder}.{Environment.ProcessId}";
        try
        {
            Directory.CreateDirectory(work);
            WritePart(work, entry.Files[0].Name, entry.Files[1].Name, train);
            WritePart(work, entry.Files[2].Name, entry.Files[3].Name, test);
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
            Directory.Move(work, folder);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            if (Directory.Exists(work))
                Directory.Delete(work, recursive: true);
        }
    }

    private static void WritePart(string folder, string imageName, string labelName, ImageDataset part)
    {
        var images = new NdArray(part.Pixels.ToArray(), part.Count, part.Shape.Rows, part.Shape.Columns);
        var labels = new NdArray(Array.ConvertAll(part.Y, label => (byte)label), part.Count);
        Idx.Write(Path.Combine(folder, imageName), images, CompressionLevel.Fastest);
        Idx.Write(Path.Combine(folder, labelName), labels, CompressionLevel.Fastest);
    }
}
