using CourseKit.Notebooks.Approval;

namespace CourseKit.Notebooks.Tests.Approval;

/// <summary>Words to the letter, numbers within a tolerance.</summary>
public class TextComparisonTests
{
    [Theory]
    [InlineData("loss = 0.31415", "loss = 0.31416", 0.001)]
    [InlineData("0.89", "0.90", 0.001)]
    [InlineData("x = 10.00", "x =  9.99", 0.001)]
    [InlineData("-3e-17", "2e-18", 0.001)]
    [InlineData("1,234.5 of 2,000", "1,234.9 of 2,000", 0.001)]
    [InlineData("[1,2.50,3]", "[1,2.51,3]", 0.01)]
    [InlineData("|  -0.5 |", "| -0.50 |", 0)]
    [InlineData("y: 240 numbers from 0 to 100, mean 3, deviation 1: 0.2 5", "y: 240 numbers from 0 to 100, mean 3, deviation 1: 0.25 5", 0.001)]
    [InlineData("NaN ∞", "NaN ∞", 0)]
    public void Lines_agree(string approved, string received, double tolerance) => Assert.Null(TextComparison.Refute(approved, received, tolerance));

    [Theory]
    [InlineData("Accuracy: 0.9531", "Accuracy: 0.9412", 0.001, "0.9531 is approved; received 0.9412, off by 0.0119, or 1.25 % (0.1 % is allowed)")]
    [InlineData("3 mistakes", "4 mistakes", 0.001, "3 is approved; received 4, off by 1, or 25 % (0.1 % is allowed)")]
    [InlineData("0.89", "0.90", 0, "0.89 is approved; received 0.90, off by 0.01, or 1.11 % (0 % is allowed)")]
    [InlineData("a 1 b 2", "a 1 b 3", 0.1, "2 is approved; received 3, off by 1, or 33.33 % (10 % is allowed)")]
    [InlineData("loss 1", "cost 1", 1, "the text differs")]
    [InlineData("1 2", "1 2 3", 1, "the text differs")]
    [InlineData("NaN", "0.5", 1, "the text differs")]
    [InlineData("relu1", "relu2", 1, "the text differs")]
    public void Lines_differ_and_the_number_is_named(string approved, string received, double tolerance, string what) =>
        Assert.Equal(what, TextComparison.Refute(approved, received, tolerance));

    [Theory]
    [InlineData("1%", 0.01)]
    [InlineData("0.5 %", 0.005)]
    [InlineData("0.02", 0.02)]
    [InlineData("0", 0)]
    public void A_tolerance_is_a_part_or_of_a_hundred(string text, double part)
    {
        Assert.True(Tolerance.TryParse(text, out var read));
        Assert.Equal(part, read, 12);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-1%")]
    [InlineData("200%")]
    [InlineData("1e-3")]
    [InlineData("much")]
    public void Anything_else_is_no_tolerance(string text) => Assert.False(Tolerance.TryParse(text, out _));

    [Fact]
    public void Many_numbers_are_summed_up_and_a_few_are_as_they_are()
    {
        Assert.Equal("1 0.5 NaN", NumberList.Of([1, 0.5, double.NaN]));
        Assert.Equal("15 numbers from 0 to 14, mean 7, deviation 4.32049: 0 2 4 6 8 10 12 14", NumberList.Of([.. Enumerable.Range(0, 15).Select(i => (double)i)]));
    }
}
