using System.Text;

namespace CourseKit.Plotting.Drawing;

/// <summary>In which direction text runs.</summary>
internal static class Script
{
    /// <summary>
    /// Whether the first letter is of a script that runs from right to left (rule P2 of the Unicode bidirectional algorithm).
    /// </summary>
    public static bool IsRightToLeft(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsRightToLeft(rune.Value))
                return true;
            if (Rune.IsLetter(rune))
                return false;
        }
        return false;
    }

    /// <summary>
    /// A name for the middle of a sentence: one that runs from right to left must not turn its neighbours around (FSI … PDI).
    /// </summary>
    public static string Isolate(string name) => IsRightToLeft(name) ? $"\u2068{name}\u2069" : name;

    /// <summary>
    /// Hebrew, Arabic, Syriac, Thaana, N'Ko … with their presentation forms; the digits of Arabic run from left to right.
    /// </summary>
    private static bool IsRightToLeft(int c) =>
        (c is >= 0x590 and <= 0x8FF or >= 0xFB1D and <= 0xFDFF or >= 0xFE70 and <= 0xFEFF or >= 0x10800 and <= 0x10FFF
            or >= 0x1E800 and <= 0x1EFFF)
        && !(c is >= 0x660 and <= 0x66C or >= 0x6F0 and <= 0x6F9) && Rune.IsLetter(new Rune(c));
}
