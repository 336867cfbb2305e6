using System.Net;
using System.Text.RegularExpressions;

namespace CourseKit.Notebooks.Approval;

/// <summary>A piece of a page as people see it: its words, a line for each row of a table, and its pictures.</summary>
internal static partial class HtmlLines
{
    /// <summary>The words of a piece of HTML; the cells of a row stand in one line.</summary>
    public static string Text(string html)
    {
        var text = Unseen().Replace(html, "");
        text = Blanks().Replace(text, " ");
        text = CellEnd().Replace(text, " | ");
        text = LineEnd().Replace(text, "\n");
        text = WebUtility.HtmlDecode(Tag().Replace(text, ""));
        return string.Join('\n', text.Split('\n').Select(line => Blanks().Replace(line, " ").Trim(' ', '|')).Where(line => line.Length > 0));
    }

    /// <summary>The pictures in a piece of HTML, drawings first.</summary>
    public static IEnumerable<OutputBlock> Pictures(string origin, string html)
    {
        var drawings = Outermost(html).ToArray();
        var rest = drawings.Aggregate(Script().Replace(html, ""), (left, drawing) => left.Replace(drawing, "", StringComparison.Ordinal));
        return drawings.SelectMany(drawing => SvgLines.Of(origin, drawing))
            .Concat(Image().Matches(rest).Select(match => PictureData.OfAddress(origin, WebUtility.HtmlDecode(match.Groups["address"].Value))).OfType<OutputBlock>());
    }

    /// <summary>A drawing may hold others.</summary>
    private static IEnumerable<string> Outermost(string html)
    {
        var (depth, start) = (0, 0);
        foreach (Match tag in SvgTag().Matches(Script().Replace(html, match => new string(' ', match.Length))))
        {
            if (tag.Value.EndsWith("/>", StringComparison.Ordinal))
                continue;
            var opens = tag.Value[1] != '/';
            if (opens && depth++ == 0)
                start = tag.Index;
            else if (!opens && depth > 0 && --depth == 0)
                yield return html[start..(tag.Index + tag.Length)];
        }
    }

    [GeneratedRegex(@"<(script|style|svg|template)\b.*?</\1\s*>|<!--.*?-->", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Unseen();

    [GeneratedRegex(@"<script\b.*?</script\s*>", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Script();

    [GeneratedRegex(@"</(?:td|th|dt)\s*>", RegexOptions.IgnoreCase)]
    private static partial Regex CellEnd();

    [GeneratedRegex(@"</(?:tr|p|div|pre|li|h[1-6]|summary|details|caption|dd|table|ul|ol|figcaption|thead|tbody)\s*>|<br\s*/?>", RegexOptions.IgnoreCase)]
    private static partial Regex LineEnd();

    [GeneratedRegex(@"<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"[ \t\r\u00a0]+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"</?svg\b(?:[^>""']|""[^""]*""|'[^']*')*>", RegexOptions.IgnoreCase)]
    private static partial Regex SvgTag();

    [GeneratedRegex(@"<img\b[^>]*?\bsrc\s*=\s*[""'](?<address>data:image/[^""']*)[""']", RegexOptions.IgnoreCase)]
    private static partial Regex Image();
}
