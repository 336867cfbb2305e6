namespace CourseKit.Display;

/// <summary>How many digits a number is worth on the screen.</summary>
internal static class NumberText
{
    /// <summary>Significant digits of a measured number.</summary>
    private const int Significant = 4;

    /// <summary>Digits beyond which a double holds only the noise of its own arithmetic: 0.30000000000000004.</summary>
    private const int Trusted = 12;

    private const int MostDecimals = 6;

    /// <summary>From here on numbers are written with an exponent, and below its inverse too.</summary>
    private const double Large = 1e7;

    private const double Small = 1e-4;

    /// <summary>One number by itself: <c>0.1235</c>, <c>12.3</c>, <c>1.2e91</c>; whole numbers whole.</summary>
    public static string Short(double value, int significant = Significant)
    {
        if (!double.IsFinite(value) || value == 0)
            return value.ToString(CultureInfo.InvariantCulture);
        var size = Math.Abs(value);
        if (size >= Large || size < Small)
            return value.ToString("0." + new string('#', significant - 1) + "e0", CultureInfo.InvariantCulture);
        var decimals = Math.Max(0, significant - 1 - Exponent(size));
        return value.ToString("0." + new string('#', decimals), CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// The numbers of one column: the same decimals for all, as many as the largest is worth, and more where the smallest would vanish.
    /// Numbers that were meant to be short (rates of 0.1, 0.01, 0.001) stay as they are; a column that spans many sizes has exponents.
    /// </summary>
    /// <returns>Writes a number of the column.</returns>
    public static Func<double, string> ForColumn(IEnumerable<double> column)
    {
        var sizes = column.Where(value => double.IsFinite(value) && value != 0).Select(Math.Abs).ToArray();
        if (sizes.Length == 0)
            return value => value.ToString(CultureInfo.InvariantCulture);
        var (smallest, largest) = (sizes.Min(), sizes.Max());
        if (largest >= Large || smallest < Small * 1e-3)
            return value => Short(value);
        var exact = sizes.Max(Decimals);
        if (exact == 0)
            return Fixed(0);
        if (sizes.All(size => SignificantIn(size) <= 2) && largest / smallest >= 100)
            return value => Short(value);
        var wanted = Math.Max(Significant - 1 - Exponent(largest), 1 - Exponent(smallest));
        return wanted <= MostDecimals ? Fixed(Math.Clamp(wanted, 0, exact)) : value => Short(value);
    }

    private static Func<double, string> Fixed(int decimals)
    {
        var format = string.Create(CultureInfo.InvariantCulture, $"F{decimals}");
        return value => value.ToString(format, CultureInfo.InvariantCulture);
    }

    private static int Exponent(double size) => (int)Math.Floor(Math.Log10(size));

    /// <summary>Decimals of the shortest text that means the number, noise aside.</summary>
    private static int Decimals(double size)
    {
        var (mantissa, exponent) = Scientific(size);
        return Math.Max(0, mantissa.Length - 1 - exponent);
    }

    private static int SignificantIn(double size) => Scientific(size).Mantissa.Length;

    /// <summary>Digits without trailing zeros, and the power of ten of the first.</summary>
    private static (string Mantissa, int Exponent) Scientific(double size)
    {
        var text = size.ToString("0." + new string('#', Trusted - 1) + "e0", CultureInfo.InvariantCulture);
        var e = text.IndexOf('e', StringComparison.Ordinal);
        return (text[..e].Replace(".", "", StringComparison.Ordinal), int.Parse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
    }
}
