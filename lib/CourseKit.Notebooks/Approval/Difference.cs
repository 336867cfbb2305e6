using System.Globalization;

namespace CourseKit.Notebooks.Approval;

/// <summary>Where an output is not the approved one.</summary>
/// <param name="Where">The output and its line: <c>stdout, line 3</c>.</param>
/// <param name="What">What is wrong in a few words.</param>
internal sealed record Difference(string Where, string What)
{
    private const int Longest = 160;

    public string? Approved { get; init; }

    public string? Received { get; init; }

    /// <summary>As people read it: one line, or three with both lines of the output.</summary>
    public IEnumerable<string> Lines() =>
    [
        $"{Where}: {What}",
        .. Approved is null ? (string[])[] : [$"  approved │ {Cut(Approved)}"],
        .. Received is null ? (string[])[] : [$"  received │ {Cut(Received)}"],
    ];

    private static string Cut(string line) => line.Length <= Longest ? line : string.Create(CultureInfo.InvariantCulture, $"{line[..Longest]} …");
}
