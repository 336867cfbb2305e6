using System.Globalization;
using System.Text.RegularExpressions;

namespace CourseKit.Notebooks.Approval;

/// <summary>Compares a line with the approved one: words to the letter, numbers within a tolerance.</summary>
internal static partial class TextComparison
{
    /// <summary>What is a nought in one run may be the rest of a rounding in another.</summary>
    private const double Nought = 1e-9;

    /// <summary>What is wrong in a few words; null if the lines agree.</summary>
    public static string? Refute(string approved, string received, double tolerance)
    {
        if (approved == received)
            return null;
        Match[] was = [.. Number().Matches(approved).OfType<Match>()], now = [.. Number().Matches(received).OfType<Match>()];
        if (Words(approved) != Words(received) || was.Length != now.Length)
            return "the text differs";
        var scale = Scale(approved, was);
        return was.Zip(now).Select(pair => Refute(pair.First.Value, pair.Second.Value, tolerance, scale)).OfType<string>().FirstOrDefault();
    }

    private static string? Refute(string approved, string received, double tolerance, double scale)
    {
        var (was, now) = (Value(approved), Value(received));
        var off = Math.Abs(was - now);
        // Infinities and the like that agree in their text have been taken for equal already.
        if (approved == received || off <= Allowed(approved, received, was, now, tolerance, scale))
            return null;
        var largest = Math.Max(Math.Abs(was), Math.Abs(now));
        return string.Create(CultureInfo.InvariantCulture,
            $"{approved} is approved; received {received}, off by {off:G3}, or {Tolerance.Percent(Math.Round(off / largest, 4))} ({Tolerance.Percent(tolerance)} is allowed)");
    }

    private static double Allowed(string approved, string received, double was, double now, double tolerance, double scale) => tolerance == 0
        ? 0
        : Math.Max(Nought, Math.Max(tolerance * Math.Max(scale, Math.Max(Math.Abs(was), Math.Abs(now))), 1.000001 * Math.Max(LastPlace(approved), LastPlace(received))));

    /// <summary>One in the last decimal: 0.89 → 0.01; 0 for a whole number, which is a count.</summary>
    private static double LastPlace(string number)
    {
        var mantissa = number.Split('e', 'E');
        var point = mantissa[0].IndexOf('.', StringComparison.Ordinal);
        var exponent = mantissa.Length > 1 ? int.Parse(mantissa[1], CultureInfo.InvariantCulture) : 0;
        return point < 0 ? 0 : Math.Pow(10, exponent - (mantissa[0].Length - point - 1));
    }

    /// <summary>The numbers of a list are judged by its range, for one of them may be near nought.</summary>
    private static double Scale(string line, Match[] numbers) =>
        ListOfNumbers().IsMatch(line) && numbers.Length > 3 ? numbers.Select(number => Math.Abs(Value(number.Value))).Skip(FirstOfList(line)).Take(2).Max() : 0;

    private static int FirstOfList(string line) => Number().Count(line.AsSpan(0, ListOfNumbers().Match(line).Index)) + 1;

    private static double Value(string number) =>
        double.Parse(number.Replace('−', '-').Replace(",", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>The text between the numbers; how far columns stand apart depends on the digits in them.</summary>
    private static string Words(string line) => Blanks().Replace(Number().Replace(line, " # "), " ").Trim();

    [GeneratedRegex(@"(?<![\w.#‹])[-+−]?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)(?:[eE][-+]?\d+)?(?![\w])", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"\d+ numbers from ", RegexOptions.CultureInvariant)]
    private static partial Regex ListOfNumbers();

    [GeneratedRegex(@"[\s\-]+")]
    private static partial Regex Blanks();
}
