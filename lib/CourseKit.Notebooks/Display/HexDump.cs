using System.Globalization;
using System.Net;
using System.Text;

namespace CourseKit.Notebooks.Display;

/// <summary>Bytes as numbers of base 16 and as letters, sixteen in a line.</summary>
internal static class HexDump
{
    private const int InLine = 16;

    /// <summary>Of more bytes than this the first are shown.</summary>
    private const int Most = 1024;

    public static string Html(byte[] bytes)
    {
        var text = new StringBuilder();
        foreach (var (index, line) in bytes.Take(Most).Chunk(InLine).Index())
            text.Append(CultureInfo.InvariantCulture, $"{index * InLine:X8}  {string.Join(' ', line.Select(value => value.ToString("X2", CultureInfo.InvariantCulture))).PadRight(3 * InLine - 1)}  ")
                .AppendJoin("", line.Select(Letter)).Append('\n');
        if (bytes.Length > Most)
            text.Append(CultureInfo.InvariantCulture, $"... ({bytes.Length - Most} more)\n");
        return $"<pre class=\"dni-binary\">{WebUtility.HtmlEncode(text.ToString().TrimEnd('\n'))}</pre>";
    }

    private static char Letter(byte value) => value is >= 0x20 and < 0x7f ? (char)value : '.';
}
