using System.Net;
using System.Text;

namespace CourseKit.Autograd;

/// <summary>A tensor as HTML: vectors and matrices as a table with their indices, everything else as text.</summary>
internal static class TensorHtml
{
    private const string Cell = "style=\"text-align:right;padding:1px 8px\"";

    public static string Of(Tensor tensor) => tensor.Rank is 1 or 2
        ? $"<div><div><code>{TensorText.Kind(tensor)}</code></div>{Table(tensor)}</div>"
        : $"<pre>{WebUtility.HtmlEncode(tensor.ToText())}</pre>";

    private static string Table(Tensor tensor)
    {
        var html = new StringBuilder("<table style=\"border-collapse:collapse;font-variant-numeric:tabular-nums\"><tr>");
        var columns = tensor.Shape[^1];
        if (tensor.Rank == 2)
            html.Append("<td></td>");
        foreach (var column in TensorText.Shown(columns))
            html.Append(CultureInfo.InvariantCulture, $"<th {Cell}>{Index(column)}</th>");
        html.Append("</tr>");
        foreach (var row in TensorText.Shown(tensor.Rank == 2 ? tensor.Shape[0] : 1))
        {
            html.Append("<tr>");
            if (tensor.Rank == 2)
                html.Append(CultureInfo.InvariantCulture, $"<th {Cell}>{Index(row)}</th>");
            foreach (var column in TensorText.Shown(columns))
                html.Append(CultureInfo.InvariantCulture, $"<td {Cell}>{Value(row, column)}</td>");
            html.Append("</tr>");
        }
        return html.Append("</table>").ToString();

        string Value(int? row, int? column) =>
            row is { } i && column is { } j ? TensorText.Number(tensor.ValueAt((i * columns) + j)) : "…";
    }

    private static string Index(int? index) => index?.ToString(CultureInfo.InvariantCulture) ?? "…";
}
