using System.Text.RegularExpressions;

namespace CourseKit.Notebooks.Approval;

/// <summary>Masks the numbers of a table's column that says by its name that it holds times: <c>dur</c>, <c>seconds</c>, <c>ms</c>.</summary>
internal static partial class VolatileColumns
{
    private const string MaskText = "‹duration›";

    public static string[] Mask(string[] lines)
    {
        var masked = (string[])lines.Clone();
        int[] columns = [];
        var width = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            var cells = Cells(lines[i]);
            if (cells.Length > 1 && Timed(cells) is { Length: > 0 } found)
                (columns, width) = (found, cells.Length);
            else if (columns.Length > 0 && cells.Length == width)
                masked[i] = Masked(lines[i], columns);
        }
        return masked;
    }

    private static string[] Cells(string line) => [.. Split(line).Select(match => match.Value.Trim())];

    private static MatchCollection Split(string line) => (line.Contains('|', StringComparison.Ordinal) ? Piped() : Spaced()).Matches(line);

    private static int[] Timed(string[] cells) =>
        cells.Any(cell => char.IsDigit(cell.FirstOrDefault())) ? [] : [.. Enumerable.Range(0, cells.Length).Where(index => Time().IsMatch(cells[index]))];

    private static string Masked(string line, int[] columns)
    {
        var cells = Split(line).ToArray();
        foreach (var index in columns.Reverse())
            if (Number().IsMatch(cells[index].Value.Trim()))
                line = line.Remove(cells[index].Index, cells[index].Length).Insert(cells[index].Index, MaskText);
        return line;
    }

    [GeneratedRegex(@"[^|]+")]
    private static partial Regex Piped();

    [GeneratedRegex(@"\S+(?: \S+)*")]
    private static partial Regex Spaced();

    [GeneratedRegex(@"^(?:(?:dur|duration|elapsed|times?|seconds?|secs?|ms|µs|milliseconds|minutes|wall)(?: .*)?|.*(?:seconds|time)|.*[ (\[,](?:s|ms|µs|sec|min)[)\]]?)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Time();

    [GeneratedRegex(@"^[-+−]?\d[\d.,]*(?:[eE][+-]?\d+)?$")]
    private static partial Regex Number();
}
