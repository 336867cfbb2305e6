using System.IO.Compression;
using System.Xml.Linq;
using CourseKit.Plotting;

namespace CourseKit.Tests.Plotting;

public class ImageGridTests
{
    private static readonly byte[,] Slope = { { 0, 85 }, { 170, 255 } };

    [Fact]
    public void Pixels_come_back_from_the_png_with_ink_dark()
    {
        var image = Cells(new ImageGrid().Draw([Slope])).Single();
        var png = Convert.FromBase64String(image.Attribute("href")!.Value["data:image/png;base64,".Length..]);

        Assert.Equal<byte>([255, 170, 85, 0], PixelsOf(png));
    }

    [Fact]
    public void Check_values_of_the_chunks_are_those_of_the_standard()
    {
        var png = Png.Grey([0], width: 1);

        // The IEND chunk is empty, so its check value is the same in every PNG file: AE 42 60 82.
        Assert.Equal<byte>([0xAE, 0x42, 0x60, 0x82], png[^4..]);
    }

    [Fact]
    public void Pictures_stand_in_rows_with_captions_and_the_marked_ones_framed()
    {
        var grid = new ImageGrid { Columns = 2, Title = "Wrong <ones>" }.Draw([Slope, Slope, Slope], index => $"{index} & {index}", index => index == 2);
        var svg = XElement.Parse(grid.Markup);

        Assert.Equal(["Wrong <ones>", "0 & 0", "1 & 1", "2 & 2"], svg.Elements().Where(e => e.Name.LocalName == "text").Select(e => e.Value));
        Assert.Equal(2, Cells(grid).Select(cell => cell.Attribute("y")!.Value).Distinct().Count());
        Assert.Single(svg.Elements(), e => e.Name.LocalName == "rect" && e.Attribute("stroke-width")?.Value == "3");
        Assert.Equal("Wrong <ones> (3 pictures)", grid.Description);
    }

    [ErrorCases]
    internal static IEnumerable<(string, Action)> Errors() =>
    [
        ("ImageGrid without pictures", () => new ImageGrid().Draw([])),
        ("ImageGrid with no columns", () => new ImageGrid { Columns = 0 }.Draw([Slope])),
    ];

    private static IEnumerable<XElement> Cells(CourseKit.Display.Svg svg) =>
        XElement.Parse(svg.Markup).Elements().Where(element => element.Name.LocalName == "image");

    private static byte[] PixelsOf(byte[] png)
    {
        var start = png.AsSpan().IndexOf("IDAT"u8) + 4;
        using var zlib = new ZLibStream(new MemoryStream(png, start, png.Length - start), CompressionMode.Decompress);
        var rows = new MemoryStream();
        zlib.CopyTo(rows);
        return [.. rows.ToArray().Chunk(3).SelectMany(row => row[1..])];
    }
}
