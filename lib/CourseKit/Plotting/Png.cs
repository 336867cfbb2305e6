using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace CourseKit.Plotting;

/// <summary>Writes pictures as PNG (ISO/IEC 15948): 8 bits a channel, no filter, one IDAT chunk.</summary>
internal static class Png
{
    private const string UriStart = "data:image/png;base64,";

    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];
    private static readonly uint[] CrcTable = MakeCrcTable();

    /// <summary>Encodes a coloured picture.</summary>
    /// <param name="pixels">(height, width, 3): red, green, blue.</param>
    /// <param name="width">Pixels in a row.</param>
    public static byte[] Rgb(ReadOnlySpan<byte> pixels, int width) => Encode(pixels, width, channels: 3, colourType: 2);

    /// <summary>Encodes a coloured picture with holes.</summary>
    /// <param name="pixels">(height, width, 4): red, green, blue, then 0 transparent … 255 opaque.</param>
    /// <param name="width">Pixels in a row.</param>
    public static byte[] Rgba(ReadOnlySpan<byte> pixels, int width) => Encode(pixels, width, channels: 4, colourType: 6);

    /// <summary>The file as a data URI.</summary>
    public static string Uri(byte[] png) => UriStart + Convert.ToBase64String(png);

    /// <summary>Width and height of the picture in a data URI; (0, 0) where it is no PNG.</summary>
    public static (int Width, int Height) SizeOf(string uri)
    {
        var header = new byte[24];
        if (uri.Length < UriStart.Length + 32 || !uri.StartsWith(UriStart, StringComparison.Ordinal)
            || !Convert.TryFromBase64Chars(uri.AsSpan(UriStart.Length, 32), header, out _))
            return (0, 0);
        return (BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(20)));
    }

    private static byte[] Encode(ReadOnlySpan<byte> pixels, int width, int channels, byte colourType)
    {
        var height = pixels.Length / width / channels;
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        header[9] = colourType;

        var png = new MemoryStream();
        png.Write(Signature);
        WriteChunk(png, "IHDR", header);
        WriteChunk(png, "IDAT", Compress(pixels, width * channels));
        WriteChunk(png, "IEND", []);
        return png.ToArray();
    }

    private static byte[] Compress(ReadOnlySpan<byte> pixels, int stride)
    {
        var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
            for (var start = 0; start < pixels.Length; start += stride)
            {
                zlib.WriteByte(0);
                zlib.Write(pixels.Slice(start, stride));
            }
        return compressed.ToArray();
    }

    private static void WriteChunk(MemoryStream png, string type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        png.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(body));
        png.Write(number);
    }

    private static uint Crc(ReadOnlySpan<byte> data)
    {
        var crc = uint.MaxValue;
        foreach (var value in data)
            crc = CrcTable[(byte)(crc ^ value)] ^ (crc >> 8);
        return ~crc;
    }

    private static uint[] MakeCrcTable() => [.. Enumerable.Range(0, 256).Select(index =>
    {
        var value = (uint)index;
        for (var bit = 0; bit < 8; bit++)
            value = (value & 1) != 0 ? 0xEDB88320 ^ (value >> 1) : value >> 1;
        return value;
    })];
}
