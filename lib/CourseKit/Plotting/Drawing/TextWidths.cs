using System.Text;

namespace CourseKit.Plotting.Drawing;

/// <summary>
/// How wide text is in DejaVu Sans, the widest of the fonts that the drawings name, so that none of the others is clipped.
/// </summary>
internal static class TextWidths
{
    /// <summary>The fonts in which drawings are shown: the measured one, its metric relative on other systems, and narrower ones.</summary>
    public const string FontStack = "'DejaVu Sans',Verdana,'Segoe UI',Tahoma,Arial,sans-serif";

    private static readonly (Dictionary<int, int> Regular, Dictionary<int, int> Bold) Table = Read();

    /// <summary>Width in pixels of one line.</summary>
    /// <param name="text">The text; joined letters are counted as if they stood alone, which is at least as wide.</param>
    /// <param name="size">Height of the font in pixels.</param>
    /// <param name="bold">Whether it is bold.</param>
    public static double Of(string text, double size = TextSize.Normal, bool bold = false)
    {
        var widths = bold ? Table.Bold : Table.Regular;
        var sum = 0;
        foreach (var rune in text.EnumerateRunes())
            sum += widths.TryGetValue(rune.Value, out var width) ? width : Unknown(rune);
        return sum * size / 1000;
    }

    /// <summary>Characters that the font lacks come from another: nothing for what combines, a square for the rest (Han, emoji).</summary>
    private static int Unknown(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.Control => 0,
        _ => 1000,
    };

    private static (Dictionary<int, int> Regular, Dictionary<int, int> Bold) Read()
    {
        using var stream = typeof(TextWidths).Assembly.GetManifestResourceStream("font-widths.txt")!;
        using var reader = new StreamReader(stream);
        var (regular, bold) = (new Dictionary<int, int>(), new Dictionary<int, int>());
        var table = regular;
        while (reader.ReadLine() is { } line)
        {
            if (line is "bold")
                table = bold;
            else if (char.IsAsciiHexDigitUpper(line[0]))
                ReadRun(line.Split(' '), table);
        }
        return (regular, bold);
    }

    private static void ReadRun(string[] run, Dictionary<int, int> table)
    {
        var first = int.Parse(run[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        for (var i = 1; i < run.Length; i++)
            if (int.TryParse(run[i], NumberStyles.None, CultureInfo.InvariantCulture, out var width))
                table[first + i - 1] = width;
    }
}
