using CourseKit.Display;

namespace CourseKit.Tests.Display;

public class NumberTextTests
{
    [Theory]
    [InlineData("0.3 0.5", new[] { 0.1 + 0.2, 0.5 })]
    [InlineData("0.9147 0.0991 0.9570", new[] { 0.91468, 0.09912, 0.957 })]
    [InlineData("189 14", new[] { 189.0, 14.0 })]
    [InlineData("0.1 0.01 0.001", new[] { 0.1, 0.01, 0.001 })]
    [InlineData("28.21 1.413e7 1.2e91", new[] { 28.21374118, 14126855.27, 1.2e91 })]
    [InlineData("2.30260 0.01129 0.00071", new[] { 2.3026, 0.0112886, 0.00070554 })]
    [InlineData("12345.68 0.50", new[] { 12345.678, 0.5 })]
    [InlineData("1234568 2345679", new[] { 1234567.8, 2345678.9 })]
    [InlineData("NaN 0.50 0.25", new[] { double.NaN, 0.5, 0.25 })]
    [InlineData("-0.5 0.0 2.0", new[] { -0.5, 0.0, 2.0 })]
    public void A_column_has_the_digits_that_it_is_worth(string expected, double[] column)
    {
        var table = new Table("x");
        Array.ForEach(column, value => table.Add(value));

        Assert.Equal(expected, string.Join(' ', table.TextOf(0)));
    }

    [Fact]
    public void A_float_means_its_shortest_text() =>
        Assert.Equal(["0.1", "0.7"], new Table("x").Add(0.1f).Add(0.7f).TextOf(0));

    [Fact]
    public void Csv_keeps_every_digit_of_a_column_without_a_format() =>
        Assert.Equal("x\n0.30000000000000004\n", new Table("x").Add(0.1 + 0.2).ToCsv());

    [Theory]
    [InlineData(0.123456, "0.1235")]
    [InlineData(1797, "1797")]
    [InlineData(123456.7, "123457")]
    [InlineData(0.00001234, "1.234e-5")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    [InlineData(0, "0")]
    public void A_number_by_itself_has_four_digits(double value, string text) => Assert.Equal(text, NumberText.Short(value));
}
