using System.Text;
using System.Text.RegularExpressions;
using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Running;

namespace CourseKit.Notebooks.Pages;

/// <summary>A notebook's first picture.</summary>
internal static partial class Thumbnail
{
    /// <summary>The picture as an address that holds it whole (<c>data:…</c>); null if the notebook shows none.</summary>
    public static string? Of(NotebookResult result) => result.Cells.SelectMany(cell => cell.Outputs).Select(Of).FirstOrDefault(address => address is not null);

    private static string? Of(CellOutput output)
    {
        if (Picture.DataOf(output) is not { } data)
            return null;
        foreach (var mime in new[] { "image/png", "image/jpeg", "image/gif" })
            if (data.TryGetValue(mime, out var base64))
                return $"data:{mime};base64,{string.Concat(base64.Where(letter => !char.IsWhiteSpace(letter)))}";
        if (data.TryGetValue("image/svg+xml", out var svg))
            return Address(svg);
        if (!data.TryGetValue("text/html", out var html))
            return null;
        return FirstSvg(html) is { } inner ? Address(inner) : FirstImage().Match(html) is { Success: true } image ? image.Groups["address"].Value : null;
    }

    /// <summary>On its own, SVG must say that it is SVG; within HTML it need not.</summary>
    private static string Address(string svg)
    {
        const string Namespace = "xmlns=\"http://www.w3.org/2000/svg\"";
        var start = svg.IndexOf("<svg", StringComparison.Ordinal);
        if (start >= 0 && !svg.Contains(Namespace, StringComparison.Ordinal))
            svg = svg.Insert(start + "<svg".Length, $" {Namespace}");
        return $"data:image/svg+xml;base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(svg))}";
    }

    /// <summary>From the first <c>&lt;svg</c> to where it ends; one may stand inside another.</summary>
    private static string? FirstSvg(string html)
    {
        var start = html.IndexOf("<svg", StringComparison.Ordinal);
        if (start < 0)
            return null;
        var depth = 0;
        foreach (Match tag in SvgTag().Matches(html, start))
        {
            depth += tag.Value.StartsWith("</", StringComparison.Ordinal) ? -1 : 1;
            if (depth == 0)
                return html[start..(tag.Index + tag.Length)];
        }
        return null;
    }

    [GeneratedRegex(@"<svg\b|</svg\s*>")]
    private static partial Regex SvgTag();

    [GeneratedRegex("<img\\b[^>]*?\\bsrc=[\"'](?<address>data:image/[^\"']+)[\"']")]
    private static partial Regex FirstImage();
}
