using System.Collections;
using System.Globalization;
using System.Net;
using System.Reflection;
using System.Text;
using CourseKit.Notebooks.Documents;

namespace CourseKit.Notebooks.Display;

/// <summary>
/// Values of libraries whose rich display came as an extension of .NET Interactive, and so is lost without it: known by name and shape
/// alone, never by a reference.
/// </summary>
internal static class ForeignObjects
{
    private const string Chart = "Plotly.NET.GenericChart";
    private const string DataFrame = "Microsoft.Data.Analysis.DataFrame";
    private const int MostRows = 20;

    /// <summary>Whether values of the type are among them.</summary>
    public static bool Knows(Type type) => Named(type, Chart) is not null || Named(type, DataFrame) is not null;

    /// <summary>How such a value is shown; null for all others.</summary>
    public static MimeBundle? Bundle(object value) =>
        Named(value.GetType(), Chart) is { } chart ? FigureOf(value, chart)
        : Named(value.GetType(), DataFrame) is not null ? TableOf(value)
        : null;

    /// <summary>The type itself, or the base of it, that has this name or is nested in one that has it.</summary>
    private static Type? Named(Type type, string name)
    {
        for (var candidate = type; candidate is not null; candidate = candidate.BaseType)
            if (candidate.FullName == name || candidate.FullName == $"{name}+{name[(name.LastIndexOf('.') + 1)..]}")
                return candidate;
        return null;
    }

    /// <summary>
    /// F# keeps functions on a type in a module beside it, called like the type or with Module behind it; in older versions the type is
    /// nested in that module.
    /// </summary>
    private static MimeBundle? FigureOf(object chart, Type type)
    {
        Type?[] modules = [type.DeclaringType, type.Assembly.GetType(Chart + "Module"), type];
        var write = modules.OfType<Type>().Select(module => module.GetMethod("toFigureJson", BindingFlags.Public | BindingFlags.Static, [type]))
            .FirstOrDefault(method => method is not null && method.ReturnType == typeof(string));
        if (write is null)
            return null;
        var json = (string?)Call.Of(() => write.Invoke(null, [chart]), type, "toFigureJson") ?? "{}";
        return MimeBundle.Of(("application/vnd.plotly.v1+json", json), ("text/plain", "[chart of Plotly.NET]"));
    }

    /// <summary>A frame is columns that have a name and can be enumerated.</summary>
    private static MimeBundle? TableOf(object frame)
    {
        if (frame.GetType().GetProperty("Columns")?.GetValue(frame) is not IEnumerable columns)
            return null;
        var named = columns.Cast<object>().Select(column => (Name: column.GetType().GetProperty("Name")?.GetValue(column) as string, Values: column as IEnumerable)).ToArray();
        if (Array.Exists(named, column => column.Name is null || column.Values is null))
            return null;
        var cells = named.Select(column => column.Values!.Cast<object?>().Take(MostRows + 1).Select(Text).ToArray()).ToArray();
        var rows = Math.Min(MostRows, cells.Select(column => column.Length).DefaultIfEmpty(0).Max());
        var more = cells.Any(column => column.Length > MostRows)
            ? string.Create(CultureInfo.InvariantCulture, $"the first {MostRows}{(CountOf(frame) is { } count ? $" of {count}" : "")} rows")
            : string.Create(CultureInfo.InvariantCulture, $"{rows} {(rows == 1 ? "row" : "rows")}");
        var names = named.Select(column => column.Name!).ToArray();
        return MimeBundle.Of(("text/html", Html(names, cells, rows, $"DataFrame, {more}")), ("text/plain", Plain(names, cells, rows, $"DataFrame, {more}")));
    }

    private static long? CountOf(object frame) =>
        frame.GetType().GetProperty("Rows")?.GetValue(frame) is { } rows && rows.GetType().GetProperty("Count")?.GetValue(rows) is IConvertible count
            ? count.ToInt64(CultureInfo.InvariantCulture)
            : null;

    private static string Html(string[] names, string[][] cells, int rows, string caption)
    {
        var html = new StringBuilder($"<table><caption>{caption}</caption><thead><tr>");
        foreach (var name in names)
            html.Append("<th scope=\"col\">").Append(WebUtility.HtmlEncode(name)).Append("</th>");
        html.Append("</tr></thead><tbody>");
        for (var row = 0; row < rows; row++)
        {
            html.Append("<tr>");
            foreach (var column in cells)
                html.Append("<td>").Append(WebUtility.HtmlEncode(column.ElementAtOrDefault(row) ?? "")).Append("</td>");
            html.Append("</tr>");
        }
        return html.Append("</tbody></table>").ToString();
    }

    private static string Plain(string[] names, string[][] cells, int rows, string caption)
    {
        var widths = names.Select((name, column) => cells[column].Append(name).Max(text => text.Length)).ToArray();
        var lines = Enumerable.Range(0, rows).Select(row => Line(cells.Select(column => column.ElementAtOrDefault(row) ?? "")));
        return string.Join('\n', [caption, Line(names), .. lines]);

        string Line(IEnumerable<string> texts) => string.Join("  ", texts.Select((text, column) => text.PadRight(widths[column]))).TrimEnd();
    }

    private static string Text(object? value) =>
        ((value as IFormattable)?.ToString(null, CultureInfo.InvariantCulture) ?? value?.ToString() ?? "").ReplaceLineEndings(" ");
}
