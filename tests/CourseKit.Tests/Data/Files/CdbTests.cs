using System.Buffers.Binary;
using CourseKit.Data.Files;

namespace CourseKit.Tests.Data.Files;

public class CdbTests
{
    /// <summary>An image of 3×2 pixels (width × height) with label 7: . # # / # # . </summary>
    private static readonly byte[] Record = [0xFF, 7, 3, 2, 5, 0, 1, 2, 0, 2, 1];

    [Fact]
    public void Runs_of_paper_and_ink_become_rows()
    {
        var (images, labels) = Cdb.Read("x.cdb", FileOf(2, Record, [0xFF, 4, 1, 1, 2, 0, 0, 1]));

        Assert.Equal([7, 4], labels);
        Assert.Equal(new byte[,] { { 0, 255, 255 }, { 255, 255, 0 } }, images[0]);
        Assert.Equal(new byte[,] { { 255 } }, images[1]);
    }

    [Fact]
    public void A_size_in_the_header_holds_for_all_images_and_grey_ones_are_copied()
    {
        var bytes = Bytes.With(FileOf(1, [0xFF, 3, 4, 0, 10, 20, 30, 40]), (4, 2), (5, 2), (522, 1));

        var (images, labels) = Cdb.Read("x.cdb", bytes);

        Assert.Equal([3], labels);
        Assert.Equal(new byte[,] { { 10, 20 }, { 30, 40 } }, images[0]);
    }

    // Counts by class and ink of the two files: summed by an independent Python reader of the format.
    [RealDataFact("hoda")]
    public void The_files_of_Hoda_are_read_to_the_last_byte()
    {
        var (images, labels) = Cdb.Read(Path.Combine(RealDataFactAttribute.Folder("hoda")!, "Test 20000.cdb"));
        var (rest, restLabels) = Cdb.Read(Path.Combine(RealDataFactAttribute.Folder("hoda")!, "RemainingSamples.cdb"));

        Assert.Equal(Enumerable.Repeat(2000, 10), Counts(labels));
        Assert.Equal(3988227, images.Sum(Ink));
        Assert.Equal([2070, 2330, 1923, 2334, 2333, 2110, 2254, 2363, 2264, 2371], Counts(restLabels));
        Assert.Equal(4472144, rest.Sum(Ink));
    }

    [ErrorCases]
    internal static IEnumerable<(string, Action)> Errors() =>
    [
        ("CDB cut short in its header", () => Cdb.Read("x.cdb", new byte[500])),
        ("CDB with more images than can follow", () => Cdb.Read("x.cdb", FileOf(1000, Record))),
        ("CDB with an image that does not begin", () => Cdb.Read("x.cdb", FileOf(2, Record, [0, .. Record]))),
        ("CDB with a run too long", () => Cdb.Read("x.cdb", FileOf(1, Bytes.With(Record, (7, 3))))),
        ("CDB with bytes after the last image", () => Cdb.Read("x.cdb", FileOf(1, Record, Record))),
        ("File without a byte", () => WholeFile.Read("x.cdb", new MemoryStream())),
        ("File larger than an array", () => WholeFile.Read("x.cdb", new LongStream())),
    ];

    internal static byte[] FileOf(int count, params byte[][] records)
    {
        var header = new byte[1024];
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(6), count);
        return [.. header, .. records.SelectMany(record => record)];
    }

    private sealed class LongStream : MemoryStream
    {
        public override long Length => 3L << 30;
    }

    private static IEnumerable<int> Counts(int[] labels) =>
        labels.CountBy(label => label).OrderBy(count => count.Key).Select(count => count.Value);

    private static int Ink(byte[,] image) => image.Cast<byte>().Count(value => value == 255);
}
