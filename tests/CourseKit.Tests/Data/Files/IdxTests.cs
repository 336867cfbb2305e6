using CourseKit.Data;
using CourseKit.Data.Files;

namespace CourseKit.Tests.Data.Files;

public class IdxTests
{
    private static readonly DatasetInfo Info = new("Tiles", ["dark", "bright"]);

    /// <summary>Two images of 2×3 pixels, written out by the format's description.</summary>
    private static readonly byte[] Images = [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

    private static readonly byte[] Labels = [0, 0, 8, 1, 0, 0, 0, 2, 1, 0];

    [Fact]
    public void Images_and_labels_are_read_plain_and_gzipped()
    {
        foreach (var (images, labels) in new[] { (Images, Labels), (Bytes.Gzip(Images), Bytes.Gzip(Labels)) })
        {
            using var imageSource = Bytes.Source("images", images);
            using var labelSource = Bytes.Source("labels", labels);

            var tiles = Idx.ReadImages(imageSource, labelSource, Info);

            Assert.Equal(new ImageShape(2, 3), tiles.Shape);
            Assert.Equal(new byte[,] { { 7, 8, 9 }, { 10, 11, 12 } }, tiles.Image(1));
            Assert.Equal([1, 0], tiles.Y);
        }
    }

    [Fact]
    public void Numbers_are_big_endian()
    {
        Assert.Equal([1, -2], Read([0, 0, 0x0C, 1, 0, 0, 0, 2, 0, 0, 0, 1, 0xFF, 0xFF, 0xFF, 0xFE]).As<int>());
        Assert.Equal([258], Read([0, 0, 0x0B, 1, 0, 0, 0, 1, 1, 2]).ToInts());
        Assert.Equal([1.0], Read([0, 0, 0x0E, 1, 0, 0, 0, 1, 0x3F, 0xF0, 0, 0, 0, 0, 0, 0]).As<double>());
    }

    [Fact]
    public void What_is_written_is_read_again_and_has_the_documented_bytes()
    {
        using var folder = new TemporaryFolder();
        var array = new NdArray(new byte[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 }, 2, 2, 3);

        Idx.Write(folder.PathOf("x.idx"), array);
        Idx.Write(folder.PathOf("x.idx.gz"), array);

        Assert.Equal(Images, File.ReadAllBytes(folder.PathOf("x.idx")));
        Assert.Equal(array.As<byte>(), Idx.Read(folder.PathOf("x.idx.gz")).As<byte>());
        Assert.Equal<byte>([0x1F, 0x8B], File.ReadAllBytes(folder.PathOf("x.idx.gz"))[..2]);
    }

    [Fact]
    public void Every_element_type_comes_back_from_a_file()
    {
        using var folder = new TemporaryFolder();
        Array[] arrays = [new sbyte[] { -1, 2 }, new short[] { -300, 2 }, new[] { -70000, 2 }, new[] { 1.5f, 2 }, new[] { 1e-300, 2 }];

        foreach (var values in arrays)
        {
            Idx.Write(folder.PathOf("x.idx"), new NdArray(values, 2));
            Assert.Equal(values, Idx.Read(folder.PathOf("x.idx")).Values);
        }
    }

    [Fact]
    public void A_gzip_file_cut_at_any_place_is_refused()
    {
        var packed = Bytes.Gzip(Images);

        for (var length = 0; length < packed.Length; length++)
            Assert.Throws<DatasetException>(() => Read(packed[..length]));
    }

    [Fact]
    public void A_header_that_promises_too_much_is_refused_before_memory_is_taken()
    {
        byte[] liar = [0, 0, 8, 3, 0x7F, 0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF, 1];
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Throws<DatasetException>(() => Read(liar));
        Assert.Throws<DatasetException>(() => Read(Bytes.Gzip(liar)));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    [ErrorCases]
    internal static IEnumerable<(string, Action)> Errors() =>
    [
        ("File that is empty", () => Read([])),
        ("Gzip cut short in its header", () => Read([0x1F, 0x8B, 8])),
        ("Gzip cut short", () => Read(Bytes.Gzip(Images)[..^12])),
        ("Gzip without its last bytes", () => Read(Bytes.Gzip(Images)[..^4])),
        ("Gzip with a flipped bit", () => Read(Bytes.With(Bytes.Gzip(Images), (10, 0xFF)))),
        ("IDX with a wrong magic", () => Read([0x50, 0x4B, 3, 4, 0, 0])),
        ("IDX cut short", () => Read(Images[..^1])),
        ("IDX cut short in its header", () => Read(Images[..9])),
        ("IDX with more bytes than promised", () => Read([.. Images, 0])),
        ("IDX with an axis too long", () => Read(Bytes.With(Images, (4, 0x80)))),
        ("IDX larger than an array", () => new FileSource("x", Stream.Null, long.MaxValue).NewArray<double>(1u << 30, "elements")),
        ("IDX images and labels of different number", () => Pair(Images, [0, 0, 8, 1, 0, 0, 0, 3, 1, 0, 1])),
        ("IDX images and labels exchanged", () => Pair(Labels, Images)),
        ("IDX labels that are none", () => Pair(Images, Images)),
        ("IDX label out of range", () => Pair(Images, Bytes.With(Labels, (9, 7)))),
        ("IDX of a type it does not know", () => Idx.Write("x.idx", new NdArray(new long[1], 1))),
    ];

    private static NdArray Read(byte[] bytes)
    {
        using var source = Bytes.Source("images.gz", bytes);
        return Idx.Read(source);
    }

    private static void Pair(byte[] images, byte[] labels)
    {
        using var imageSource = Bytes.Source("train-images", images);
        using var labelSource = Bytes.Source("train-labels", labels);
        Idx.ReadImages(imageSource, labelSource, Info);
    }
}
