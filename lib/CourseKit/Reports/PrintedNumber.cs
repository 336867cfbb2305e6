using System.Text.RegularExpressions;
using CourseKit.Display;

namespace CourseKit.Reports;

/// <summary>A number as it is printed, and so how exactly it is known: <c>0.91</c>, <c>97.40 %</c>, <c>1.2e91</c>, <c>about 90 %</c>.</summary>
/// <param name="Value">The number; a percentage is a share.</param>
/// <param name="Decimals">Digits after the point.</param>
/// <param name="HalfUnit">Half of what the last printed digit is worth.</param>
/// <param name="IsPercent">Whether a percent sign follows.</param>
internal readonly partial record struct PrintedNumber(double Value, int Decimals, double HalfUnit, bool IsPercent)
{
    /// <summary>From here on a number is written with an exponent.</summary>
    private const double Largest = 1e16;

    /// <summary>Reads the first number of a text; of a text without one nothing is known: NaN.</summary>
    public static PrintedNumber Of(string text)
    {
        var match = Pattern().Match(text);
        if (!match.Success)
            return new PrintedNumber(double.NaN, 0, 0, false);
        var (mantissa, exponent) = (match.Groups["mantissa"].Value.Replace(" ", "", StringComparison.Ordinal), match.Groups["exponent"].Value);
        var decimals = mantissa.IndexOf('.', StringComparison.Ordinal) is var point and >= 0 ? mantissa.Length - point - 1 : 0;
        var isPercent = match.Groups["percent"].Success;
        var power = (exponent.Length > 0 ? int.Parse(exponent, CultureInfo.InvariantCulture) : 0) - (isPercent ? 2 : 0);
        return new PrintedNumber(Parse($"{mantissa}e{power.ToString(CultureInfo.InvariantCulture)}"), decimals, 0.5 * Math.Pow(10, power - decimals), isPercent);
    }

    /// <summary>A computed number written as this one is, with two digits more.</summary>
    public string Write(double ours)
    {
        var (shown, sign) = IsPercent ? (100 * ours, " %") : (ours, "");
        return double.IsNaN(Value) || !double.IsFinite(ours) || Math.Abs(shown) >= Largest
            ? NumberText.Short(shown, 5) + sign
            : shown.ToString("0." + new string('#', Decimals + 2), CultureInfo.InvariantCulture) + sign;
    }

    /// <summary>By how much a computed number is off, in the unit of this one, with its sign.</summary>
    public string WriteDifference(double difference)
    {
        var shown = IsPercent ? 100 * difference : difference;
        return (shown > 0 ? "+" : "") + NumberText.Short(shown, 2) + (IsPercent ? " %" : "");
    }

    private static double Parse(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<mantissa>\d+( \d{3})*(\.\d+)?)(e(?<exponent>\d+))?(?<percent> %)?")]
    private static partial Regex Pattern();
}
