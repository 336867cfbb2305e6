namespace CourseKit.Benchmarks;

internal static class Median
{
    public static double Of<T>(IEnumerable<T> runs, Func<T, double> value)
    {
        var values = runs.Select(value).Order().ToArray();
        return values[values.Length / 2];
    }
}
