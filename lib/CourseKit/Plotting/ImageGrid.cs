using System.Net;
using System.Text;
using CourseKit.Display;

namespace CourseKit.Plotting;

/// <summary>Small grey pictures side by side, each with a line of text below it.</summary>
public sealed record ImageGrid
{
    private const int Gap = 10;
    private const int CaptionHeight = 16;
    private const int TitleHeight = 26;

    /// <summary>Pictures in a row. Range ≥ 1, default 10.</summary>
    public int Columns { get; init; } = 10;

    /// <summary>Width of a picture on the screen, in pixels. Range ≥ 8, default 56.</summary>
    public int CellSize { get; init; } = 56;

    /// <summary>The line above the pictures.</summary>
    public string? Title { get; init; }

    /// <summary>Draws the pictures.</summary>
    /// <param name="images">Each (rows, columns), 0 paper … 255 ink; ink is drawn dark.</param>
    /// <param name="caption">Text below the picture with this index, or null for none.</param>
    /// <param name="marked">Which pictures stand out (a frame and bold text): the wrong ones.</param>
    /// <returns>One picture: sharp pixels, readable on light and dark pages, and printed in grey.</returns>
    /// <exception cref="ArgumentException">There is no picture, or <see cref="Columns"/> or <see cref="CellSize"/> is too small.</exception>
    public Svg Draw(IReadOnlyList<byte[,]> images, Func<int, string>? caption = null, Func<int, bool>? marked = null)
    {
        ArgumentNullException.ThrowIfNull(images);
        if (images.Count == 0)
            throw new ArgumentException("ImageGrid.Draw: at least one picture is required; none was given.");
        if (Columns < 1 || CellSize < 8)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"ImageGrid.Draw: Columns ≥ 1 and CellSize ≥ 8 are required; received {Columns} and {CellSize}."));

        var top = Title is null ? Gap : TitleHeight;
        var pitch = (X: CellSize + Gap, Y: CellSize + Gap + (caption is null ? 0 : CaptionHeight));
        var (width, height) = (Math.Min(Columns, images.Count) * pitch.X + Gap, (images.Count - 1) / Columns * pitch.Y + pitch.Y + top);
        if (Title is not null)
            width = Math.Max(width, 2 * Gap + 8 * Title.Length);

        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" ");
        svg.Append(CultureInfo.InvariantCulture, $"viewBox=\"0 0 {width} {height}\" font-family=\"sans-serif\" font-size=\"12\" fill=\"currentColor\">");
        if (Title is not null)
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Gap}\" y=\"17\" font-weight=\"bold\">{WebUtility.HtmlEncode(Title)}</text>");
        for (var index = 0; index < images.Count; index++)
            DrawCell(svg, images[index], index % Columns * pitch.X + Gap, index / Columns * pitch.Y + top, caption?.Invoke(index), marked?.Invoke(index) ?? false);
        svg.Append("</svg>");
        return new Svg(svg.ToString(), Describe(images.Count));
    }

    private void DrawCell(StringBuilder svg, byte[,] image, int x, int y, string? caption, bool marked)
    {
        var (rows, columns) = (image.GetLength(0), image.GetLength(1));
        var pixels = new byte[image.Length];
        Buffer.BlockCopy(image, 0, pixels, 0, pixels.Length);
        for (var i = 0; i < pixels.Length; i++)
            pixels[i] = (byte)(255 - pixels[i]);
        var data = Convert.ToBase64String(Png.Grey(pixels, columns));
        var height = Math.Max(1, CellSize * rows / columns);
        svg.Append(CultureInfo.InvariantCulture, $"<image x=\"{x}\" y=\"{y}\" width=\"{CellSize}\" height=\"{height}\" preserveAspectRatio=\"none\" ");
        svg.Append(CultureInfo.InvariantCulture, $"style=\"image-rendering:pixelated\" href=\"data:image/png;base64,{data}\"/>");
        svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x}\" y=\"{y}\" width=\"{CellSize}\" height=\"{height}\" fill=\"none\" ");
        svg.Append(marked ? "stroke=\"#c2410c\" stroke-width=\"3\"/>" : "stroke=\"currentColor\" stroke-opacity=\"0.25\"/>");
        if (caption is not null)
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x + CellSize / 2}\" y=\"{y + height + 13}\" text-anchor=\"middle\"{(marked ? " font-weight=\"bold\"" : "")}>{WebUtility.HtmlEncode(caption)}</text>");
    }

    private string Describe(int count) =>
        string.Create(CultureInfo.InvariantCulture, $"{Title ?? "Pictures"} ({count} {(count == 1 ? "picture" : "pictures")})");
}
