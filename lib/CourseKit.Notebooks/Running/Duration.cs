using System.Globalization;
using System.Text.RegularExpressions;

namespace CourseKit.Notebooks.Running;

/// <summary>Times as people type and read them: <c>500ms</c>, <c>90s</c>, <c>2m</c>, <c>1h</c>; a bare number is seconds.</summary>
public static partial class Duration
{
    /// <summary>Reads a time greater than zero.</summary>
    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = default;
        if (text is null || Form().Match(text.Trim()) is not { Success: true } match)
            return false;
        var number = double.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
        var seconds = number * match.Groups["unit"].Value switch { "ms" => 0.001, "m" => 60, "h" => 3600, _ => 1 };
        if (seconds is <= 0 or > 1e6)
            return false;
        duration = TimeSpan.FromSeconds(seconds);
        return true;
    }

    /// <summary>Writes a time with two or three significant digits: <c>43 ms</c>, <c>3.1 s</c>, <c>2 min 05 s</c>.</summary>
    public static string Text(TimeSpan duration) => duration.TotalSeconds switch
    {
        < 0.995 => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalMilliseconds:0} ms"),
        < 59.95 => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:0.0} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(duration.TotalMinutes):0} min {duration.Seconds:00} s"),
    };

    [GeneratedRegex(@"^(?<number>\d+(\.\d+)?)\s*(?<unit>ms|s|m|h)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
