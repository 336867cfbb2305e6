using System.IO.Compression;
using System.Xml.Linq;
using CourseKit.Plotting;

namespace CourseKit.Tests.Plotting;

public class PngTests
{
    private static readonly byte[,] Slope = { { 0, 85 }, { 170, 255 } };

    [Fact]
    public void Ink_comes_back_from_the_picture_dark_on_paper_between_gaps_that_are_clear()
    {
        var svg = XElement.Parse(Charts.ImageGrid([Slope, Slope]).ToSvg());
        var source = svg.Descendants().Single(element => element.Name.LocalName == "image").Attribute("href")!.Value;

        var (width, height) = Png.SizeOf(source);
        var pixels = PixelsOf(Convert.FromBase64String(source["data:image/png;base64,".Length..]), 4 * width);

        Assert.Equal(4 * width * height, pixels.Length);
        var seen = pixels.Chunk(4).Where(pixel => pixel[3] == 255).Select(pixel => pixel[0]).ToArray();
        Assert.Equal<byte>([255, 170, 255, 170, 85, 0, 85, 0], seen);
        Assert.Contains(pixels.Chunk(4), pixel => pixel[3] == 0);
    }

    [Fact]
    public void Check_values_of_the_chunks_are_those_of_the_standard()
    {
        var png = Png.Rgb([0, 0, 0], width: 1);

        // The IEND chunk is empty, so its check value is the same in every PNG file: AE 42 60 82.
        Assert.Equal<byte>([0xAE, 0x42, 0x60, 0x82], png[^4..]);
    }

    [Fact]
    public void What_is_no_png_has_no_size() => Assert.Equal((0, 0), Png.SizeOf("data:image/jpeg;base64,AAAA"));

    private static byte[] PixelsOf(byte[] png, int stride)
    {
        var start = png.AsSpan().IndexOf("IDAT"u8) + 4;
        using var zlib = new ZLibStream(new MemoryStream(png, start, png.Length - start), CompressionMode.Decompress);
        var rows = new MemoryStream();
        zlib.CopyTo(rows);
        return [.. rows.ToArray().Chunk(stride + 1).SelectMany(row => row[1..])];
    }
}
