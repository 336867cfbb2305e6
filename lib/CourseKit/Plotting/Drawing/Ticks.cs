namespace CourseKit.Plotting.Drawing;

/// <summary>A place on an axis, in its units, and what stands there.</summary>
internal readonly record struct Tick(double At, string Label);

/// <summary>Round numbers that cover an axis.</summary>
internal static class Ticks
{
    /// <summary>Multiples of 1, 2 or 5 times a power of ten: as many as <paramref name="fits"/> lets stand.</summary>
    /// <param name="low">Lower end.</param>
    /// <param name="high">Upper end, above <paramref name="low"/>.</param>
    /// <param name="most">No more than this many.</param>
    /// <param name="whole">Whether only whole numbers make sense.</param>
    /// <param name="label">Number and step to text.</param>
    /// <param name="fits">Whether these ticks have room.</param>
    public static Tick[] Linear(double low, double high, int most, bool whole, Func<double, double, string> label, Func<Tick[], bool> fits)
    {
        var step = RoundUp((high - low) / (2.5 * Math.Max(1, most)));
        if (whole)
            step = Math.Max(1, step);
        while (true)
        {
            var ticks = Multiples(low, high, step, label);
            if (ticks.Length <= 1 || (ticks.Length <= most + 1 && fits(ticks)))
                return ticks;
            step = RoundUp(step * 1.5);
        }
    }

    /// <summary>
    /// Powers of ten between two exponents; with few of them also 2 and 5 times each; round numbers where there is no power.
    /// </summary>
    public static Tick[] Log(double low, double high, int most, Func<Tick[], bool> fits)
    {
        var between = LogBetween(low, high, [1, 2, 5]);
        if (high - low < 1)
            return OnLogAxis(Linear(Math.Pow(10, low), Math.Pow(10, high), Math.Min(most, 6), whole: false,
                (value, step) => TypesetNumber.Tick(value, step, Math.Pow(10, high)), ticks => fits(OnLogAxis(ticks))));
        if (high - low < 2.5 && between.Length <= most && fits(between))
            return between;
        foreach (var step in (int[])[1, 2, 3, 5, 10, 20, 25, 50, 100, 200])
        {
            var ticks = Decades(low, high, step);
            if (ticks.Length <= most && fits(ticks))
                return ticks;
        }
        return Decades(low, high, 400);
    }

    /// <summary>Numbers on a linear axis as exponents.</summary>
    private static Tick[] OnLogAxis(Tick[] ticks) => [.. ticks.Where(tick => tick.At > 0)
        .Select(tick => tick with { At = Math.Log10(tick.At) })];

    /// <summary>The smallest round step that is not below <paramref name="step"/>.</summary>
    private static double RoundUp(double step)
    {
        var unit = Math.Pow(10, Math.Floor(Math.Log10(step)));
        var factor = step / unit;
        return unit * (factor <= 1.0001 ? 1 : factor <= 2.0001 ? 2 : factor <= 5.0001 ? 5 : 10);
    }

    private static Tick[] Multiples(double low, double high, double step, Func<double, double, string> label)
    {
        var (first, last) = (Math.Ceiling(low / step - 1e-6), Math.Floor(high / step + 1e-6));
        var ticks = new Tick[Math.Max(0, (int)Math.Min(1000, last - first + 1))];
        for (var i = 0; i < ticks.Length; i++)
            ticks[i] = new((first + i) * step, label((first + i) * step, step));
        return ticks;
    }

    private static Tick[] Decades(double low, double high, int step)
    {
        var first = (int)Math.Ceiling(low / step - 1e-6) * step;
        var ticks = new List<Tick>();
        for (var exponent = first; exponent <= high + 1e-6; exponent += step)
            ticks.Add(new(exponent, TypesetNumber.Power(exponent)));
        return [.. ticks];
    }

    private static Tick[] LogBetween(double low, double high, int[] factors)
    {
        var ticks = new List<Tick>();
        for (var exponent = (int)Math.Floor(low); exponent <= high; exponent++)
            foreach (var factor in factors)
                if (exponent + Math.Log10(factor) is var at && at >= low - 1e-6 && at <= high + 1e-6)
                    ticks.Add(new(at, exponent is >= -4 and <= 4 ? TypesetNumber.Short(factor * Math.Pow(10, exponent), 1)
                        : factor == 1 ? TypesetNumber.Power(exponent) : ""));
        return [.. ticks];
    }
}
