using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CourseKit.Notebooks.Documents;

/// <summary>Escapes <c>\uXXXX</c> in JSON text, where .NET's reader is stricter and its writer more timid than Jupyter's.</summary>
internal static partial class JsonEscapes
{
    private const int Length = 6;

    /// <summary>The text with emoji and whatever else the encoder escapes as themselves; control characters stay escaped.</summary>
    public static string Unescape(string json)
    {
        StringBuilder? text = null;
        var done = 0;
        for (var at = json.IndexOf('\\'); at >= 0; at = json.IndexOf('\\', at))
        {
            if (json[at + 1] == 'u' && Code(json, at) is >= '\u00A0' and var letter)
            {
                text = (text ?? new StringBuilder(json.Length)).Append(json, done, at - done).Append(letter);
                done = at += Length;
            }
            else
                at += 2;
        }
        return text is null ? json : text.Append(json, done, json.Length - done).ToString();
    }

    /// <summary>The text with U+FFFD for every half of a surrogate pair without its other half, which no file could store.</summary>
    public static string WithoutHalves(string json) =>
        json.Contains(@"\ud", StringComparison.OrdinalIgnoreCase) ? Escape().Replace(json, KeepPairs) : json;

    private static char Code(string json, int at) =>
        (char)ushort.Parse(json.AsSpan(at + 2, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static string KeepPairs(Match escape) => escape.Groups["half"].Success ? @"\uFFFD" : escape.Value;

    [GeneratedRegex(@"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?<half>u[dD][89a-fA-F][0-9a-fA-F]{2})|.)")]
    private static partial Regex Escape();
}
