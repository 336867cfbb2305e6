using System.Net;
using System.Text;

namespace CourseKit.Display;

/// <summary>A cell with a sentence about it, which HTML writes small below it: in a column of its own it would take the width of all others.</summary>
internal sealed record NotedCell(string Text, string Note)
{
    public override string ToString() => Text;
}

/// <summary>Writes a <see cref="Table"/> as HTML.</summary>
internal sealed class TableHtml
{
    /// <summary>Below this many rows there is nothing to sort.</summary>
    private const int FewestSorted = 3;

    private const string Button = "<button type=\"button\" style=\"all:unset;cursor:pointer;outline:revert\">";

    /// <summary>
    /// One handler on the table, as an attribute: unlike a script element it works however the HTML comes onto the page, it needs no name
    /// that a second table could take away, and where it is taken out nothing is missing. Numbers go before text, empty cells last.
    /// </summary>
    private const string Sort = """
        var b=event.target.closest('th button');if(b){var h=b.parentNode,i=h.cellIndex,d=h.ariaSort=='ascending'?-1:1,
        k=function(r){var c=r.cells[i];return c.getAttribute('data-v')||c.textContent},
        f=function(x,y){return x==''?1:y==''?-1:isNaN(x)||isNaN(y)?d*((isNaN(x)?1:0)-(isNaN(y)?1:0)||x.localeCompare(y,'en',{numeric:true})):d*(x-y)};
        [].slice.call(this.tBodies[0].rows).map(function(r){return[k(r),r]}).sort(function(x,y){return f(x[0],y[0])})
        .forEach(function(p){p[1].parentNode.appendChild(p[1])});
        this.querySelectorAll('thead th').forEach(function(t){t.ariaSort='none';t.querySelector('span').textContent=''});
        h.ariaSort=d>0?'ascending':'descending';b.querySelector('span').textContent=d>0?' ▲':' ▼'}
        """;

    private readonly Table _table;
    private readonly StringBuilder _html = new();
    private readonly bool _sorts;

    private TableHtml(Table table) => (_table, _sorts) = (table, table.Sortable && table.Rows.Count >= FewestSorted);

    public static string Of(Table table)
    {
        var writer = new TableHtml(table);
        writer.Write();
        return writer._html.ToString();
    }

    private void Write()
    {
        _html.Append("<table class=\"coursekit-table\"");
        if (_sorts)
            _html.Append(" onclick=\"").Append(WebUtility.HtmlEncode(Sort.ReplaceLineEndings(""))).Append('"');
        _html.Append('>');
        if (_table.Title is not null)
            _html.Append("<caption style=\"text-align:left\">").Append(WebUtility.HtmlEncode(_table.Title)).Append("</caption>");
        _html.Append("<thead><tr>");
        for (var column = 0; column < _table.Columns.Count; column++)
            WriteName(column);
        _html.Append("</tr></thead><tbody>");
        var cells = Enumerable.Range(0, _table.Columns.Count).Select(_table.TextOf).ToArray();
        for (var row = 0; row < _table.Rows.Count; row++)
        {
            _html.Append("<tr>");
            for (var column = 0; column < cells.Length; column++)
                WriteCell(row, column, cells[column][row]);
            _html.Append("</tr>");
        }
        _html.Append("</tbody></table>");
    }

    private void WriteName(int column)
    {
        _html.Append("<th scope=\"col\"").Append(_sorts ? " aria-sort=\"none\"" : "").Append(Style(column)).Append('>');
        var name = WebUtility.HtmlEncode(_table.Columns[column]);
        _html.Append(_sorts ? $"{Button}{name}<span aria-hidden=\"true\"></span></button>" : name).Append("</th>");
    }

    private void WriteCell(int row, int column, string text)
    {
        _html.Append("<td").Append(Style(column));
        if (_sorts && _table.IsNumeric(column) && _table.Rows[row][column] is IFormattable value
            && value.ToString(null, CultureInfo.InvariantCulture) is var exact && exact != text)
            _html.Append(" data-v=\"").Append(WebUtility.HtmlEncode(exact)).Append('"');
        _html.Append('>').Append(WebUtility.HtmlEncode(text));
        if (_table.Rows[row][column] is NotedCell { Note.Length: > 0 } noted)
            _html.Append("<small class=\"coursekit-note\" style=\"display:block\">").Append(WebUtility.HtmlEncode(noted.Note)).Append("</small>");
        _html.Append("</td>");
    }

    private string Style(int column) => _table.IsNumeric(column) ? " style=\"text-align:right\"" : " style=\"text-align:left\"";
}
