namespace CourseKit.Plotting.Drawing;

/// <summary>Numbers as they are set in print: a true minus, thin spaces between thousands, powers of ten.</summary>
internal static class TypesetNumber
{
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private const char ThinSpace = '\u202F';

    /// <summary>A multiple of <paramref name="step"/> with just the decimals that tell neighbours apart.</summary>
    public static string Tick(double value, double step, double largest)
    {
        if (Math.Abs(value) < step / 1e6)
            return "0";
        if (largest >= 1e6 || step < 1e-5)
        {
            var exponent = (int)Math.Floor(Math.Log10(largest) + 1e-9);
            var unit = Math.Pow(10, exponent);
            return $"{Fixed(value / unit, step / unit)}×10{Exponent(exponent)}";
        }
        return Fixed(value, step);
    }

    /// <summary>A power of ten: plainly where it is short.</summary>
    public static string Power(int exponent) =>
        exponent is >= -3 and <= 4 ? Grouped(Math.Pow(10, exponent), Math.Max(0, -exponent)) : $"10{Exponent(exponent)}";

    /// <summary>About <paramref name="digits"/> significant digits: <c>0.0113</c>, <c>2.30</c>, <c>12 345</c>, <c>1.2×10⁹¹</c>.</summary>
    public static string Short(double value, int digits = 3)
    {
        if (!double.IsFinite(value))
            return double.IsNaN(value) ? "NaN" : value > 0 ? "∞" : "−∞";
        if (value == 0)
            return "0";
        var exponent = (int)Math.Floor(Math.Log10(Math.Abs(value)));
        if (exponent is >= 6 or < -4)
            return $"{Trim(Grouped(value / Math.Pow(10, exponent), digits - 1))}×10{Exponent(exponent)}";
        return Trim(Grouped(value, Math.Clamp(digits - 1 - exponent, 0, 8)));
    }

    /// <summary>A share of one in percent.</summary>
    public static string Percent(double share, double step = 0.001) =>
        Grouped(100 * share, Math.Clamp((int)Math.Ceiling(-Math.Log10(100 * step) - 1e-9), 0, 6)) + "%";

    private static string Fixed(double value, double step) => Grouped(value, Math.Clamp((int)Math.Ceiling(-Math.Log10(step) - 1e-9), 0,
        12));

    private static string Grouped(double value, int decimals)
    {
        var text = Math.Abs(value).ToString($"F{decimals}", CultureInfo.InvariantCulture);
        for (var end = (decimals > 0 ? text.Length - decimals - 1 : text.Length) - 3; end > (Math.Abs(value) >= 10_000 ? 0 : 1); end -= 3)
            text = text.Insert(end, ThinSpace.ToString());
        return value < 0 && text.AsSpan().IndexOfAnyInRange('1', '9') >= 0 ? $"−{text}" : text;
    }

    private static string Trim(string text) => text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;

    private static string Exponent(int exponent) =>
        (exponent < 0 ? "⁻" : "") + string.Concat(Math.Abs(exponent).ToString(CultureInfo.InvariantCulture)
            .Select(digit => Superscripts[digit - '0']));
}
