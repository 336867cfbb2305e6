using System.IO.Compression;
using CourseKit.Data;
using CourseKit.Data.Fetching;
using CourseKit.Data.StandIns;

namespace CourseKit.Tests.Data;

public class StandInTests
{
    [Fact]
    public void Mnist_stand_in_has_the_shape_of_the_real_set_and_says_what_it_is()
    {
        using var folder = new TemporaryFolder();

        var (train, test) = Mnist.Load(new DataPlaces { Cache = folder.PathOf("cache") }, download: false);

        Assert.Equal(("MNIST stand-in, 12 000 images", "MNIST stand-in, 2000 images"), (train.Title, test.Title));
        Assert.Equal((Catalog.Mnist.ClassNames, new ImageShape(28, 28)), (train.ClassNames, train.Shape));
        Assert.Contains("coursekit data fetch mnist", train.Info.Origin, StringComparison.Ordinal);
        Assert.All(train.Y.CountBy(y => y), count => Assert.InRange(count.Value, 1000, 1400));
    }

    [Fact]
    public void Asked_to_download_without_a_network_it_fails_and_makes_no_stand_in()
    {
        using var folder = new TemporaryFolder();
        var places = new DataPlaces { Cache = folder.PathOf("cache"), Offline = true };

        var error = Assert.Throws<DatasetException>(() => Mnist.Load(places, download: true));

        Assert.Contains("COURSEKIT_OFFLINE=1", error.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.PathOf("cache")));
    }

    // The sums pin the drawings: a change of one pixel anywhere must raise StandInCache.Version.
    [Theory]
    [InlineData("mnist", "673df98b58009d4d")]
    [InlineData("fashion-mnist", "1e3765660d5ef7bb")]
    [InlineData("hoda", "d90656020bf53503")]
    public void Drawings_are_the_same_everywhere_to_the_last_bit(string name, string sum)
    {
        using var folder = new TemporaryFolder();
        var places = new DataPlaces { Cache = folder.PathOf("cache") };

        var (train, test) = name switch
        {
            "mnist" => Mnist.Load(places, download: false),
            "hoda" => Hoda.Load(places, trainSize: 1000, testSize: 200, size: 5, download: false),
            _ => FashionMnist.Load(places, download: false),
        };

        Assert.Equal(sum, Checksum.Of([.. train.Pixels, .. test.Pixels, .. train.Y.Concat(test.Y).Select(y => (byte)y)])[..16]);
    }

    [Fact]
    public void The_second_load_reads_what_the_first_one_kept()
    {
        using var folder = new TemporaryFolder();
        var places = new DataPlaces { Cache = folder.PathOf("cache") };
        var (drawn, _) = Load(places, Blank);

        var (kept, _) = Load(places, (_, _, _) => throw new InvalidOperationException("Drawn again."));

        Assert.Equal(drawn.Pixels, kept.Pixels);
        Assert.Equal(drawn.Y, kept.Y);
    }

    [Fact]
    public void A_damaged_copy_is_drawn_again()
    {
        using var folder = new TemporaryFolder();
        var places = new DataPlaces { Cache = folder.PathOf("cache") };
        Load(places, Blank);
        var file = Directory.EnumerateFiles(folder.PathOf("cache"), "train-images*", SearchOption.AllDirectories).Single();
        File.WriteAllBytes(file, File.ReadAllBytes(file)[..^4]);

        var (train, _) = Load(places, Blank);

        Assert.Equal(StandInSet.TrainCount, train.Count);
        using var gzip = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        Assert.Equal(16 + StandInSet.TrainCount * 784, Length(gzip));
    }

    [Fact]
    public void Without_a_cache_to_write_the_images_are_drawn_each_time()
    {
        using var folder = new TemporaryFolder();
        var blocked = folder.Write("cache", [1]);

        Assert.Equal(StandInSet.TestCount, Load(new DataPlaces { Cache = blocked }, Blank).Test.Count);
    }

    [Fact]
    public void No_original_is_in_both_parts_of_the_digits()
    {
        var (train, test) = (new HashSet<int>(), new HashSet<int>());
        for (var seed = 0; seed < 5000; seed++)
        {
            train.Add(MnistStandIn.OriginalOf(new(seed), test: false));
            test.Add(MnistStandIn.OriginalOf(new(seed), test: true));
        }

        Assert.Empty(train.Intersect(test));
        Assert.InRange(train.Count + test.Count, 1500, 1797);
    }

    private static (ImageDataset Train, ImageDataset Test) Load(DataPlaces places, DrawImage draw) =>
        StandInCache.Load(places, Catalog.Mnist, "Blank", draw);

    private static int Blank(CourseKit.Numerics.MersenneTwister random, bool test, Span<byte> image)
    {
        image[0] = (byte)random.RandInt(0, 256);
        return test ? 1 : 0;
    }

    private static long Length(Stream stream)
    {
        var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.Length;
    }
}
