using System.IO.Compression;
using CourseKit.Data.Files;

namespace CourseKit.Tests.Data.Files;

public class NpzTests
{
    private static readonly double[,] Matrix = { { 1.5, -2.0, 3.25 }, { 0.0, 1e-300, 6.0 } };

    [Theory]
    [InlineData("stored.npz")]
    [InlineData("packed.npz")]
    public void Files_saved_by_NumPy_are_read(string name)
    {
        var arrays = Npz.Read(Bytes.GoldenPath(name));

        Assert.Equal(["x", "y"], arrays.Keys);
        Assert.Equal(Matrix, arrays["x"].ToMatrix());
        Assert.Equal([1, 0], arrays["y"].ToInts());
    }

    [Fact]
    public void The_same_arrays_make_the_same_file_with_entries_as_NumPy_saves_them()
    {
        using var folder = new TemporaryFolder();
        var arrays = new Dictionary<string, NdArray> { ["x"] = NdArray.From(Matrix), ["y"] = new(new long[] { 1, 0 }, 2) };

        Npz.Write(folder.PathOf("a.npz"), arrays);
        Npz.Write(folder.PathOf("b.npz"), arrays);

        Assert.Equal(File.ReadAllBytes(folder.PathOf("a.npz")), File.ReadAllBytes(folder.PathOf("b.npz")));
        using var ours = ZipFile.OpenRead(folder.PathOf("a.npz"));
        using var golden = ZipFile.OpenRead(Bytes.GoldenPath("packed.npz"));
        Assert.Equal(Contents(golden), Contents(ours));
    }

    [ErrorCases]
    internal static IEnumerable<(string, Action)> Errors() =>
    [
        ("NPZ that is no zip file", () => Read(Bytes.Utf8("PK, but no zip file"))),
        ("NPZ cut short", () => Read(Bytes.Golden("stored.npz")[..^30])),
        ("NPZ with a path in a name", () => Read(Zip("../../.bashrc.npy"))),
        ("NPZ with an entry that is no array", () => Read(Zip("readme.txt"))),
        ("NPZ with one name twice", () => Read(Zip("x.npy", "x.npy"))),
        ("NPZ with a changed byte", () => Read(Bytes.With(Bytes.Golden("stored.npz"), (200, 1)))),
        ("NPZ with a path in a name to write", () => Npz.Write("x.npz", new Dictionary<string, NdArray> { ["a/b"] = new(new int[1], 1) })),
    ];

    internal static byte[] Zip(params string[] names)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
            foreach (var name in names)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Bytes.Golden("half.npy"));
            }
        return bytes.ToArray();
    }

    private static IEnumerable<(string, long, uint)> Contents(ZipArchive zip) =>
        zip.Entries.Select(entry => (entry.FullName, entry.Length, entry.Crc32));

    private static void Read(byte[] bytes) => Npz.Read("x.npz", new MemoryStream(bytes));
}
