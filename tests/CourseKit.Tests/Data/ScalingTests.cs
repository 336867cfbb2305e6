using CourseKit.Data;

namespace CourseKit.Tests.Data;

public class ScalingTests
{
    private static readonly ImageDataset Every =
        new(new DatasetInfo("Every byte", ["a"]), new ImageShape(16, 16), Enumerable.Range(0, 256).Select(i => (byte)i).ToArray(), [0]);

    [Fact]
    public void Each_operation_is_rounded_to_float_as_torch_does()
    {
        var scaled = Every.ToFloats(Scaling.Standard(0.1307, 0.3081));

        for (var value = 0; value < 256; value++)
        {
            var unit = value / 255f;
            var centred = unit - 0.1307f;
            Assert.Equal(centred / 0.3081f, scaled[0, value]);
        }
    }

    [Fact]
    public void Unit_values_are_divided_by_the_largest_value_of_the_set()
    {
        Assert.Equal(128 / 255.0, Every.ToDoubles(Scaling.Unit)[0, 128]);
        Assert.Equal(0.3125f, Digits.Load().ToFloats(Scaling.Unit)[0, 2]);
        Assert.Equal(5, Digits.Load().ToFloats(Scaling.Raw)[0, 2]);
    }

    [Fact]
    public void A_batch_has_the_rows_that_were_asked_for()
    {
        var digits = Digits.Load();
        var batch = new double[3 * 64];

        digits.CopyBatch([1796, 0, 1796], Scaling.Raw, batch);

        for (var i = 0; i < 64; i++)
            Assert.Equal((digits.X[1796, i], digits.X[0, i], digits.X[1796, i]), (batch[i], batch[64 + i], batch[128 + i]));
    }

    // sklearn: load_digits().data / 16 has mean 0.30526 and standard deviation 0.37605.
    [Fact]
    public void Mean_and_deviation_are_those_of_all_pixels()
    {
        var (mean, std) = Digits.Load().MeanAndStd();

        Assert.Equal(0.30526, mean, 5);
        Assert.Equal(0.37605, std, 5);
    }

    [ErrorCases]
    internal static IEnumerable<(string, Action)> Errors() =>
    [
        ("Scaling by nothing", () => Scaling.Standard(0.5, 0)),
        ("Batch without room", () => Every.CopyBatch<float>([0], Scaling.Raw, new float[10])),
    ];
}
