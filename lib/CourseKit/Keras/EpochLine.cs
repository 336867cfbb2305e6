using static System.FormattableString;

namespace CourseKit.Keras;

/// <summary>Keras 2's progress line, part by part (<c>keras/utils/generic_utils.py</c>, <c>Progbar</c>).</summary>
internal static class EpochLine
{
    /// <summary>The name under which callbacks that change the learning rate log it.</summary>
    public const string LearningRate = "learning_rate";

    private const int Width = 30;

    /// <summary><c> 7/13 [===============>..............]</c>.</summary>
    public static string Bar(int done, int total)
    {
        var full = (int)((long)Width * done / total);
        var tip = full == 0 ? "" : done < total ? ">" : "=";
        var bar = new string('=', Math.Max(0, full - 1)) + tip + new string('.', Width - full);
        return $"{Count(done, total)} [{bar}]";
    }

    /// <summary><c> 7/13</c>, as wide as <c>13/13</c>.</summary>
    public static string Count(int done, int total)
    {
        var digits = total.ToString(CultureInfo.InvariantCulture);
        return $"{done.ToString(CultureInfo.InvariantCulture).PadLeft(digits.Length)}/{digits}";
    }

    /// <summary><c>loss: 0.4831 - accuracy: 0.8290</c>.</summary>
    public static string Values(IEnumerable<KeyValuePair<string, double>> values) =>
        string.Join(" - ", values.Select(entry => $"{entry.Key}: {Number(entry.Value)}"));

    /// <summary>Four places, or for small numbers in powers of ten: <c>1.0000e-04</c>.</summary>
    public static string Number(double value) => value switch
    {
        double.NaN => "nan",
        double.PositiveInfinity => "inf",
        double.NegativeInfinity => "-inf",
        _ => value.ToString(Math.Abs(value) > 1e-3 ? "0.0000" : "0.0000e+00", CultureInfo.InvariantCulture),
    };

    /// <summary><c>2ms/step</c>.</summary>
    public static string Pace(TimeSpan elapsed, int steps, string unit)
    {
        var seconds = elapsed.TotalSeconds / Math.Max(1, steps);
        return seconds is >= 1 or 0 ? Invariant($"{seconds:0}s/{unit}")
            : seconds >= 1e-3 ? Invariant($"{seconds * 1e3:0}ms/{unit}")
            : Invariant($"{seconds * 1e6:0}us/{unit}");
    }

    /// <summary><c>1:05</c>, <c>42s</c>.</summary>
    public static string Left(TimeSpan left) =>
        left.TotalHours >= 1 ? left.ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture)
        : left.TotalMinutes >= 1 ? left.ToString(@"m\:ss", CultureInfo.InvariantCulture)
        : Invariant($"{left.TotalSeconds:0}s");
}
