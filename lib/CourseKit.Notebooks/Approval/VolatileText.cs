using System.Text.RegularExpressions;

namespace CourseKit.Notebooks.Approval;

/// <summary>Takes out of a text what differs from run to run and from machine to machine: paths, ids, dates, times, durations, memory and speed.</summary>
internal static partial class VolatileText
{
    /// <summary>In this order: an id may hold what looks like a time, and a path what looks like an id.</summary>
    private static readonly (Regex Form, string Mask)[] Masks =
    [
        (Progress(), "‹duration›"),
        (TemporaryPath(), "‹path›"),
        (UnixPath(), "‹path›/${name}"),
        (WindowsPath(), @"‹path›/${name}"),
        (CellType(), "‹cell›"),
        (Guid(), "‹id›"),
        (Address(), "‹id›"),
        (Hash(), "‹id›"),
        (DateAndTime(), "‹time›"),
        (Date(), "‹date›"),
        (Clock(), "‹time›"),
        (Speed(), "‹speed›"),
        (LongSpan(), "‹duration›"),
        (Duration(), "‹duration›"),
        (Memory(), "‹memory›"),
    ];

    public static string Mask(string text)
    {
        foreach (var (form, mask) in Masks)
            text = form.Replace(text, mask);
        return text;
    }

    /// <summary>What a progress bar says behind <c>15 of 15 points, </c>: how long it took, and how fast that was.</summary>
    [GeneratedRegex(@"(?<=\d of \d+ [\p{L} ]+, )\d+:\d{2}(?: · [\d.,]+ [\p{L}]+/s| · [\d.,]+ ?(?:µs|ms|s|min|h) each)?", RegexOptions.CultureInvariant)]
    private static partial Regex Progress();

    [GeneratedRegex(@"(?<![\w/.:<>-])/(?:tmp|var/folders|var/tmp)/[\w./+-]+|[A-Za-z]:\\Users\\[^\\\s]+\\AppData\\Local\\Temp\\[^\s""']+", RegexOptions.CultureInvariant)]
    private static partial Regex TemporaryPath();

    [GeneratedRegex(@"(?:file://|(?<![\w/.:<>-]))/(?:[\w.+~-]+/)+(?<name>[\w.+~-]*)", RegexOptions.CultureInvariant)]
    private static partial Regex UnixPath();

    [GeneratedRegex(@"(?<![\w])[A-Za-z]:[\\/](?:[\w.+~ -]+[\\/])*(?<name>[\w.+~-]*)", RegexOptions.CultureInvariant)]
    private static partial Regex WindowsPath();

    /// <summary>The compiler numbers the types of cells, and those without a name, by the cells before them.</summary>
    [GeneratedRegex(@"(?<=f__AnonymousType\d+)#\d+|Submission#\d+", RegexOptions.CultureInvariant)]
    private static partial Regex CellType();

    [GeneratedRegex(@"(?<!\w)[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}(?!\w)", RegexOptions.CultureInvariant)]
    private static partial Regex Guid();

    [GeneratedRegex(@"(?<!\w)0x[0-9a-fA-F]{6,}(?!\w)", RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    /// <summary>At least eight hexadecimal digits with a letter and a figure among them.</summary>
    [GeneratedRegex(@"(?<![\w.#])(?=[0-9a-f]*[a-f])(?=[0-9a-f]*[0-9])(?!\d+e\d+\b)[0-9a-f]{8,}(?!\w)", RegexOptions.CultureInvariant)]
    private static partial Regex Hash();

    [GeneratedRegex(@"(?<!\d)(?:\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{4})[T ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[AP]M)?(?:Z| ?[+-]\d{2}:?\d{2})?", RegexOptions.CultureInvariant)]
    private static partial Regex DateAndTime();

    [GeneratedRegex(@"(?<![\d-])(?:\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{4})(?![\d-])", RegexOptions.CultureInvariant)]
    private static partial Regex Date();

    [GeneratedRegex(@"(?<![\d:.])(?:\d+\.)?\d{1,2}:\d{2}:\d{2}(?:[.,]\d+)?(?: ?[AP]M)?(?![\d:])", RegexOptions.CultureInvariant)]
    private static partial Regex Clock();

    [GeneratedRegex(@"(?<![\w.])\d[\d.,]*\s?(?:it|its|iterations|steps?|epochs?|images|samples|rows|examples|batches|[KMGT]?i?B|[KMGT]?FLOPS?|[kMG]?FLOP)/s(?:ec|econd)?(?!\w)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Speed();

    /// <summary><c>2 min 05 s</c> is one duration.</summary>
    [GeneratedRegex(@"(?<![\w.])\d+\s?(?:h|hours?|min|minutes?)\s\d+\s?(?:min|minutes?|s|sec|seconds?)(?!\w)", RegexOptions.CultureInvariant)]
    private static partial Regex LongSpan();

    [GeneratedRegex(@"(?<![\w.])\d[\d.,]*(?:[eE][+-]?\d+)?\s?(?:ns|µs|μs|us|ms|s|secs?|seconds?|mins?|minutes?|h|hours?|milliseconds?|microseconds?|ticks)(?:/\w+)?(?![\w'])", RegexOptions.CultureInvariant)]
    private static partial Regex Duration();

    [GeneratedRegex(@"(?<![\w.])\d[\d.,]*\s?(?:[kKMGT]i?B|bytes)(?!\w)", RegexOptions.CultureInvariant)]
    private static partial Regex Memory();
}
