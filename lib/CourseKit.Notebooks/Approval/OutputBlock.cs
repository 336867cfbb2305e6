using CourseKit.Notebooks.Documents;

namespace CourseKit.Notebooks.Approval;

/// <summary>An output, or one representation of it, as lines that are compared and kept.</summary>
/// <param name="Kind">What it is: <c>stdout</c>, <c>result text/plain</c>, <c>display picture image/png</c>.</param>
/// <param name="Lines">Neither empty nor with blanks at the end.</param>
internal sealed record OutputBlock(string Kind, IReadOnlyList<string> Lines)
{
    private const string PictureWord = " picture ";

    public IReadOnlyList<string> Lines { get; init => field = ValueList.From(value); } = ValueList.From(Lines);

    /// <summary>Whether the lines are a sketch of pixels.</summary>
    public bool IsPixels => IsDrawing && !Kind.EndsWith("svg+xml", StringComparison.Ordinal);

    /// <summary>Whether it is something to look at; its numbers are places and colours.</summary>
    public bool IsDrawing => Kind.Contains(PictureWord, StringComparison.Ordinal);

    public static OutputBlock Picture(string origin, string mime, IReadOnlyList<string> lines) => new($"{origin}{PictureWord}{mime}", lines);

    public static OutputBlock Text(string kind, string text) => new(kind, TextLines.Of(text));
}
