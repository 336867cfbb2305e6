using System.Globalization;
using System.Text.RegularExpressions;

namespace CourseKit.Notebooks.Approval;

/// <summary>How far outputs may be from the approved ones.</summary>
/// <param name="Numbers">
/// Of numbers, as a part of the larger of the two; a number with decimals may also be off by one in its last place, for a tiny difference may round the other
/// way. 0 allows nothing.
/// </param>
/// <param name="Pictures">Of pictures: the mean distance of brightness and colour, or of the coordinates of a drawing, as a part of its range.</param>
public sealed partial record Tolerance(double Numbers, double Pictures)
{
    /// <summary>0.1 % for numbers and 2 % for pictures.</summary>
    public static Tolerance Default { get; } = new(0.001, 0.02);

    /// <summary>Reads <c>1%</c>, <c>0.5 %</c> or <c>0.01</c>.</summary>
    /// <param name="text">A part from 0 to 1, or of a hundred.</param>
    /// <param name="part">The part, from 0 to 1.</param>
    public static bool TryParse(string text, out double part)
    {
        part = 0;
        if (text is null || Form().Match(text.Trim()) is not { Success: true } match)
            return false;
        part = double.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) / (match.Groups["percent"].Success ? 100 : 1);
        return part is >= 0 and <= 1;
    }

    /// <summary>A part as people read it: <c>0.1 %</c>.</summary>
    internal static string Percent(double part) => string.Create(CultureInfo.InvariantCulture, $"{part * 100:0.####} %");

    /// <summary>As it stands in a file of approved outputs.</summary>
    public override string ToString() => $"numbers within {Percent(Numbers)}, pictures within {Percent(Pictures)}";

    /// <summary>Reads what <see cref="ToString"/> writes; null if it is something else.</summary>
    internal static Tolerance? Parse(string line) =>
        Line().Match(line) is { Success: true } match && TryParse(match.Groups["numbers"].Value, out var numbers) && TryParse(match.Groups["pictures"].Value, out var pictures)
            ? new Tolerance(numbers, pictures)
            : null;

    [GeneratedRegex(@"^(?<number>\d+(\.\d+)?|\.\d+)\s*(?<percent>%)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();

    [GeneratedRegex("^numbers within (?<numbers>.*), pictures within (?<pictures>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Line();
}
