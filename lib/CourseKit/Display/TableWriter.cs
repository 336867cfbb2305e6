using System.Net;
using System.Text;

namespace CourseKit.Display;

/// <summary>Writes a <see cref="Table"/> as HTML, text and CSV.</summary>
internal static class TableWriter
{
    public static string Html(Table table)
    {
        var html = new StringBuilder("<table>");
        if (table.Title is not null)
            html.Append("<caption>").Append(WebUtility.HtmlEncode(table.Title)).Append("</caption>");
        html.Append("<thead><tr>");
        for (var column = 0; column < table.Columns.Count; column++)
            Cell("th", table.IsNumeric(column), table.Columns[column]);
        html.Append("</tr></thead><tbody>");
        for (var row = 0; row < table.Rows.Count; row++)
        {
            html.Append("<tr>");
            for (var column = 0; column < table.Columns.Count; column++)
                Cell("td", table.IsNumeric(column), table.TextOf(row, column));
            html.Append("</tr>");
        }
        return html.Append("</tbody></table>").ToString();

        void Cell(string tag, bool right, string text) =>
            html.Append('<').Append(tag).Append(right ? " style=\"text-align:right\"" : " style=\"text-align:left\"").Append('>')
                .Append(WebUtility.HtmlEncode(text)).Append("</").Append(tag).Append('>');
    }

    public static string Text(Table table)
    {
        var cells = Enumerable.Range(0, table.Rows.Count)
            .Select(row => Enumerable.Range(0, table.Columns.Count).Select(column => OneLine(table.TextOf(row, column))).ToArray())
            .Prepend([.. table.Columns.Select(OneLine)])
            .ToArray();
        var widths = Enumerable.Range(0, table.Columns.Count).Select(column => cells.Max(row => row[column].Length)).ToArray();
        var lines = cells.Select(row => string.Join("  ", row.Select(Align)).TrimEnd()).ToList();
        lines.Insert(1, string.Join("  ", widths.Select(width => new string('─', width))));
        if (table.Title is not null)
            lines.Insert(0, table.Title);
        return string.Join('\n', lines);

        string Align(string text, int column) => table.IsNumeric(column) ? text.PadLeft(widths[column]) : text.PadRight(widths[column]);
    }

    public static string Csv(Table table)
    {
        var csv = new StringBuilder();
        csv.AppendJoin(',', table.Columns.Select(Quote)).Append('\n');
        for (var row = 0; row < table.Rows.Count; row++)
            csv.AppendJoin(',', Enumerable.Range(0, table.Columns.Count).Select(column => Quote(table.TextOf(row, column)))).Append('\n');
        return csv.ToString();
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    private static string Quote(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
