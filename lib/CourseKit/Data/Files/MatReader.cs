using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace CourseKit.Data.Files;

/// <summary>Takes a MATLAB 5 file apart: a header of 128 bytes, then data elements, each a type, a length and its bytes.</summary>
internal sealed class MatReader(string file)
{
    private const int HeaderLength = 128;
    private const int Compressed = 15;
    private const int Matrix = 14;

    /// <summary>Cell arrays within cell arrays: deeper ones are damage, not data.</summary>
    private const int MaxDepth = 32;

    /// <summary>Name → <see cref="NdArray"/>, <see cref="string"/>, <c>object[]</c> of these, or <see cref="MatUnread"/>.</summary>
    public Dictionary<string, object> Read(byte[] bytes)
    {
        var bigEndian = ReadHeader(bytes);
        var elements = new ByteReader(file, bytes.AsSpan(HeaderLength), bigEndian);
        var variables = new Dictionary<string, object>(StringComparer.Ordinal);
        while (elements.Remaining > 0)
        {
            var element = MatElement.Read(ref elements);
            if (element.Type is not (Compressed or Matrix))
                throw new DatasetException(Damage.In(file,
                    $"a variable (14) or a compressed one (15) is required; data of type {element.Type} found."));
            var body = element.Type == Compressed
                ? Inflate(bytes, HeaderLength + elements.Position - element.Data.Length, element.Data.Length, bigEndian)
                : element.Data;
            var (name, value) = ReadMatrix(new ByteReader(file, body, bigEndian), depth: 0);
            variables[name] = value;
        }
        return variables;
    }

    private bool ReadHeader(byte[] bytes)
    {
        if (bytes.Length >= HeaderLength && bytes.AsSpan(0, 10).SequenceEqual("MATLAB 7.3"u8))
            throw new DatasetException($"{file}: MATLAB 5 to 7 is required; the file is of version 7.3, which is HDF5. " +
                $"In MATLAB: save('{Path.GetFileName(file)}', '-v7').");
        if (bytes.Length < HeaderLength || bytes.AsSpan(124, 4) is not ([0, 1, (byte)'I', (byte)'M'] or [1, 0, (byte)'M', (byte)'I']))
            throw new DatasetException(
                $"{file}: a MATLAB 5 file has a header of 128 bytes that ends with version 1 and IM or MI; this one does not. " +
                "It is another kind of file, cut short, or of MATLAB 4: save it again with save('x.mat', '-v7').");
        return bytes[126] == 'M';
    }

    /// <summary>One zlib stream (RFC 1950) that holds one matrix element; its tag tells how long it is.</summary>
    private byte[] Inflate(byte[] bytes, int start, int count, bool bigEndian)
    {
        using var zlib = new ZLibStream(new MemoryStream(bytes, start, count), CompressionMode.Decompress);
        using var source = new FileSource(file, zlib, (long)count * FileSource.LargestRatio);
        Span<byte> tag = stackalloc byte[8];
        source.Read(tag, "the tag of a compressed variable");
        var (type, length) = bigEndian
            ? (BinaryPrimitives.ReadUInt32BigEndian(tag), BinaryPrimitives.ReadUInt32BigEndian(tag[4..]))
            : (BinaryPrimitives.ReadUInt32LittleEndian(tag), BinaryPrimitives.ReadUInt32LittleEndian(tag[4..]));
        if (type != Matrix)
            throw new DatasetException(Damage.In(file, $"a compressed variable (14) is required; data of type {type} found."));
        var body = source.NewArray<byte>(length, "a variable");
        source.Read(body, "a compressed variable");
        source.End();
        return body;
    }

    private (string Name, object Value) ReadMatrix(ByteReader body, int depth)
    {
        if (body.Remaining == 0)
            return ("", new NdArray(System.Array.Empty<double>(), 0, 0));
        var flags = MatElement.Read(ref body).FirstInteger(file, "the array flags");
        var shape = MatElement.Read(ref body).Integers(file, "the dimensions");
        var name = Encoding.UTF8.GetString(MatElement.Read(ref body).Data);
        if (shape.Length < 2 || Array.Exists(shape, length => length < 0))
            throw new DatasetException(Damage.In(file,
                $"variable \"{name}\": two or more dimensions of at least 0 are required; they are {NdArray.ShapeText(shape)}."));
        var (kind, complex) = ((MatClass)(flags & 0xFF), (flags & 0x800) != 0);
        if (complex)
            return (name, new MatUnread("a complex array; in MATLAB save real(x) and imag(x) apart"));
        return (name, kind switch
        {
            MatClass.Cell => ReadCells(ref body, name, shape, depth),
            MatClass.Char => ReadText(ref body, shape),
            >= MatClass.Double and <= MatClass.UInt64 => ReadNumbers(ref body, name, kind, shape),
            _ => new MatUnread($"of class {kind}; numeric arrays, text and cell arrays are read. In MATLAB save its parts one by one"),
        });
    }

    private object[] ReadCells(ref ByteReader body, string name, int[] shape, int depth)
    {
        const int SmallestElement = 8;
        var count = NdArray.CountOf(shape);
        if (count > (UInt128)(body.Remaining / SmallestElement) || depth == MaxDepth)
            throw new DatasetException(Damage.In(file,
                $"cell array \"{name}\" of {NdArray.ShapeText(shape)} cells at depth {depth} cannot stand in {body.Remaining} bytes."));
        var cells = new object[(int)count];
        for (var i = 0; i < cells.Length; i++)
        {
            var element = MatElement.Read(ref body);
            if (element.Type != Matrix)
                throw new DatasetException(Damage.In(file,
                    $"cell array \"{name}\": every cell is an array (14); data of type {element.Type} found."));
            cells[i] = ReadMatrix(new ByteReader(file, element.Data, body.BigEndian), depth + 1).Value;
        }
        return cells;
    }

    private static object ReadText(ref ByteReader body, int[] shape) => shape is [0 or 1, ..]
        ? MatElement.Read(ref body).Text()
        : new MatUnread($"a text of shape {NdArray.ShapeText(shape)}; one row is read. In MATLAB save cellstr(x)");

    private NdArray ReadNumbers(ref ByteReader body, string name, MatClass kind, int[] shape)
    {
        var count = NdArray.CountOf(shape);
        var element = MatElement.Read(ref body);
        if (count != (UInt128)element.Count)
            throw new DatasetException(Damage.In(file,
                $"variable \"{name}\" of {NdArray.ShapeText(shape)} requires {count} numbers; {element.Count} are there."));
        return new NdArray(element.Numbers(kind, shape), shape);
    }
}
