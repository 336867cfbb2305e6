using CourseKit.Autograd;

namespace CourseKit.Checks;

/// <summary>What may be the cause of wrong numbers, seen from how they are wrong; an empty text where nothing is seen.</summary>
internal static class Hints
{
    private const double Same = 1e-6;

    /// <param name="actual">What came.</param>
    /// <param name="expected">What is right; empty where no single number is.</param>
    /// <param name="shape">Of both; null for plain numbers.</param>
    public static string For(double[] actual, double[] expected, Shape? shape = null)
    {
        if (Array.Exists(actual, double.IsNaN))
            return " NaN comes of 0/0, of ∞ − ∞, or of the logarithm of a negative number.";
        if (Array.Exists(actual, double.IsInfinity))
            return " ∞ comes of Exp of a large number, of a division by 0, or of the logarithm of 0.";
        if (expected.Length == 0)
            return "";
        if (Array.TrueForAll(actual, value => value == 0))
            return Array.TrueForAll(expected, value => Math.Abs(value) < 1) ? " All are 0: in C#, 1 / 2 of whole numbers is 0. Write 1.0 / 2." : " All are 0: was anything computed?";
        if (Pairs(actual, expected, (a, e) => Near(a, -e)))
            return " The sign is the other way round.";
        if (actual.Length > 1 && Pairs(actual, expected, (a, e) => Near(a, 1 - e)) || actual is [var only] && Near(only, 1 - expected[0]))
            return " That is 1 − the right number.";
        if (shape is { Rank: 2 } table && table[0] == table[1] && Pairs(actual, Transposed(expected, table), Near))
            return " These are the right numbers, but rows and columns are exchanged.";
        return Factor(actual, expected, shape) is { } factor ? factor
            : actual.Length > 1 && Pairs(actual.Order(), expected.Order(), Near) ? " These are the right numbers in another order."
            : actual.Length > 1 && actual.Zip(expected, (a, e) => a - e).ToArray() is var gaps && Array.TrueForAll(gaps, gap => Near(gap, gaps[0])) ? $" All are off by {Check.Text(gaps[0])}." : "";
    }

    /// <summary>What may be the cause of a wrong shape.</summary>
    public static string For(Shape actual, Shape expected) =>
        actual.Rank == 2 && expected.Rank == 2 && actual[0] == expected[1] && actual[1] == expected[0] ? " Rows and columns are exchanged: is a transpose missing, or one too many?"
        : actual.Rank == expected.Rank - 1 ? " An axis is missing: was it summed away without keepAxis: true?"
        : actual.Rank == expected.Rank + 1 ? " There is an axis too many: Flatten, Squeeze or a sum takes it away."
        : actual.Size == expected.Size ? " The numbers are as many as they should be: Reshape." : "";

    private static string? Factor(double[] actual, double[] expected, Shape? shape)
    {
        var first = Array.FindIndex(expected, value => value != 0);
        if (first < 0)
            return null;
        var factor = actual[first] / expected[first];
        if (!double.IsFinite(factor) || Near(factor, 1) || factor == 0 || !Pairs(actual, expected, (a, e) => Near(a, factor * e)))
            return null;
        var sizes = shape is { } lengths ? lengths.Append(lengths.Size) : [];
        return Near(factor, 1 / Math.Log(2)) ? " That is a logarithm to the base 2; the natural one is required."
            : Near(factor, 1 / Math.Log(10)) ? " That is a logarithm to the base 10; the natural one is required."
            : sizes.Any(n => n > 2 && Near(factor, n)) ? $" All are {Check.Text(factor)} times too large: a sum in place of a mean?"
            : sizes.Any(n => n > 2 && Near(factor, 1.0 / n)) ? $" All are {Check.Text(1 / factor)} times too small: a mean in place of a sum?"
            : actual.Length > 1 || Near(factor, 2) || Near(factor, 0.5) ? factor > 1 ? $" That is {Check.Text(factor)} times too large." : $" That is {Check.Text(1 / factor)} times too small." : null;
    }

    private static bool Pairs(IEnumerable<double> actual, IEnumerable<double> expected, Func<double, double, bool> are) => actual.Zip(expected, are).All(same => same);

    private static double[] Transposed(double[] values, Shape table) =>
        [.. Enumerable.Range(0, values.Length).Select(i => values[i % table[0] * table[1] + i / table[0]])];

    private static bool Near(double a, double b) => Math.Abs(a - b) <= Same * (1 + Math.Abs(b));
}
