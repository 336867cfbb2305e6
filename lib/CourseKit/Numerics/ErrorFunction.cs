namespace CourseKit.Numerics;

/// <summary>erfc and the normal distribution made of it, within some units in the last place of a <c>double</c>.</summary>
/// <remarks>W. J. Cody, Rational Chebyshev Approximations for the Error Function, Mathematics of Computation 23 (1969), 631–637.</remarks>
internal static class ErrorFunction
{
    private static ReadOnlySpan<double> SmallAbove =>
        [1.85777706184603153e-1, 3.16112374387056560, 1.13864154151050156e2, 3.77485237685302021e2, 3.20937758913846947e3];

    private static ReadOnlySpan<double> SmallBelow =>
        [1, 2.36012909523441209e1, 2.44024637934444173e2, 1.28261652607737228e3, 2.84423683343917062e3];

    private static ReadOnlySpan<double> MiddleAbove =>
    [
        2.15311535474403846e-8, 5.64188496988670089e-1, 8.88314979438837594, 6.61191906371416295e1, 2.98635138197400131e2,
        8.81952221241769090e2, 1.71204761263407058e3, 2.05107837782607147e3, 1.23033935479799725e3,
    ];

    private static ReadOnlySpan<double> MiddleBelow =>
    [
        1, 1.57449261107098347e1, 1.17693950891312499e2, 5.37181101862009858e2, 1.62138957456669019e3,
        3.29079923573345963e3, 4.36261909014324716e3, 3.43936767414372164e3, 1.23033935480374942e3,
    ];

    private static ReadOnlySpan<double> LargeAbove =>
    [
        1.63153871373020978e-2, 3.05326634961232344e-1, 3.60344899949804439e-1,
        1.25781726111229246e-1, 1.60837851487422766e-2, 6.58749161529837803e-4,
    ];

    private static ReadOnlySpan<double> LargeBelow =>
        [1, 2.56852019228982242, 1.87295284992346725, 5.27905102951428412e-1, 6.05183413124413191e-2, 2.33520497626869185e-3];

    /// <summary>Φ(x), the part of a standard normal distribution that lies below x.</summary>
    public static double Normal(double x) => 0.5 * Complement(-x / Math.Sqrt(2));

    /// <summary>erfc(x) = 1 − erf(x) = 2/√π · ∫ from x to ∞ of e^(−t²) dt.</summary>
    public static double Complement(double x)
    {
        var size = Math.Abs(x);
        if (size <= 0.46875)
            return 1 - (x * Ratio(SmallAbove, SmallBelow, x * x));
        var tail = size <= 4
            ? Ratio(MiddleAbove, MiddleBelow, size)
            : ((1 / Math.Sqrt(Math.PI)) - (Ratio(LargeAbove, LargeBelow, 1 / (size * size)) / (size * size))) / size;
        tail = double.IsPositiveInfinity(size) ? 0 : tail * MinusSquared(size);
        return x < 0 ? 2 - tail : tail;
    }

    // e^(−x²), with x² as an exact square and a small rest: the exponential would magnify the rounding of x².
    private static double MinusSquared(double x)
    {
        var coarse = Math.Truncate(x * 16) / 16;
        return Math.Exp(-coarse * coarse) * Math.Exp(-(x - coarse) * (x + coarse));
    }

    // Highest power first.
    private static double Ratio(ReadOnlySpan<double> above, ReadOnlySpan<double> below, double x)
    {
        double numerator = 0, denominator = 0;
        for (var i = 0; i < above.Length; i++)
        {
            numerator = (numerator * x) + above[i];
            denominator = (denominator * x) + below[i];
        }
        return numerator / denominator;
    }
}
