using CourseKit.Numerics;

namespace CourseKit.Tests.Numerics;

public class ErrorFunctionTests
{
    /// <summary>Python 3.11, <c>math.erfc</c>.</summary>
    [Theory]
    [InlineData(double.NegativeInfinity, 2)]
    [InlineData(-7, 2.0)]
    [InlineData(-2.5, 1.999593047982555)]
    [InlineData(-1, 1.842700792949715)]
    [InlineData(-0.3, 1.3286267594591274)]
    [InlineData(0, 1.0)]
    [InlineData(0.2, 0.7772974107895215)]
    [InlineData(0.46, 0.5153446099983203)]
    [InlineData(0.6, 0.3961439091520741)]
    [InlineData(1.5, 0.033894853524689274)]
    [InlineData(3.9, 3.479224859723177e-08)]
    [InlineData(4.2, 2.8554941795921843e-09)]
    [InlineData(6, 2.1519736712498916e-17)]
    [InlineData(12, 1.3562611692059042e-64)]
    [InlineData(double.PositiveInfinity, 0)]
    [InlineData(double.NaN, double.NaN)]
    public void Complement_keeps_its_digits_in_the_tail(double x, double expected)
    {
        var actual = ErrorFunction.Complement(x);

        Assert.Equal(expected, actual, double.IsNaN(expected) ? 0 : 1e-15 * expected);
    }

    [Theory]
    [InlineData(1e-20)]
    [InlineData(-3e-9)]
    [InlineData(0.4)]
    [InlineData(-0.9)]
    public void Logarithm_and_exponential_keep_their_digits_near_zero(double x)
    {
        // ln(1 + x) = x − x²/2 + …, e^x − 1 = x + x²/2 + …; for the larger ones each undoes the other.
        if (Math.Abs(x) < 1e-8)
        {
            Assert.Equal(x - (x * x / 2), NearZero.LogP1(x), 1e-15 * Math.Abs(x));
            Assert.Equal(x + (x * x / 2), NearZero.ExpM1(x), 1e-15 * Math.Abs(x));
        }
        Assert.Equal(x, NearZero.ExpM1(NearZero.LogP1(x)), 4e-16 * Math.Abs(x));
    }

    [Fact]
    public void Ends_of_the_line_are_settled()
    {
        Assert.Equal(double.NegativeInfinity, NearZero.LogP1(-1.0));
        Assert.Equal(double.PositiveInfinity, NearZero.LogP1(double.PositiveInfinity));
        Assert.Equal(-1, NearZero.ExpM1(double.NegativeInfinity));
        Assert.Equal(double.PositiveInfinity, NearZero.ExpM1(1000.0));
    }
}
