using System.Collections;
using System.Dynamic;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace CourseKit.Notebooks.Display;

/// <summary>Any value as HTML, with the structure and class names of .NET Interactive: trees of members, tables of elements, text.</summary>
internal sealed class HtmlText
{
    private const string Style =
        "<style>.dni-code-hint{font-style:italic;overflow:hidden;white-space:nowrap}.dni-treeview{white-space:nowrap}details.dni-treeview{padding-left:1em}" +
        ".dni-treeview td{vertical-align:top;text-align:start}.dni-plaintext pre{margin:0;text-align:start}</style>";

    private readonly StringBuilder _html = new();
    private bool _hasTree;

    private HtmlText()
    {
    }

    public static string Of(object? value)
    {
        var writer = new HtmlText();
        writer.Write(Memories.Unwrap(value), depth: 0);
        return writer._hasTree ? writer._html.Append(Style).ToString() : writer._html.ToString();
    }

    /// <summary>Text in the frame that text has everywhere.</summary>
    public static string Plain(string text) => $"<div class=\"dni-plaintext\"><pre>{WebUtility.HtmlEncode(text)}</pre></div>";

    private void Write(object? value, int depth, bool inTable = false)
    {
        if (depth >= FormatLimits.Depth || _html.Length > FormatLimits.LongestHtml)
            _html.Append(WebUtility.HtmlEncode(Summaries.Of(value)));
        else if (value is null)
            _html.Append(Plain("<null>"));
        else if (depth > 0 && ValueFormatter.OwnHtml(value) is { } own)
            _html.Append(own);
        else if (Word(value) is { } word)
            _html.Append(word);
        else if (value.GetType() == typeof(byte[]))
            _html.Append(HexDump.Html((byte[])value));
        else if (value is JsonDocument or JsonElement)
            WriteJson(value is JsonDocument json ? json.RootElement : (JsonElement)value);
        else if (value is ExpandoObject expando)
            WriteRow(expando, depth);
        else if (Sequences.Entries(value) is { } entries)
            WriteEntries(entries, ValueMembers.Count(value), depth);
        else if (value is Array { Rank: 2 } matrix)
            WriteMatrix(matrix, depth);
        else if (value is IEnumerable sequence && Sequences.IsPlain(sequence))
            WriteSequence(sequence, depth, inTable);
        else
            WriteTree(value, depth);
    }

    /// <summary>A value without parts; null for one with parts.</summary>
    private static string? Word(object value) => value switch
    {
        Type type => TypeHtml.Of(type),
        DateTime or DateTimeOffset or TimeSpan or Enum => $"<span>{WebUtility.HtmlEncode(Scalars.Text(value))}</span>",
        DBNull or Exception or System.Reflection.MemberInfo => null,
        _ => Scalars.Text(value) is { } scalar ? Plain(scalar) : null,
    };

    private void WriteJson(JsonElement json)
    {
        _hasTree = true;
        _html.Append(JsonTree.Html(json));
    }

    private void WriteTree(object value, int depth)
    {
        _hasTree = true;
        _html.Append(depth == 0 ? "<details open=\"open\" class=\"dni-treeview\">" : "<details class=\"dni-treeview\">")
            .Append("<summary><span class=\"dni-code-hint\"><code>").Append(WebUtility.HtmlEncode(Summaries.Of(value)))
            .Append("</code></span></summary><div><table><thead><tr></tr></thead><tbody>");
        foreach (var (name, member) in ValueMembers.Of(value))
        {
            _html.Append("<tr><td>").Append(WebUtility.HtmlEncode(name)).Append("</td><td>");
            Write(member, depth + 1);
            _html.Append("</td></tr>");
        }
        if (value is IEnumerable sequence)
        {
            _html.Append("<tr><td><i>(values)</i></td><td>");
            WriteSequence(sequence, depth + 1, inTable: false);
            _html.Append("</td></tr>");
        }
        _html.Append("</tbody></table></div></details>");
    }

