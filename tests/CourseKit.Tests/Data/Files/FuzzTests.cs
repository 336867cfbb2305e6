using System.Globalization;
using System.IO.Compression;
using CourseKit.Data;
using CourseKit.Data.Files;
using Xunit.Sdk;

namespace CourseKit.Tests.Data.Files;

/// <summary>Whatever bytes a file has, a reader gives an array or one of our messages: nothing else, no hang, no undue memory.</summary>
/// <remarks>A share of the inputs runs here; <c>COURSEKIT_FUZZ=100000 dotnet test --filter FuzzTests</c> runs all.</remarks>
public class FuzzTests
{
    private const int DefaultInputs = 10_000;
    private const int PerInput = 600_000;
    private const long Hang = 30 * 60 * 1000;

    private static readonly int Inputs =
        Environment.GetEnvironmentVariable("COURSEKIT_FUZZ") is { } count ? int.Parse(count, CultureInfo.InvariantCulture) : DefaultInputs;

    private static readonly DatasetInfo Info = new("Tiles", ["dark", "bright"]);

    [Fact(Timeout = (int)Hang)]
    public Task Idx_plain() => Fuzz(1, IdxFiles, expansion: 4, ReadIdx);

    [Fact(Timeout = (int)Hang)]
    public Task Idx_damaged_before_gzip() => Fuzz(2, IdxFiles, expansion: 8, bytes => ReadIdx(Bytes.Gzip(bytes)), slack: 300_000);

    [Fact(Timeout = (int)Hang)]
    public Task Idx_damaged_after_gzip() => Fuzz(3, [.. IdxFiles.Select(Bytes.Gzip)], FileSource.LargestRatio, ReadIdx);

    [Fact(Timeout = (int)Hang)]
    public Task Images_with_labels() => Fuzz(4, IdxFiles, expansion: 8, bytes =>
    {
        using var images = Bytes.Source("images", bytes);
        using var labels = Bytes.Source("labels", [0, 0, 8, 1, 0, 0, 0, 2, 1, 0]);
        Idx.ReadImages(images, labels, Info);
    });

    [Fact(Timeout = (int)Hang)]
    public Task Npy_files() => Fuzz(5, NpyFiles, expansion: 8, bytes =>
    {
        using var source = Bytes.Source("x.npy", bytes);
        Npy.Read(source);
    });

    [Fact(Timeout = (int)Hang)]
    public Task Npz_files() => Fuzz(6, [Bytes.Golden("stored.npz"), Bytes.Golden("packed.npz"), NpzTests.Zip("x.npy", "y.npy")],
        FileSource.LargestRatio, bytes => Npz.Read("x.npz", new MemoryStream(bytes)));

    [Fact(Timeout = (int)Hang)]
    public Task Mat_files() => Fuzz(7, [Bytes.Golden("plain.mat")], expansion: 64, bytes => MatFile.Read("x.mat", bytes));

    [Fact(Timeout = (int)Hang)]
    public Task Mat_files_damaged_after_packing() =>
        Fuzz(8, [Bytes.Golden("packed.mat")], FileSource.LargestRatio, bytes => MatFile.Read("x.mat", bytes));

    [Fact(Timeout = (int)Hang)]
    public Task Mat_files_damaged_before_packing() =>
        Fuzz(9, MatElements(), expansion: 64, bytes => MatFile.Read("x.mat", PackMat(bytes)), slack: 300_000);

    [Fact(Timeout = (int)Hang)]
    public Task Cdb_files() => Fuzz(10,
        [
            CdbTests.FileOf(2, [0xFF, 7, 3, 2, 5, 0, 1, 2, 0, 2, 1], [0xFF, 4, 1, 1, 2, 0, 0, 1]),
            Bytes.With(CdbTests.FileOf(1, [0xFF, 3, 4, 0, 10, 20, 30, 40]), (4, 2), (5, 2), (522, 1)),
        ],
        expansion: 256, bytes => Cdb.Read("x.cdb", bytes));

    [Fact(Timeout = (int)Hang)]
    public Task Csv_files() => Fuzz(11,
        [Bytes.Utf8("a,b,y\n1,2.5,0\n-3e2,\"4\",1\n"), Bytes.Utf8("\uFEFFطول;y\r\n۱۲٫۵;\"a;\"\"b\"\r\n"), Bytes.Utf8("sep=|\na|y\n1|2\n")],
        expansion: 256, bytes =>
        {
            Csv.ReadTable("x.csv", new MemoryStream(bytes), new CsvOptions());
            Csv.ReadDataset("x.csv", new MemoryStream(bytes), "y", new CsvOptions());
        });

    private static byte[][] IdxFiles =>
    [
        [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
        [0, 0, 8, 1, 0, 0, 0, 2, 1, 0],
        [0, 0, 0x0E, 1, 0, 0, 0, 1, 0x3F, 0xF0, 0, 0, 0, 0, 0, 0],
    ];

    private static byte[][] NpyFiles =>
    [
        .. new[] { "matrix_f8", "fortran_i4_big_endian", "fortran_f4", "bool", "half", "scalar", "empty", "object", "record" }
            .Select(name => Bytes.Golden($"{name}.npy")),
        NpyTests.Header("{'descr': '<f8', 'fortran_order': False, 'shape': (2000000000, 2000000000), }"),
    ];

    private static void ReadIdx(byte[] bytes)
    {
        using var source = Bytes.Source("x.idx", bytes);
        Idx.Read(source);
    }

    /// <summary>The variables of the plain golden file, each with its tag.</summary>
    private static byte[][] MatElements()
    {
        var (bytes, elements) = (Bytes.Golden("plain.mat"), new List<byte[]>());
        for (var place = 128; place < bytes.Length; place += elements[^1].Length)
            elements.Add(bytes[place..(place + 8 + BitConverter.ToInt32(bytes, place + 4))]);
        return [.. elements];
    }

    private static byte[] PackMat(byte[] element)
    {
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest))
            zlib.Write(element);
        return [.. Bytes.Golden("plain.mat")[..128], 15, 0, 0, 0, .. BitConverter.GetBytes(packed.ToArray().Length), .. packed.ToArray()];
    }

    private static Task Fuzz(long seed, byte[][] originals, int expansion, Action<byte[]> read, long slack = 0) => Task.Run(() =>
    {
        var mutations = new Mutations(seed, originals);
        for (var input = 0; input < Inputs; input++)
        {
            var bytes = mutations.Next();
            var before = GC.GetAllocatedBytesForCurrentThread();
            var error = Record.Exception(() => read(bytes));
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            if (error is not (null or DatasetException) || allocated > 2L * expansion * bytes.Length + PerInput + slack)
                throw new XunitException($"Input {input} ({Convert.ToHexString(bytes)}): {allocated} bytes allocated. {error}");
        }
    });
}
