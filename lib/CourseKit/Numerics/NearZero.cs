using System.Numerics;

namespace CourseKit.Numerics;

/// <summary>
/// ln(1 + x) and e^x − 1 that keep their digits near zero, which <c>double.LogP1</c> and <c>double.ExpM1</c> do not.
/// </summary>
/// <remarks>W. Kahan's correction: what 1 + x loses in rounding, x / ((1 + x) − 1) makes up for.</remarks>
internal static class NearZero
{
    /// <summary>ln(1 + x) for x ≥ −1.</summary>
    public static T LogP1<T>(T x)
        where T : IFloatingPointIeee754<T>
    {
        var rounded = T.One + x;
        return rounded == T.One || T.IsPositiveInfinity(rounded) ? x : T.Log(rounded) * (x / (rounded - T.One));
    }

    /// <summary>e^x − 1.</summary>
    public static T ExpM1<T>(T x)
        where T : IFloatingPointIeee754<T>
    {
        var power = T.Exp(x);
        if (power == T.One)
            return x;
        var rounded = power - T.One;
        return T.Abs(x) > T.One ? rounded : rounded * (x / T.Log(power));
    }
}
