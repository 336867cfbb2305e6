using CourseKit.Data.Fetching;
using CourseKit.Data.StandIns;

namespace CourseKit.Data;

/// <summary>Clothes of ten kinds, 28×28, values 0..255: 60 000 to train, 10 000 to test; or a stand-in of 12 000 and 2000.</summary>
/// <remarks>H. Xiao, K. Rasul, R. Vollgraf: Fashion-MNIST, arXiv:1708.07747, 2017.</remarks>
public static class FashionMnist
{
    /// <summary>Loads from where it finds the files: <c>COURSEKIT_DATA/fashion-mnist</c>, the user's cache, the network if asked.</summary>
    /// <param name="download">Whether missing files are fetched. Default: false, nothing is downloaded unasked.</param>
    /// <returns>The training and the test part. Where no files are found, a stand-in, whose every title says so.</returns>
    /// <exception cref="DatasetException">A file is missing beside the others, is damaged, or is not the published one.</exception>
    public static (ImageDataset Train, ImageDataset Test) Load(bool download = false) => Load(DataPlaces.FromEnvironment(), download);

    internal static (ImageDataset Train, ImageDataset Test) Load(DataPlaces places, bool download) =>
        PublishedImages.Find(Catalog.FashionMnist, places, download) is { } folder
            ? PublishedImages.Read(Catalog.FashionMnist, folder)
            : StandInCache.Load(places, Catalog.FashionMnist, "Drawn by a seeded generator", FashionStandIn.Make);
}
