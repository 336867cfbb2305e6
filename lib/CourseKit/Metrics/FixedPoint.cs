using System.Numerics;

namespace CourseKit.Metrics;

/// <summary>Decimal text of a number's exact value, ties to even, as C's and Python's <c>%.2f</c> write it.</summary>
/// <remarks>.NET's own "F2" rounds ties away from zero: it writes 0.125 as 0.13 where Python writes 0.12.</remarks>
internal static class FixedPoint
{
    /// <param name="value">A finite number, not negative.</param>
    /// <param name="digits">Digits after the point, not negative; 0 leaves out the point.</param>
    public static string Format(double value, int digits)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)(bits >> 52);
        var fraction = bits & ((1L << 52) - 1);
        // value = mantissa / 2^shift, subnormal numbers without the hidden bit
        BigInteger mantissa = exponent == 0 ? fraction : fraction | (1L << 52);
        var shift = 1075 - Math.Max(exponent, 1);

        var scaled = mantissa * BigInteger.Pow(10, digits);
        var rounded = shift > 0 ? DivideToEven(scaled, BigInteger.One << shift) : scaled << -shift;

        var text = rounded.ToString(CultureInfo.InvariantCulture).PadLeft(digits + 1, '0');
        return digits == 0 ? text : text.Insert(text.Length - digits, ".");
    }

    private static BigInteger DivideToEven(BigInteger numerator, BigInteger denominator)
    {
        var quotient = BigInteger.DivRem(numerator, denominator, out var remainder);
        var half = (2 * remainder).CompareTo(denominator);
        return half > 0 || (half == 0 && !quotient.IsEven) ? quotient + 1 : quotient;
    }
}
