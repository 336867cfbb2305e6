using System.Text.RegularExpressions;

namespace CourseKit.Data.Files;

/// <summary>Numbers as CSV files hold them, and what is wrong with those that are none.</summary>
internal static partial class CsvNumber
{
    private static readonly string[] MissingValues = ["na", "n/a", "nan", "null", "none", "?", "-"];

    /// <summary>A finite number in the invariant culture.</summary>
    public static bool TryParse(string text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);

    /// <summary>Why a text is no number and what to write instead; completes "received …, ".</summary>
    public static string Explain(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length == 0 || MissingValues.Contains(trimmed.ToLowerInvariant()))
            return "a missing value. Fill it in or remove the line.";
        var latin = Latin(trimmed);
        if (latin != trimmed && TryParse(latin, out _))
            return $"{NameOfDigits(trimmed)}. Write {latin}.";
        if (DecimalComma().IsMatch(latin))
            return $"a decimal comma. Write {latin.Replace(',', '.')}.";
        if (Thousands().IsMatch(latin))
            return $"separators of thousands. Write {string.Concat(latin.Split(',', '\''))}.";
        return "no finite number. Write it like 3.14 or 2.5e-3, without a unit.";
    }

    /// <summary>Persian and Arabic digits, decimal signs and the typographic minus as ASCII.</summary>
    private static string Latin(string text) => string.Create(text.Length, text, static (latin, text) =>
    {
        for (var i = 0; i < text.Length; i++)
            latin[i] = text[i] switch
            {
                >= '\u06F0' and <= '\u06F9' => (char)('0' + (text[i] - '\u06F0')),
                >= '\u0660' and <= '\u0669' => (char)('0' + (text[i] - '\u0660')),
                '\u066B' => '.',
                '\u066C' => ',',
                '\u2212' => '-',
                _ => text[i],
            };
    });

    private static string NameOfDigits(string text) =>
        text.Any(c => c is >= '\u06F0' and <= '\u06F9') ? "Persian digits"
        : text.Any(c => c is >= '\u0660' and <= '\u0669') ? "Arabic-Indic digits"
        : "a sign that is not ASCII";

    [GeneratedRegex(@"^[+-]?[0-9]+,[0-9]+([eE][+-]?[0-9]+)?$")]
    private static partial Regex DecimalComma();

    [GeneratedRegex(@"^[+-]?[0-9]{1,3}([,'][0-9]{3})+(\.[0-9]+)?$")]
    private static partial Regex Thousands();
}