    private void WriteSequence(IEnumerable sequence, int depth, bool inTable)
    {
        var (elements, more) = Sequences.Take(sequence);
        var scalars = Scalars.IsInline(ValueMembers.ElementType(sequence));
        if (elements.Count == 0)
            _html.Append(inTable ? "" : scalars ? Plain("[  ]") : "<i>(empty)</i>");
        else if (scalars)
            _html.Append(Plain($"[ {string.Join(", ", elements.Select(Scalars.Text))}{more} ]"));
        else
            WriteTable("index", elements.Select((element, index) => ((object?)null, (string?)index.ToString(CultureInfo.InvariantCulture), element)), more, depth);
    }

    private void WriteEntries(IEnumerable<(object? Key, object? Value)> entries, int? count, int depth)
    {
        var shown = entries.Take(FormatLimits.Elements).ToList();
        if (shown.Count == 0)
            _html.Append("<i>(empty)</i>");
        else
            WriteTable("key", shown.Select(entry => (entry.Key, (string?)null, entry.Value)), Sequences.More(count ?? shown.Count), depth);
    }

    /// <summary>A row for each element: what it is found by, its type if they differ, its value.</summary>
    private void WriteTable(string head, IEnumerable<(object? Key, string? Index, object? Value)> rows, string more, int depth)
    {
        var all = rows.ToList();
        var mixed = all.Select(row => row.Value?.GetType()).Distinct().Count() > 1;
        _html.Append("<table><thead><tr><th><i>").Append(head).Append("</i></th>").Append(mixed ? "<th><i>type</i></th>" : "").Append("<th>value</th></tr></thead><tbody>");
        foreach (var (key, index, value) in all)
        {
            _html.Append("<tr><td>").Append(index);
            if (index is null)
                Write(key, depth + 1, inTable: true);
            _html.Append("</td><td>");
            if (mixed)
                _html.Append(value is null ? Plain("<null>") : TypeHtml.Of(value.GetType())).Append("</td><td>");
            Write(value, depth + 1, inTable: true);
            _html.Append("</td></tr>");
        }
        if (more.Length > 0)
            _html.Append(CultureInfo.InvariantCulture, $"<tr><td colspan=\"{(mixed ? 3 : 2)}\"><i>{more.Replace(" ... ", "", StringComparison.Ordinal)}</i></td></tr>");
        _html.Append("</tbody></table>");
    }

    private void WriteRow(ExpandoObject value, int depth)
    {
        _html.Append("<table><thead><tr>").AppendJoin("", value.Select(entry => $"<th>{WebUtility.HtmlEncode(entry.Key)}</th>")).Append("</tr></thead><tbody><tr>");
        foreach (var (_, member) in value)
        {
            _html.Append("<td>");
            Write(member, depth + 1, inTable: true);
            _html.Append("</td>");
        }
        _html.Append("</tr></tbody></table>");
    }

    private void WriteMatrix(Array matrix, int depth)
    {
        var (rows, columns) = (matrix.GetLength(0), matrix.GetLength(1));
        var (shownRows, shownColumns) = (Math.Min(rows, FormatLimits.Elements), Math.Min(columns, FormatLimits.Elements));
        _html.Append("<table><tbody>");
        for (var row = 0; row < shownRows; row++)
        {
            _html.Append("<tr>");
            for (var column = 0; column < shownColumns; column++)
            {
                _html.Append("<td>");
                Write(matrix.GetValue(row, column), depth + 1, inTable: true);
                _html.Append("</td>");
            }
            _html.Append("</tr>");
        }
        if (rows > shownRows || columns > shownColumns)
            _html.Append(CultureInfo.InvariantCulture, $"<tr><td colspan=\"{shownColumns}\"><i>({rows} × {columns})</i></td></tr>");
        _html.Append("</tbody></table>");
    }
}
