using System.Text;

namespace CourseKit.Plotting.Plotly;

/// <summary>Plotly's text, in which <c>&lt;b&gt;</c>, <c>&lt;br&gt;</c> and <c>&amp;lt;</c> mean what they mean in HTML.</summary>
public static class PlotlyText
{
    /// <summary>Plain text, such as a name from data, as text that Plotly shows unchanged.</summary>
    public static string Encode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);
    }

    /// <summary>Lines of plain text, without tags and entities; bold where the line begins with <c>&lt;b&gt;</c>.</summary>
    internal static (string Text, bool Bold)[] Lines(string text)
    {
        if (text.IndexOfAny('<', '&', '\n') < 0)
            return [(text, false)];
        var lines = text.Replace("\n", "<br>", StringComparison.Ordinal).Split(["<br>", "<br/>", "<br />"], StringSplitOptions.None);
        return Array.ConvertAll(lines, line => (Plain(line), line.StartsWith("<b>", StringComparison.Ordinal)));
    }

    /// <summary>The text in one line.</summary>
    internal static string OneLine(string text) => string.Join(' ', Lines(text).Select(line => line.Text));

    private static string Plain(string line)
    {
        var plain = new StringBuilder();
        for (var i = 0; i < line.Length; i++)
        {
            var end = line[i] == '<' ? line.IndexOf('>', i) : -1;
            if (end > i + 1 && (char.IsAsciiLetter(line[i + 1]) || line[i + 1] == '/'))
                i = end;
            else
                plain.Append(line[i]);
        }
        return System.Net.WebUtility.HtmlDecode(plain.ToString());
    }
}
