using System.Buffers.Binary;
using System.IO.Compression;

namespace CourseKit.Data.Files;

/// <summary>IDX, the format of MNIST's files: type, rank and lengths of the axes, then the elements; big-endian, often gzipped.</summary>
/// <remarks>Format: http://yann.lecun.com/exdb/mnist/, "The IDX file format".</remarks>
public static class Idx
{
    /// <summary>IDX's own element codes with NumPy's beside them.</summary>
    private static readonly Dictionary<byte, string> Types =
        new() { [0x08] = "u1", [0x09] = "i1", [0x0B] = "i2", [0x0C] = "i4", [0x0D] = "f4", [0x0E] = "f8" };

    /// <summary>Reads a file, gzipped or plain.</summary>
    /// <exception cref="DatasetException">The file is missing, cut short, damaged, or not IDX.</exception>
    public static NdArray Read(string path)
    {
        using var source = FileSource.Open(path);
        return Read(source);
    }

    /// <summary>Reads images and their labels, the two files of which MNIST and its kin consist.</summary>
    /// <param name="images">Unsigned bytes of shape (n, rows, columns).</param>
    /// <param name="labels">Unsigned bytes of shape (n).</param>
    /// <param name="info">What the images are.</param>
    /// <exception cref="DatasetException">A file is missing or wrong, the counts differ, or a label is out of range.</exception>
    public static ImageDataset ReadImages(string images, string labels, DatasetInfo info)
    {
        using var imageSource = FileSource.Open(images);
        using var labelSource = FileSource.Open(labels);
        return ReadImages(imageSource, labelSource, info);
    }

    /// <summary>Writes a file; gzipped if its name ends with <c>.gz</c>.</summary>
    /// <exception cref="ArgumentException">IDX has no such element type: it knows byte, sbyte, short, int, float and double.</exception>
    public static void Write(string path, NdArray array) => Write(path, array, CompressionLevel.Optimal);

    internal static void Write(string path, NdArray array, CompressionLevel level)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(array);
        var type = Types.SingleOrDefault(type => type.Value == array.Code).Key;
        if (type == 0)
            throw new ArgumentException($"Idx.Write: elements of byte, sbyte, short, int, float or double are required; received {array}.");
        using var file = File.Create(path);
        if (path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
        {
            using var gzip = new GZipStream(file, level);
            Write(gzip, type, array);
        }
        else
        {
            Write(file, type, array);
        }
    }

    internal static NdArray Read(FileSource source)
    {
        Span<byte> magic = stackalloc byte[4];
        source.Read(magic, "the first four bytes");
        if (magic[0] != 0 || magic[1] != 0 || !Types.TryGetValue(magic[2], out var code))
            throw new DatasetException($"{source.Name}: IDX begins with the bytes 00 00, a type (08, 09, 0B, 0C, 0D or 0E) and the rank; " +
                $"this file begins with {Convert.ToHexString(magic)}. It is another kind of file, or damaged.");
        var shape = new int[magic[3]];
        for (var axis = 0; axis < shape.Length; axis++)
            shape[axis] = ReadLength(source, axis);
        var values = Elements.Read(source, code, NdArray.CountOf(shape), bigEndian: true)!;
        source.End();
        return new NdArray(values, shape);
    }

    internal static ImageDataset ReadImages(FileSource images, FileSource labels, DatasetInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        var (pixels, y) = (Read(images), Read(labels));
        if (pixels is not { Code: "u1", Shape: [_, > 0, > 0] })
            throw new DatasetException($"{images.Name}: images are unsigned bytes of shape (n, rows, columns); this file holds {pixels}. " +
                "Are images and labels exchanged?");
        if (y is not { Code: "u1", Shape.Count: 1 })
            throw new DatasetException($"{labels.Name}: labels are unsigned bytes of shape (n,); this file holds {y}. " +
                "Are images and labels mixed up?");
        if (pixels.Shape[0] != y.Shape[0])
            throw new DatasetException(
                FormattableString.Invariant($"{images.Name} holds {pixels.Shape[0]} images and {labels.Name} {y.Shape[0]} labels; ") +
                "one label for each image is required. Take the two files of the same set.");
        var wrong = Array.FindIndex(y.As<byte>(), label => label >= info.ClassNames.Count);
        if (wrong >= 0)
            throw new DatasetException(Damage.In(labels.Name,
                $"labels from 0 to {info.ClassNames.Count - 1} are required ({info.Name}); label {wrong} is {y.As<byte>()[wrong]}."));
        return new ImageDataset(info, new ImageShape(pixels.Shape[1], pixels.Shape[2]), pixels.As<byte>(), y.ToInts());
    }

    private static int ReadLength(FileSource source, int axis)
    {
        var length = source.ReadUInt32BigEndian("the lengths of the axes");
        if (length > int.MaxValue)
            throw new DatasetException(Damage.In(source.Name, $"an axis has at most {int.MaxValue} elements; axis {axis} says {length}."));
        return (int)length;
    }

    private static void Write(Stream stream, byte type, NdArray array)
    {
        stream.Write([0, 0, type, (byte)array.Shape.Count]);
        Span<byte> number = stackalloc byte[4];
        foreach (var length in array.Shape)
        {
            BinaryPrimitives.WriteInt32BigEndian(number, length);
            stream.Write(number);
        }
        Elements.Write(stream, array.Values, bigEndian: true);
    }
}
