using CourseKit.Data.Files;

namespace CourseKit.Tests.Data.Files;

public class NpyTests
{
    private static readonly double[,] Matrix = { { 1.5, -2.0, 3.25 }, { 0.0, 1e-300, 6.0 } };

    [Fact]
    public void Arrays_saved_by_NumPy_are_read()
    {
        Assert.Equal(Matrix, Golden("matrix_f8.npy").ToMatrix());
        Assert.Equal<byte>([1, 0, 1], Golden("bool.npy").As<byte>());
        Assert.Equal([0.5, -1.25], Golden("half.npy").ToDoubles());
        Assert.Equal([7], Golden("scalar.npy").ToInts());
        Assert.Empty(Golden("scalar.npy").Shape);
        Assert.Equal([0, 3], Golden("empty.npy").Shape);
    }

    [Fact]
    public void Fortran_order_and_big_endian_numbers_become_rows()
    {
        var cube = Golden("fortran_i4_big_endian.npy");

        Assert.Equal([2, 3, 4], cube.Shape);
        Assert.Equal(Enumerable.Range(0, 24), cube.As<int>());
        Assert.Equal([1.5f, -2f, 3.25f, 0f, 0f, 6f], Golden("fortran_f4.npy").As<float>());
    }

    [Fact]
    public void What_is_written_is_byte_for_byte_what_NumPy_saves()
    {
        using var folder = new TemporaryFolder();
        (string Name, NdArray Array)[] cases =
        [
            ("matrix_f8.npy", NdArray.From(Matrix)),
            ("half.npy", new NdArray(new[] { (Half)0.5, (Half)(-1.25) }, 2)),
            ("scalar.npy", new NdArray(new byte[] { 7 })),
            ("empty.npy", new NdArray(Array.Empty<double>(), 0, 3)),
        ];

        foreach (var (name, array) in cases)
        {
            Npy.Write(folder.PathOf(name), array);
            Assert.Equal(Bytes.Golden(name), File.ReadAllBytes(folder.PathOf(name)));
        }
    }

    [Fact]
    public void Every_element_type_comes_back_from_a_file()
    {
        using var folder = new TemporaryFolder();
        Array[] arrays =
        [
            new byte[] { 1, 255 }, new sbyte[] { -1, 2 }, new ushort[] { 65535 }, new short[] { -300 }, new uint[] { uint.MaxValue },
            new[] { int.MinValue }, new ulong[] { ulong.MaxValue }, new long[] { long.MinValue }, new[] { 1.5f }, new[] { double.Epsilon },
        ];

        foreach (var values in arrays)
        {
            Npy.Write(folder.PathOf("x.npy"), new NdArray(values, values.Length));
            Assert.Equal(values, Npy.Read(folder.PathOf("x.npy")).Values);
        }
    }

    [ErrorCases]
    internal static IEnumerable<(string, Action)> Errors() =>
    [
        ("NPY with a wrong magic", () => Read(Bytes.Utf8("1,2,3\n4,5,6\n"))),
        ("NPY of an unknown version", () => Read(Bytes.With(Bytes.Golden("half.npy"), (6, 4)))),
        ("NPY of objects", () => Read(Bytes.Golden("object.npy"))),
        ("NPY of records", () => Read(Bytes.Golden("record.npy"))),
        ("NPY of complex numbers", () => Read(Bytes.Golden("complex.npy"))),
        ("NPY without a shape", () => Read(Header("{'descr': '<f8', 'fortran_order': False, 'shape': (3, -4), }"))),
        ("NPY without an order", () => Read(Header("{'descr': '<f8', 'shape': (0,), }"))),
        ("NPY that promises too much", () => Read(Header("{'descr': '<f8', 'fortran_order': False, 'shape': (2000000000, 2000000000), }"))),
        ("NPY cut short", () => Read(Bytes.Golden("half.npy")[..^1])),
        ("NdArray of texts", () => _ = new NdArray(new[] { "a" }, 1)),
        ("NdArray of another shape", () => _ = new NdArray(new int[5], 2, 3)),
        ("NdArray of another type", () => new NdArray(new int[5], 5).As<double>()),
        ("NdArray that is no matrix", () => new NdArray(new int[5], 5).ToMatrix()),
        ("NdArray with a fraction as label", () => new NdArray(new[] { 1, 2.5 }, 2).ToInts()),
    ];

    internal static byte[] Header(string text)
    {
        var body = Bytes.Utf8(text + "\n");
        return [0x93, .. "NUMPY"u8, 1, 0, (byte)body.Length, 0, .. body];
    }

    private static NdArray Golden(string name) => Npy.Read(Bytes.GoldenPath(name));

    private static NdArray Read(byte[] bytes)
    {
        using var source = Bytes.Source("x.npy", bytes);
        return Npy.Read(source);
    }
}
