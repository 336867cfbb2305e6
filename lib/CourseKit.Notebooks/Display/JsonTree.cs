using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace CourseKit.Notebooks.Display;

/// <summary>JSON as a tree: objects and lists that open, with their own text as what is seen before.</summary>
internal static class JsonTree
{
    private const int LongestSummary = 300;

    public static string Html(JsonElement element)
    {
        var html = new StringBuilder();
        Write(html, element, depth: 0);
        return html.ToString();
    }

    private static void Write(StringBuilder html, JsonElement element, int depth)
    {
        if (element.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
            html.Append("<span>").Append(WebUtility.HtmlEncode(element.ValueKind == JsonValueKind.Undefined ? "" : element.GetRawText())).Append("</span>");
        else if (depth >= FormatLimits.Depth)
            html.Append("<code>").Append(Summary(element)).Append("</code>");
        else
        {
            html.Append(depth == 0 ? "<details open=\"open\" class=\"dni-treeview\">" : "<details class=\"dni-treeview\">")
                .Append("<summary><span class=\"dni-code-hint\"><code>").Append(Summary(element)).Append("</code></span></summary><div><table><thead><tr></tr></thead><tbody>");
            foreach (var (name, value) in Parts(element).Take(FormatLimits.Elements))
            {
                html.Append("<tr><td>").Append(WebUtility.HtmlEncode(name)).Append("</td><td>");
                Write(html, value, depth + 1);
                html.Append("</td></tr>");
            }
            if (Count(element) - FormatLimits.Elements is var more and > 0)
                html.Append(CultureInfo.InvariantCulture, $"<tr><td colspan=\"2\"><i>({more} more)</i></td></tr>");
            html.Append("</tbody></table></div></details>");
        }
    }

    private static string Summary(JsonElement element)
    {
        var text = element.GetRawText();
        return WebUtility.HtmlEncode(text.Length <= LongestSummary ? text : $"{text[..LongestSummary]}...");
    }

    private static int Count(JsonElement element) => element.ValueKind == JsonValueKind.Array ? element.GetArrayLength() : element.EnumerateObject().Count();

    private static IEnumerable<(string Name, JsonElement Value)> Parts(JsonElement element) => element.ValueKind == JsonValueKind.Object
        ? element.EnumerateObject().Select(member => (member.Name, member.Value))
        : element.EnumerateArray().Select((item, index) => (index.ToString(CultureInfo.InvariantCulture), item));
}
