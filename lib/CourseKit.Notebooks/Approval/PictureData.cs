using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace CourseKit.Notebooks.Approval;

/// <summary>Pictures that stand as base64 in an output, or as a <c>data:</c> address in a page or a figure.</summary>
internal static partial class PictureData
{
    /// <summary>The picture as it is compared.</summary>
    public static OutputBlock Of(string origin, string mime, string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64.ReplaceLineEndings(""), bytes, out var length)
            ? OutputBlock.Picture(origin, mime, PixelSketch.Of(bytes[..length]) ?? [Digest(bytes.AsSpan(0, length))])
            : OutputBlock.Picture(origin, mime, [Digest(base64)]);
    }

    /// <summary>The picture behind an address; null for other addresses.</summary>
    public static OutputBlock? OfAddress(string origin, string address) =>
        Address().Match(address) is { Success: true } match ? Of(origin, match.Groups["mime"].Value, match.Groups["data"].Value) : null;

    /// <summary>What stands for something that is too long to be kept, and no text.</summary>
    public static string Digest(string text) => Digest(Encoding.UTF8.GetBytes(text));

    private static string Digest(ReadOnlySpan<byte> bytes) =>
        string.Create(CultureInfo.InvariantCulture, $"{bytes.Length} bytes, sha256 {Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}");

    [GeneratedRegex(@"^data:(?<mime>image/[\w.+-]+);base64,(?<data>[\sA-Za-z0-9+/=]+)$")]
    private static partial Regex Address();
}
