using CourseKit.Data;

namespace CourseKit.Tests.Data;

/// <remarks>Worked by hand in OpenCV's fixed point; <see cref="PublishedSetTests"/> holds 1200 real images against OpenCV itself.</remarks>
public class BilinearResizeTests
{
    [Fact]
    public void The_same_size_changes_nothing()
    {
        Assert.Equal<byte>([1, 2, 3, 250, 5, 6], Resize([1, 2, 3, 250, 5, 6], 2, (2, 3)));
    }

    // Source place of result i: (i + 0.5) · 3/2 − 0.5 = 0.25, 1.75; so 0.75 · a + 0.25 · b and 0.25 · b + 0.75 · c.
    [Fact]
    public void Three_pixels_become_two_by_linear_weights()
    {
        Assert.Equal<byte>([25, 175], Resize([0, 100, 200], 1, (1, 2)));
    }

    // Exactly half in both directions: (10 + 20 + 30 + 41 + 2) / 4 = 25.75, rounded down.
    [Fact]
    public void Halving_takes_the_mean_of_each_block()
    {
        Assert.Equal<byte>([25], Resize([10, 20, 30, 41], 2, (1, 1)));
    }

    [Fact]
    public void A_single_pixel_fills_any_size()
    {
        Assert.Equal<byte>([77, 77, 77, 77, 77, 77], Resize([77], 1, (3, 2)));
    }

    private static byte[] Resize(byte[] image, int rows, (int Rows, int Columns) size)
    {
        var result = new byte[size.Rows * size.Columns];
        BilinearResize.Run(image, rows, result, size.Rows);
        return result;
    }
}
