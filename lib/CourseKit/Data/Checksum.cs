using System.Security.Cryptography;

namespace CourseKit.Data;

/// <summary>Tells whether bytes are those that were published.</summary>
internal static class Checksum
{
    /// <summary>SHA-256 as 64 lower-case hexadecimal digits.</summary>
    public static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>SHA-256 of a stream from its beginning; the stream stands there again afterwards.</summary>
    public static string Of(Stream stream)
    {
        stream.Position = 0;
        var sum = Convert.ToHexStringLower(SHA256.HashData(stream));
        stream.Position = 0;
        return sum;
    }
}
