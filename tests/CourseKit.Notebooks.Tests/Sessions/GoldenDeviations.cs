namespace CourseKit.Notebooks.Tests.Sessions;

/// <summary>The cells that end otherwise than in the kernel, on purpose.</summary>
internal static class GoldenDeviations
{
    /// <summary>A cell that does not end alike each time.</summary>
    public const string Chance = "of two exceptions either may be the first";

    private const string Message = "the message says what was met and what to do";

    /// <summary>Reasons of our own, beside the kernel's bugs that the goldens themselves mark.</summary>
    public static IReadOnlyDictionary<(string Name, int Cell), string> Own { get; } = new Dictionary<(string Name, int Cell), string>
    {
        [("display_mime", 5)] = Message,
        [("display_mime", 6)] = Message,
        [("display_mime", 9)] = Message,
        [("display_mime", 10)] = Message,
        [("display_table", 2)] = "header cells are td in the kernel",
        [("display_table", 4)] = "header cells are td in the kernel",
        [("error_async", 5)] = Chance,
        [("error_diagnostic_many", 2)] = "errors are reported in the order of their places",
        [("fmt_html_datatable", 5)] = "a collection in an object goes by its own type, and its elements are indented once",
        [("fmt_plain_dictionaries", 2)] = "a dictionary of objects looks like any other",
        [("formatter_tohtml_ignored", 1)] = "a public ToHtml() is honoured, as in Verso: so types show themselves without a reference",
        [("magic_import_exception", 3)] = "an import ends with its first failure, so what comes behind it has not run",
        [("magic_input_provided", 6)] = Message,
        [("magic_nuget_invalid", 2)] = Message,
        [("magic_reference_framework", 3)] = Message,
        [("magic_reference_path", 3)] = Message,
        [("magic_set_share_value", 9)] = Message,
        [("meta_unknown_kernel", 2)] = Message,
        [("meta_unknown_kernel", 3)] = Message,
    };

    public static string? Reason(GoldenCase golden, int cell) => Own.GetValueOrDefault((golden.Name, cell)) ?? golden.Bugs.GetValueOrDefault(cell);

    public static IEnumerable<(int Cell, string Reason)> Of(GoldenCase golden) =>
        from cell in Enumerable.Range(1, golden.Expected.Count)
        let reason = Reason(golden, cell)
        where reason is not null
        select (cell, reason);
}
