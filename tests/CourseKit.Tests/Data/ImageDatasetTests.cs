using CourseKit.Data;

namespace CourseKit.Tests.Data;

public class ImageDatasetTests
{
    private static readonly DatasetInfo Info = new("Tiles", ["dark", "bright"]);

    /// <summary>Three images of 1×2 pixels.</summary>
    private static readonly ImageDataset Tiles = new(Info, new ImageShape(1, 2, MaxValue: 4), new byte[] { 4, 0, 1, 2, 3, 4 }, [0, 1, 1]);

    [Fact]
    public void Raw_values_are_kept_and_pictures_span_the_range_of_a_screen()
    {
        Assert.Equal(new double[,] { { 4, 0 }, { 1, 2 }, { 3, 4 } }, Tiles.X);
        Assert.Equal<byte>([1, 2], Tiles.Row(1).ToArray());
        Assert.Equal(new byte[,] { { 64, 128 } }, Tiles.Image(1));
        Assert.Equal(new byte[,] { { 255, 0 } }, Tiles.Image(0));
    }

    [Fact]
    public void A_split_keeps_order_and_knows_what_it_is_a_part_of()
    {
        var (first, rest) = Tiles.SplitAt(1);

        Assert.Equal(new double[,] { { 1, 2 }, { 3, 4 } }, rest.X);
        Assert.Equal([1, 1], rest.Y);
        Assert.Equal("Tiles, 1 image of 1×2, values 0..4", first.ToString());
        Assert.Equal("Tiles, 2 images of 1×2, values 0..4", rest.ToString());
    }

    [Fact]
    public void A_stand_in_says_so_in_its_title()
    {
        var many = new ImageDataset(Info with { IsStandIn = true }, new ImageShape(1, 1), new byte[12000], new int[12000]);

        Assert.Equal("Tiles stand-in, 12 000 images", many.Title);
    }

    [Fact]
    public void Shown_in_a_notebook_it_counts_its_classes()
    {
        Assert.Equal("Tiles, 3 images\nclass   count\n──────  ─────\ndark        1\nbright      2", Tiles.ToText());
        Assert.Contains("Tiles, 3 images</caption>", Tiles.ToHtml(), StringComparison.Ordinal);
    }

    [ErrorCases]
    internal static IEnumerable<(string, Action)> Errors() =>
    [
        ("Images and labels of different number", () => _ = new ImageDataset(Info, new ImageShape(2, 2), new byte[8], [0, 1, 1])),
        ("Images of no size", () => _ = new ImageDataset(Info, new ImageShape(0, 2), ReadOnlyMemory<byte>.Empty, [0])),
        ("Label out of range", () => _ = new ImageDataset(Info, new ImageShape(1, 1), new byte[2], [1, 2])),
        ("Image that is not there", () => Tiles.Image(3)),
        ("Split that leaves nothing", () => Tiles.SplitAt(3)),
    ];
}
