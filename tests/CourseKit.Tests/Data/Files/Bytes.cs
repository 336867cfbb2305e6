using System.IO.Compression;
using System.Text;
using CourseKit.Data.Files;

namespace CourseKit.Tests.Data.Files;

/// <summary>Files as bytes: those beside the tests, and packed ones.</summary>
internal static class Bytes
{
    public static string GoldenPath(string name) => Repository.PathOf("tests", "CourseKit.Tests", "Data", "Files", "Golden", name);

    public static byte[] Golden(string name) => File.ReadAllBytes(GoldenPath(name));

    public static byte[] Gzip(byte[] plain)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(plain);
        return packed.ToArray();
    }

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public static FileSource Source(string name, byte[] bytes) => FileSource.Open(name, new MemoryStream(bytes));

    /// <summary>The bytes with some of them changed: <c>With(bytes, (3, 7))</c> puts 7 at place 3.</summary>
    public static byte[] With(byte[] bytes, params (int Place, byte Value)[] changes)
    {
        byte[] changed = [.. bytes];
        foreach (var (place, value) in changes)
            changed[place] = value;
        return changed;
    }
}
