using CourseKit.Metrics;
using FsCheck;
using FsCheck.Fluent;

namespace CourseKit.Tests.Metrics;

public class FixedPointTests
{
    // Python: format(value, ".{digits}f")
    [Theory]
    [InlineData(0, 2, "0.00")]
    [InlineData(1, 0, "1")]
    [InlineData(0.5, 0, "0")]
    [InlineData(1.5, 0, "2")]
    [InlineData(2.5, 0, "2")]
    [InlineData(0.125, 2, "0.12")]
    [InlineData(0.375, 2, "0.38")]
    [InlineData(0.0625, 3, "0.062")]
    [InlineData(0.995, 2, "0.99")]
    [InlineData(0.285, 2, "0.28")]
    [InlineData(0.1, 20, "0.10000000000000000555")]
    [InlineData(0.99999, 4, "1.0000")]
    [InlineData(123456789.987654321, 5, "123456789.98765")]
    [InlineData(1e22, 1, "10000000000000000000000.0")]
    [InlineData(5e-324, 2, "0.00")]
    public void Ties_go_to_the_even_digit_and_all_else_to_the_nearest(double value, int digits, string expected) =>
        Assert.Equal(expected, FixedPoint.Format(value, digits));

    [Fact]
    public void What_is_read_back_is_at_most_half_a_digit_away() => Check.One(Config.QuickThrowOnFailure.WithReplay(3, 1), Prop.ForAll(
        Arb.From(Gen.Choose(0, int.MaxValue).Zip(Gen.Choose(0, 12))), pair =>
        {
            var (value, digits) = ((decimal)((double)pair.Item1 / int.MaxValue), pair.Item2);
            var read = decimal.Parse(FixedPoint.Format((double)value, digits), System.Globalization.CultureInfo.InvariantCulture);
            return Math.Abs(read - value) <= 0.5m * (decimal)Math.Pow(10, -digits) + 1e-14m;
        }));
}
