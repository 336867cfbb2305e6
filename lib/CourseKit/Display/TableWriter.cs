using System.Text;
using System.Text.RegularExpressions;

namespace CourseKit.Display;

/// <summary>Writes a <see cref="Table"/> as text, Markdown and CSV.</summary>
internal static partial class TableWriter
{
    public static string Text(Table table)
    {
        var cells = Cells(table, OneLine);
        var widths = cells.Select(column => column.Max(Columns)).ToArray();
        var lines = Enumerable.Range(0, table.Rows.Count + 1)
            .Select(row => string.Join("  ", cells.Select((column, index) => Align(column[row], index))).TrimEnd()).ToList();
        lines.Insert(1, string.Join("  ", widths.Select(width => new string('─', width))));
        if (table.Title is not null)
            lines.Insert(0, table.Title);
        return string.Join('\n', lines);

        string Align(string text, int column)
        {
            var space = new string(' ', widths[column] - Columns(text));
            return table.IsNumeric(column) ? space + text : text + space;
        }
    }

    public static string Markdown(Table table)
    {
        var cells = Cells(table, Encode);
        var lines = Enumerable.Range(0, table.Rows.Count + 1).Select(row => Line(cells.Select(column => column[row]))).ToList();
        lines.Insert(1, Line(cells.Select((_, column) => table.IsNumeric(column) ? "---:" : "---")));
        if (table.Title is not null)
            lines.InsertRange(0, [$"**{Encode(table.Title)}**", ""]);
        return string.Join('\n', lines) + "\n";

        static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";
    }

    /// <summary>
    /// What Markdown or the HTML within it would take for its own; an underscore within a word is none, and names such as <c>val_loss</c> stay as
    /// they are.
    /// </summary>
    private static string Encode(string text) => Special().Replace(OneLine(text), sign => sign.Value switch { "<" => "&lt;", "&" => "&amp;", var other => $"\\{other}" });

    [GeneratedRegex(@"[\\`*\[|~<&]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])")]
    private static partial Regex Special();

    public static string Csv(Table table)
    {
        var csv = new StringBuilder();
        csv.AppendJoin(',', table.Columns.Select(Quote)).Append('\n');
        for (var row = 0; row < table.Rows.Count; row++)
            csv.AppendJoin(',', Enumerable.Range(0, table.Columns.Count).Select(column => Quote(table.ExactText(row, column)))).Append('\n');
        return csv.ToString();
    }

    /// <summary>Column by column, the name first.</summary>
    private static string[][] Cells(Table table, Func<string, string> write) =>
        [.. table.Columns.Select((name, column) => table.TextOf(column).Prepend(name).Select(write).ToArray())];

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    /// <summary>Places on the screen: a letter outside the first plane is two chars and one place.</summary>
    private static int Columns(string text) => text.Length - text.Count(char.IsLowSurrogate);

    private static string Quote(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
