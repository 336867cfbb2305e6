namespace CourseKit.Notebooks.Tests.Sessions;

/// <summary>The cells that end otherwise than in the kernel, on purpose.</summary>
internal static class GoldenDeviations
{
    /// <summary>Reasons of our own, beside the kernel's bugs that the goldens themselves mark.</summary>
    public static IReadOnlyDictionary<(string Name, int Cell), string> Own { get; } = new Dictionary<(string Name, int Cell), string>
    {
        [("error_async", 5)] = "of two exceptions either may be the first",
        [("error_diagnostic_many", 2)] = "errors are reported in the order of their places",
        [("fmt_plain_dictionaries", 2)] = "a dictionary of objects looks like any other",
    };

    public static string? Reason(GoldenCase golden, int cell) => Own.GetValueOrDefault((golden.Name, cell)) ?? golden.Bugs.GetValueOrDefault(cell);

    public static IEnumerable<(int Cell, string Reason)> Of(GoldenCase golden) =>
        from cell in Enumerable.Range(1, golden.Expected.Count)
        let reason = Reason(golden, cell)
        where reason is not null
        select (cell, reason);
}
