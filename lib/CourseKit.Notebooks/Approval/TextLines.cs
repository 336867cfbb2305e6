using System.Globalization;
using System.Text.RegularExpressions;

namespace CourseKit.Notebooks.Approval;

/// <summary>Text as lines that may be compared from run to run: as a terminal would show it, without what changes by itself, and not without end.</summary>
internal static partial class TextLines
{
    /// <summary>Of a longer text the beginning and the end are kept.</summary>
    private const int Most = 300;

    private const int LongestLine = 2000;

    public static IReadOnlyList<string> Of(string text)
    {
        string[] lines = [.. text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n').Select(LastState).Select(VolatileText.Mask).Select(line => Cut(line.TrimEnd())).Where(line => line.Length > 0)];
        lines = VolatileColumns.Mask(lines);
        return lines.Length <= Most
            ? lines
            : [.. lines[..(Most / 2)], string.Create(CultureInfo.InvariantCulture, $"… {lines.Length - Most} lines are left out here …"), .. lines[^(Most / 2)..]];
    }

    /// <summary>A progress line that is written over and over is what it was last; colours are no text.</summary>
    private static string LastState(string line)
    {
        var plain = Colour().Replace(line, "").TrimEnd('\r');
        return plain[(plain.LastIndexOf('\r') + 1)..];
    }

    private static string Cut(string line) =>
        line.Length <= LongestLine ? line : string.Create(CultureInfo.InvariantCulture, $"{line[..LongestLine]} … {line.Length - LongestLine} more characters");

    [GeneratedRegex(@"\x1b\[[0-9;]*[A-Za-z]")]
    private static partial Regex Colour();
}
