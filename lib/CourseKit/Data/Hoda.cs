using CourseKit.Data.Fetching;
using CourseKit.Data.Files;
using CourseKit.Data.StandIns;

namespace CourseKit.Data;

/// <summary>Handwritten Persian digits squeezed to few pixels, values 0..255: 1000 to train, 200 to test.</summary>
/// <remarks>
/// H. Khosravi, E. Kabir: Introducing a very large dataset of handwritten Farsi digits. Pattern Recognition Letters 28, 2007.
/// </remarks>
public static class Hoda
{
    private const int FileCount = 60_000;

    /// <summary>Loads from where it finds the file: <c>COURSEKIT_DATA/hoda</c>, the user's cache, the network if asked.</summary>
    /// <param name="trainSize">Images to train: the first ones of the file. Range ≥ 1, default 1000.</param>
    /// <param name="testSize">Images to test: those that follow. Range ≥ 1, default 200; both together at most 60 000.</param>
    /// <param name="size">Rows and columns that each image is squeezed to by <c>cv2.resize</c>. Range 1 … 255, default 5.</param>
    /// <param name="download">Whether a missing file is fetched. Default: false, nothing is downloaded unasked.</param>
    /// <returns>The training and the test part. Where the file is not found, a stand-in, whose every title says so.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    /// <exception cref="DatasetException">The file is damaged or is not the published one.</exception>
    public static (ImageDataset Train, ImageDataset Test) Load(
        int trainSize = 1000, int testSize = 200, int size = 5, bool download = false) =>
        Load(DataPlaces.FromEnvironment(), trainSize, testSize, size, download);

    internal static (ImageDataset Train, ImageDataset Test) Load(DataPlaces places, int trainSize, int testSize, int size, bool download)
    {
        if (trainSize < 1 || testSize < 1 || (long)trainSize + testSize > FileCount || size is < 1 or > 255)
            throw new ArgumentOutOfRangeException(nameof(trainSize), FormattableString.Invariant(
                $"Hoda.Load: 1..{FileCount} images of size 1..255 are required; received {trainSize} + {testSize} of size {size}."));
        var count = trainSize + testSize;
        var (info, images, labels) = PublishedImages.Find(Catalog.Hoda, places, download) is { } folder
            ? Read(folder, count)
            : HodaStandIn.Make(count);
        return Squeeze(info, images, labels, size).SplitAt(trainSize);
    }

    private static (DatasetInfo Info, IEnumerable<NdArray> Images, int[] Labels) Read(string folder, int count)
    {
        var file = Catalog.Hoda.Files[0];
        using var stream = VerifiedFile.Open(folder, Catalog.Hoda, file);
        var path = Path.Combine(folder, file.Name);
        var mat = MatFile.Read(path, WholeFile.Read(path, stream));
        return (PublishedImages.InfoOf(Catalog.Hoda, folder), mat.Cells("Data").Take(count), mat.Array("labels").ToInts()[..count]);
    }

    private static ImageDataset Squeeze(DatasetInfo info, IEnumerable<NdArray> images, int[] labels, int size)
    {
        var pixels = new byte[labels.Length * size * size];
        foreach (var (i, image) in images.Index())
            BilinearResize.Run(image.As<byte>(), image.Shape[0], pixels.AsSpan(i * size * size, size * size), size);
        return new ImageDataset(info, new ImageShape(size, size), pixels, labels);
    }
}
