using System.Net;
using System.Text;

namespace CourseKit.Plotting.Drawing;

/// <summary>Writes a drawing as SVG 1.1: no script, no style sheet, no ids, nothing from the network.</summary>
internal static class SvgWriter
{
    private const string PaperInk = "#1f2328";

    /// <summary>For a page: takes the colour of its text, leaves its background, and shrinks with it.</summary>
    public static string ForPage(Scene scene, string description) => Write(scene, description,
        string.Create(CultureInfo.InvariantCulture,
            $"style=\"display:block;width:100%;max-width:{scene.Width:0}px;min-width:{LeastWidth(scene):0}px;height:auto\" "), "");

    /// <summary>For a file of its own: on white paper, because nobody knows what it will stand on.</summary>
    public static string ForFile(Scene scene, string description) =>
        Write(scene, description, $"color=\"{PaperInk}\" ", "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>");

    // A narrow page shrinks a picture while its text stays legible, and no further than most pictures: what is wider scrolls, which a keyboard cannot.
    private static double LeastWidth(Scene scene) => 0.7 * Math.Min(scene.Width, 640);

    private static string Write(Scene scene, string description, string attributes, string background)
    {
        var svg = new StringBuilder();
        var size = string.Create(CultureInfo.InvariantCulture,
            $"width=\"{scene.Width:0}\" height=\"{scene.Height:0}\" viewBox=\"0 0 {scene.Width:0} {scene.Height:0}\"");
        svg.Append("<svg xmlns=\"http://www.w3.org/2000/svg\" ").Append(size).Append(' ').Append(attributes)
            .Append("role=\"img\" aria-label=\"")
            .Append(WebUtility.HtmlEncode(description)).Append("\" font-family=\"").Append(TextWidths.FontStack)
            .Append("\" font-size=\"12\" fill=\"currentColor\">").Append(background);
        foreach (var mark in scene.Marks)
            Write(svg, mark);
        return svg.Append("</svg>").ToString();
    }

    private static void Write(StringBuilder svg, Mark mark)
    {
        switch (mark)
        {
            case PathMark path:
                svg.Append("<path d=\"").Append(path.Data).Append('"');
                Write(svg, path.Ink);
                svg.Append("/>");
                break;
            case RectMark rect:
                svg.Append("<rect");
                Write(svg, rect.Box);
                Write(svg, rect.Ink);
                svg.Append("/>");
                break;
            case ImageMark image:
                svg.Append("<image");
                Write(svg, image.Box);
                svg.Append(" preserveAspectRatio=\"none\"").Append(image.Sharp ? " style=\"image-rendering:pixelated\"" : "")
                    .Append(" href=\"").Append(WebUtility.HtmlEncode(image.Source)).Append("\"/>");
                break;
            case ClipMark clip:
                WriteClip(svg, clip);
                break;
            case TextMark text:
                Write(svg, text);
                break;
        }
    }

    /// <summary>An inner svg element clips without an id, which two figures on a page might share.</summary>
    private static void WriteClip(StringBuilder svg, ClipMark clip)
    {
        svg.Append("<svg");
        Write(svg, clip.Box);
        svg.Append(" viewBox=\"").AppendJoin(' ', new[] { clip.Box.X, clip.Box.Y, clip.Box.Width,
            clip.Box.Height }.Select(PathText.Number)).Append("\">");
        foreach (var mark in clip.Inner)
            Write(svg, mark);
        svg.Append("</svg>");
    }

    private static void Write(StringBuilder svg, Rect box)
    {
        Attribute(svg, "x", PathText.Number(box.X));
        Attribute(svg, "y", PathText.Number(box.Y));
        Attribute(svg, "width", PathText.Number(box.Width));
        Attribute(svg, "height", PathText.Number(box.Height));
    }

    private static void Write(StringBuilder svg, Ink ink)
    {
        Attribute(svg, "fill", ink.Fill ?? "none");
        if (ink.Stroke is not null)
        {
            Attribute(svg, "stroke", ink.Stroke);
            if (ink.Width != 1)
                Attribute(svg, "stroke-width", PathText.Number(ink.Width));
            if (ink.Dash is not null)
                Attribute(svg, "stroke-dasharray", ink.Dash);
            if (ink.Round)
                svg.Append(" stroke-linecap=\"round\" stroke-linejoin=\"round\"");
        }
        if (ink.Opacity != 1)
            Attribute(svg, "opacity", ink.Opacity.ToString("0.##", CultureInfo.InvariantCulture));
    }

    private static void Write(StringBuilder svg, TextMark text)
    {
        var rightToLeft = Script.IsRightToLeft(text.Text);
        svg.Append("<text");
        Attribute(svg, "x", PathText.Number(text.X));
        // The middle of a line is a third of its height above the baseline; dominant-baseline is not read everywhere.
        Attribute(svg, "y", PathText.Number(text.Angle == 0 ? text.Y + 0.36 * text.Size : text.Y));
        if (text.Angle != 0)
        {
            Attribute(svg, "dy", PathText.Number(0.36 * text.Size));
            Attribute(svg, "transform", $"rotate({PathText.Number(text.Angle)} {PathText.Number(text.X)} {PathText.Number(text.Y)})");
        }
        if (text.Size != TextSize.Normal)
            Attribute(svg, "font-size", PathText.Number(text.Size));
        if (text.Bold)
            Attribute(svg, "font-weight", "bold");
        if (rightToLeft)
            svg.Append(" direction=\"rtl\" unicode-bidi=\"embed\"");
        var anchor = rightToLeft ? Anchor.End - (int)text.Anchor : text.Anchor;
        if (anchor != Anchor.Start)
            Attribute(svg, "text-anchor", anchor == Anchor.Middle ? "middle" : "end");
        if (text.Color is not null)
            Attribute(svg, "fill", text.Color);
        else if (text.Role is TextRole.Subtitle or TextRole.XTick or TextRole.YTick or TextRole.Scale)
            Attribute(svg, "fill-opacity", "0.8");
        svg.Append('>').Append(WebUtility.HtmlEncode(text.Text)).Append("</text>");
    }

    private static void Attribute(StringBuilder svg, string name, string value) =>
        svg.Append(' ').Append(name).Append("=\"").Append(value.Contains('"', StringComparison.Ordinal) ? WebUtility.HtmlEncode(value)
            : value).Append('"');
}
