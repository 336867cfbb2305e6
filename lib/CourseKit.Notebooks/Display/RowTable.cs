using System.Collections;
using System.Net;
using System.Text;
using CourseKit.Notebooks.Documents;

namespace CourseKit.Notebooks.Display;

/// <summary>A sequence of objects as a table with a column for each member.</summary>
internal static class RowTable
{
    public static MimeBundle Bundle(IEnumerable rows)
    {
        var all = rows.Cast<object?>().ToList();
        return MimeBundle.Of(("text/html", Html(all)), ("text/csv", CsvText.Of(all)!));
    }

    private static string Html(List<object?> rows)
    {
        var html = new StringBuilder("<table><thead><tr>");
        if (rows.Count > 0)
            html.AppendJoin("", CsvText.Columns(rows[0]).Select(column => $"<th><span>{WebUtility.HtmlEncode(column.Name)}</span></th>"));
        html.Append("</tr></thead><tbody>");
        foreach (var row in rows)
            html.Append("<tr>").AppendJoin("", CsvText.Columns(row).Select(column => $"<td>{Cell(column.Value)}</td>")).Append("</tr>");
        return html.Append("</tbody></table>").ToString();
    }

    private static string Cell(object? value) => value is string text ? WebUtility.HtmlEncode(text) : ValueFormatter.Html(value);
}
