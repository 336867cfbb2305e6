using System.Globalization;

namespace CourseKit.Notebooks.Approval;

/// <summary>Many numbers in a line: a few as they are, more by their number, range, mean and deviation, and some of them.</summary>
internal static class NumberList
{
    private const int Few = 8;

    public static string Of(IReadOnlyList<double> numbers)
    {
        if (numbers.Count <= Few)
            return string.Join(' ', numbers.Select(Text));
        double[] finite = [.. numbers.Where(double.IsFinite)];
        var samples = Enumerable.Range(0, Few).Select(i => Text(numbers[(int)((long)i * (numbers.Count - 1) / (Few - 1))]));
        return finite.Length == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{numbers.Count} numbers, none of them finite")
            : string.Create(CultureInfo.InvariantCulture,
                $"{numbers.Count} numbers from {Text(finite.Min())} to {Text(finite.Max())}, mean {Text(finite.Average())}, deviation {Text(Deviation(finite))}: ")
                + string.Join(' ', samples);
    }

    public static string Text(double number) => number.ToString("G6", CultureInfo.InvariantCulture);

    private static double Deviation(double[] numbers)
    {
        var mean = numbers.Average();
        return Math.Sqrt(numbers.Average(number => (number - mean) * (number - mean)));
    }
}
