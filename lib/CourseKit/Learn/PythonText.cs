using CourseKit.Metrics;

namespace CourseKit.Learn;

/// <summary>Numbers as Python's <c>%f</c> and <c>%d</c> write them, so that log lines can be compared.</summary>
internal static class PythonText
{
    /// <summary><c>%.8f</c> for 8 digits; <c>inf</c> and <c>nan</c>.</summary>
    public static string Fixed(double value, int digits) => value switch
    {
        double.NaN => "nan",
        double.PositiveInfinity => "inf",
        double.NegativeInfinity => "-inf",
        _ => (double.IsNegative(value) ? "-" : "") + FixedPoint.Format(Math.Abs(value), digits),
    };

    /// <summary><c>%d</c>.</summary>
    public static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);
}
