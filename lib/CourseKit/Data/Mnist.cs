using CourseKit.Data.Fetching;
using CourseKit.Data.StandIns;

namespace CourseKit.Data;

/// <summary>Handwritten digits, 28×28 pixels, values 0..255: 60 000 to train, 10 000 to test; or a stand-in of 12 000 and 2000.</summary>
/// <remarks>Y. LeCun, L. Bottou, Y. Bengio, P. Haffner: Gradient-based learning applied to document recognition, 1998.</remarks>
public static class Mnist
{
    /// <summary>Loads from where it finds the files: <c>COURSEKIT_DATA/mnist</c>, the user's cache, the network if asked.</summary>
    /// <param name="download">Whether missing files are fetched. Default: false, nothing is downloaded unasked.</param>
    /// <returns>The training and the test part. Where no files are found, a stand-in, whose every title says so.</returns>
    /// <exception cref="DatasetException">A file is missing beside the others, is damaged, or is not the published one.</exception>
    public static (ImageDataset Train, ImageDataset Test) Load(bool download = false) => Load(DataPlaces.FromEnvironment(), download);

    internal static (ImageDataset Train, ImageDataset Test) Load(DataPlaces places, bool download) =>
        PublishedImages.Find(Catalog.Mnist, places, download) is { } folder
            ? PublishedImages.Read(Catalog.Mnist, folder)
            : StandInCache.Load(places, Catalog.Mnist, "Made of the UCI digits by a seeded generator", MnistStandIn.Make);
}
