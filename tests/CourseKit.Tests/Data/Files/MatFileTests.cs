using System.Buffers.Binary;
using CourseKit.Data;
using CourseKit.Data.Files;

namespace CourseKit.Tests.Data.Files;

public class MatFileTests
{
    [Theory]
    [InlineData("plain.mat")]
    [InlineData("packed.mat")]
    public void Variables_saved_by_SciPy_are_read(string name)
    {
        var file = MatFile.Read(Bytes.GoldenPath(name));

        Assert.Equal(["m", "small", "i16", "u64", "flag", "cube", "text", "cells", "names", "record", "sparse", "imaginary"], file.Names);
        Assert.Equal(new[,] { { 1.5, -2.0, 3.25 }, { 0.0, 1e-300, 6.0 } }, file.Array("m").ToMatrix());
        Assert.Equal([1.0, 2.0, 255.0], file.Array("small").As<double>());
        Assert.Equal<short>([-3, 7], file.Array("i16").As<short>());
        Assert.Equal([1UL << 63], file.Array("u64").As<ulong>());
        Assert.Equal([1, 0], file.Array("flag").ToInts());
        Assert.Equal([2, 3, 4], file.Array("cube").Shape);
        Assert.Equal(Enumerable.Range(0, 24), file.Array("cube").As<int>());
        Assert.Equal("slope", file.Text("text"));
        Assert.Equal(["zero", "یک"], file.Texts("names"));
    }

    [Fact]
    public void Cells_keep_their_types_and_sizes()
    {
        var cells = MatFile.Read(Bytes.GoldenPath("packed.mat")).Cells("cells");

        Assert.Equal(["Byte(2, 2)", "Double(0, 0)", "Double(1, 1)"], cells.Select(cell => cell.ToString()));
        Assert.Equal<byte>([1, 2, 3, 4], cells[0].As<byte>());
        Assert.Equal([5.5], cells[2].ToDoubles());
    }

    [Fact]
    public void Big_endian_files_are_read()
    {
        // One variable "a": a double array (1, 2) stored as 16-bit integers 258 and -2, written out by hand.
        byte[] variable =
        [
            0, 0, 0, 14, 0, 0, 0, 56,
            0, 0, 0, 6, 0, 0, 0, 8, 0, 0, 0, 6, 0, 0, 0, 0,
            0, 0, 0, 5, 0, 0, 0, 8, 0, 0, 0, 1, 0, 0, 0, 2,
            0, 1, 0, 1, (byte)'a', 0, 0, 0,
            0, 0, 0, 3, 0, 0, 0, 4, 1, 2, 0xFF, 0xFE, 0, 0, 0, 0,
        ];

        var file = MatFile.Read("x.mat", [.. new byte[124], 1, 0, (byte)'M', (byte)'I', .. variable]);

        Assert.Equal([258.0, -2.0], file.Array("a").As<double>());
    }

    [Fact]
    public void A_packed_file_cut_at_any_place_is_refused_or_has_fewer_variables()
    {
        var whole = Bytes.Golden("packed.mat");

        for (var length = 1; length < whole.Length; length++)
            if (Record.Exception(() => Assert.True(MatFile.Read("x.mat", whole[..length]).Names.Count < 12)) is { } error)
                Assert.IsType<DatasetException>(error);
    }

    [ErrorCases]
    internal static IEnumerable<(string, Action)> Errors() =>
    [
        ("MAT of version 4", () => MatFile.Read("Golden/version4.mat", Bytes.Golden("version4.mat"))),
        ("MAT of version 7.3", () => MatFile.Read("x.mat", [.. "MATLAB 7.3 MAT-file"u8, .. new byte[200]])),
        ("MAT that is another file", () => MatFile.Read("x.mat", new byte[200])),
        ("MAT cut short", () => MatFile.Read("x.mat", Bytes.Golden("plain.mat")[..300])),
        ("MAT cut short while packed", () => MatFile.Read("x.mat", Bytes.Golden("packed.mat")[..300])),
        ("MAT with a flipped bit", () => MatFile.Read("x.mat", Bytes.With(Bytes.Golden("packed.mat"), (150, 0xFF)))),
        ("MAT with data that is no variable", () => MatFile.Read("x.mat", Bytes.With(Bytes.Golden("plain.mat"), (128, 9)))),
        ("MAT with packed data that is no variable", () => MatFile.Read("x.mat", Packed([9, 0, 0, 0, 0, 0, 0, 0]))),
        ("MAT with more packed bytes than promised", () => MatFile.Read("x.mat", Packed([14, 0, 0, 0, 0, 0, 0, 0, 1]))),
        ("MAT that promises more than there is", () => MatFile.Read("x.mat", Packed([14, 0, 0, 0, 0, 0, 0, 0x70, 1]))),
        ("MAT with a packed element too long", () => MatFile.Read("x.mat", Bytes.With(Bytes.Golden("plain.mat"), (170, 9)))),
        ("MAT with dimensions of another type", () => MatFile.Read("x.mat", Bytes.With(Bytes.Golden("plain.mat"), (152, 9)))),
        ("MAT with negative dimensions", () => MatFile.Read("x.mat", Bytes.With(Bytes.Golden("plain.mat"), (163, 0xFF)))),
        ("MAT with numbers missing", () => MatFile.Read("x.mat", Bytes.With(Bytes.Golden("plain.mat"), (160, 3)))),
        ("MAT with more cells than there are", () => MatFile.Read("x.mat", Cell(1000000))),
        ("MAT with a cell that is no array", () => MatFile.Read("x.mat", Cell(1))),
        ("MAT variable that is not there", () => Golden().Array("weights")),
        ("MAT variable that is text", () => Golden().Array("text")),
        ("MAT variable that is a structure", () => Golden().Array("record")),
        ("MAT variable that is sparse", () => Golden().Array("sparse")),
        ("MAT variable that is complex", () => Golden().Array("imaginary")),
        ("MAT cells of another type", () => Golden().Texts("cells")),
        ("MAT variable that is no cell array", () => Golden().Cells("m")),
    ];

    /// <summary>A file of one compressed element.</summary>
    internal static byte[] Packed(byte[] element)
    {
        var packed = new MemoryStream();
        using (var zlib = new System.IO.Compression.ZLibStream(packed, System.IO.Compression.CompressionLevel.Fastest))
            zlib.Write(element);
        var bytes = packed.ToArray();
        return [.. Bytes.Golden("plain.mat")[..128], 15, 0, 0, 0, (byte)bytes.Length, 0, 0, 0, .. bytes];
    }

    /// <summary>A file of one cell array (count, 1) whose only cell is a number that stands there bare.</summary>
    private static byte[] Cell(int count)
    {
        byte[] body =
        [
            14, 0, 0, 0, 56, 0, 0, 0,
            6, 0, 0, 0, 8, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0,
            5, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0,
            1, 0, 1, 0, (byte)'c', 0, 0, 0,
            9, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        ];
        BinaryPrimitives.WriteInt32LittleEndian(body.AsSpan(32), count);
        return [.. Bytes.Golden("plain.mat")[..128], .. body];
    }

    private static MatFile Golden() => MatFile.Read("Golden/plain.mat", Bytes.Golden("plain.mat"));
}
