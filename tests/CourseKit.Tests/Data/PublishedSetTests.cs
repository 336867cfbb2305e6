using CourseKit.Data;
using CourseKit.Data.Fetching;

namespace CourseKit.Tests.Data;

/// <summary>The real files. Counts per class, means and deviations are the published ones of each set.</summary>
public class PublishedSetTests
{
    [RealDataFact("mnist")]
    public void Mnist_is_read_whole()
    {
        var (train, test) = Mnist.Load(Places("mnist"), download: false);

        Assert.Equal(("MNIST, 60 000 images", "MNIST, 10 000 images"), (train.Title, test.Title));
        Assert.Equal([5, 0, 4, 1, 9, 2, 1, 3, 1, 4], train.Y[..10]);
        Assert.Equal([7, 2, 1, 0, 4], test.Y[..5]);
        Assert.Equal([5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949], Counts(train));
        Assert.Equal([980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009], Counts(test));
        Assert.Equal((0.1307, 0.3081), Rounded(train.MeanAndStd()));
    }

    [RealDataFact("fashion-mnist")]
    public void Fashion_mnist_is_read_whole_and_split_as_in_the_report()
    {
        var (train, test) = FashionMnist.Load(Places("fashion-mnist"), download: false);
        var (validation, rest) = train.SplitAt(5000);

        Assert.Equal((5000, 55_000, 10_000), (validation.Count, rest.Count, test.Count));
        Assert.Equal("Ankle boot", train.ClassNames[train.Y[0]]);
        Assert.Equal(Enumerable.Repeat(6000, 10), Counts(train));
        Assert.Equal((0.2860, 0.3530), Rounded(train.MeanAndStd()));
    }

    // The sum is that of the 1200 rows of cv2.resize (OpenCV 4.6.0), written as CSV: 25 pixels and the label, lines end in LF.
    [RealDataFact("hoda")]
    public void Hoda_is_squeezed_bit_for_bit_as_OpenCV_does()
    {
        var (train, test) = Hoda.Load(Places("hoda"), trainSize: 1000, testSize: 200, size: 5, download: false);
        var rows = from part in new[] { train, test }
                   from i in Enumerable.Range(0, part.Count)
                   select $"{string.Join(',', part.Row(i).ToArray())},{part.Y[i]}\n";

        Assert.Equal([6, 5, 0, 2, 7, 0, 7, 5, 0, 7, 0, 6], train.Y[..12]);
        var sum = Checksum.Of(Files.Bytes.Utf8(string.Concat(rows)));
        Assert.Equal("0bf9178a4c97163eee89e27f71ac65f8d6b3fab3b0c5c334c8dc64abe4a2be27", sum);
    }

    [RealDataFact("hoda")]
    public void The_whole_file_of_Hoda_has_six_thousand_of_each_class()
    {
        var (train, _) = Hoda.Load(Places("hoda"), trainSize: 59_999, testSize: 1, size: 1, download: false);

        Assert.All(Counts(train), count => Assert.InRange(count, 5999, 6000));
    }

    private static DataPlaces Places(string dataset) => new()
    {
        Folder = Path.GetDirectoryName(RealDataFactAttribute.Folder(dataset)),
        Cache = Path.Combine(Path.GetTempPath(), "coursekit-test-no-cache"),
    };

    private static IEnumerable<int> Counts(ImageDataset images) => images.Y.CountBy(y => y).OrderBy(c => c.Key).Select(c => c.Value);

    private static (double, double) Rounded((double Mean, double Std) value) => (Math.Round(value.Mean, 4), Math.Round(value.Std, 4));
}
