using System.Buffers.Binary;
using System.Text;
using System.Text.RegularExpressions;

namespace CourseKit.Data.Files;

/// <summary>NPY, NumPy's file of one array.</summary>
/// <remarks>
/// Reads versions 1.0 to 3.0, both byte orders, C and Fortran order; writes version 1.0 in C order, byte for byte as <c>numpy.save</c>
/// does on a little-endian machine. Pickled objects are never read: they could run code. Format: NumPy's <c>numpy.lib.format</c>.
/// </remarks>
public static partial class Npy
{
    private const int MaxRank = 32;
    private const int Alignment = 64;

    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>Reads a file.</summary>
    /// <returns>The array row by row, also where the file holds it in Fortran order.</returns>
    /// <exception cref="DatasetException">The file is missing, cut short, damaged, not NPY, or holds no plain numbers.</exception>
    public static NdArray Read(string path)
    {
        using var source = FileSource.Open(path);
        return Read(source);
    }

    /// <summary>Writes a file, as <c>numpy.save(path, array)</c>.</summary>
    public static void Write(string path, NdArray array)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(array);
        using var file = File.Create(path);
        Write(file, array);
    }

    internal static NdArray Read(FileSource source)
    {
        var header = ReadHeader(source);
        var (order, code) = ReadType(source, header);
        var shape = ReadShape(source, header);
        var fortran = FortranOrder().Match(header);
        if (!fortran.Success)
            throw new DatasetException($"{source.Name}: the header must say 'fortran_order': True or False; it is {Quote(header)}.");
        var values = Elements.Read(source, code, NdArray.CountOf(shape), bigEndian: order == '>')
            ?? throw new DatasetException($"{source.Name}: numbers or bool are required; the header's type is {Quote(header)}. " +
                "Save the array in Python with .astype(float) or .astype(int).");
        source.End();
        return new NdArray(fortran.Groups[1].Value == "True" ? ColumnMajor.ToRows(values, shape) : values, shape);
    }

    internal static void Write(Stream stream, NdArray array)
    {
        var order = array.Code[1] != '1' ? '<' : '|';
        var header = $"{{'descr': '{order}{array.Code}', 'fortran_order': False, 'shape': {NdArray.ShapeText([.. array.Shape])}, }}";
        var prefix = Magic.Length + 4;
        var padded = (prefix + header.Length + 1 + Alignment - 1) / Alignment * Alignment - prefix;
        stream.Write(Magic);
        stream.Write([1, 0, (byte)padded, (byte)(padded >> 8)]);
        stream.Write(Encoding.ASCII.GetBytes(header.PadRight(padded - 1) + '\n'));
        Elements.Write(stream, array.Values, bigEndian: false);
    }

    private static string ReadHeader(FileSource source)
    {
        Span<byte> prefix = stackalloc byte[8];
        source.Read(prefix, "the first eight bytes");
        if (!prefix.StartsWith(Magic) || prefix[6] is < 1 or > 3)
            throw new DatasetException($"{source.Name}: NPY begins with 93 4E 55 4D 50 59 and a version from 1 to 3; " +
                $"this file begins with {Convert.ToHexString(prefix)}. It is another kind of file, or damaged.");
        Span<byte> length = stackalloc byte[4];
        length.Clear();
        source.Read(prefix[6] == 1 ? length[..2] : length, "the length of the header");
        var header = source.NewArray<byte>(BinaryPrimitives.ReadUInt32LittleEndian(length), "header");
        source.Read(header, "the header");
        return Encoding.UTF8.GetString(header);
    }

    private static (char Order, string Code) ReadType(FileSource source, string header)
    {
        var type = Descr().Match(header);
        if (!type.Success)
            throw new DatasetException(
                $"{source.Name}: the header must name one plain type such as 'descr': '<f8'; it is {Quote(header)}. " +
                "Arrays of objects and of records are not read: save each of their columns by itself.");
        return (type.Groups[1].Value is [var order] ? order : '<', type.Groups[2].Value);
    }

    private static int[] ReadShape(FileSource source, string header)
    {
        var shape = Shape().Match(header);
        var lengths = shape.Groups[1].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var axes = new int[lengths.Length];
        var valid = shape.Success && axes.Length <= MaxRank;
        for (var axis = 0; axis < axes.Length; axis++)
            valid &= int.TryParse(lengths[axis], NumberStyles.None, CultureInfo.InvariantCulture, out axes[axis]);
        return valid ? axes : throw new DatasetException(
            $"{source.Name}: the header must give a shape of at most {MaxRank} axes such as 'shape': (3, 4); it is {Quote(header)}.");
    }

    /// <summary>A header as it may stand in a message: one line, not too long, printable.</summary>
    private static string Quote(string header)
    {
        var line = new string([.. header.Trim().Select(c => char.IsControl(c) ? '?' : c)]);
        return line.Length <= 120 ? line : $"{line[..120]}…";
    }

    [GeneratedRegex("""['"]descr['"]\s*:\s*['"]([<>|=]?)([a-zA-Z]\d*)['"]""")]
    private static partial Regex Descr();

    [GeneratedRegex("""['"]fortran_order['"]\s*:\s*(True|False)""")]
    private static partial Regex FortranOrder();

    [GeneratedRegex("""['"]shape['"]\s*:\s*\(([\d\s,]*)\)""")]
    private static partial Regex Shape();
}
