namespace CourseKit.Display;

/// <summary>The MIME types in which this library shows its values.</summary>
public static class MimeTypes
{
    /// <summary>HTML fragment.</summary>
    public const string Html = "text/html";

    /// <summary>Plain text.</summary>
    public const string PlainText = "text/plain";

    /// <summary>Comma-separated values, RFC 4180, invariant culture.</summary>
    public const string Csv = "text/csv";

    /// <summary>Scalable Vector Graphics, one <c>svg</c> element.</summary>
    public const string Svg = "image/svg+xml";

    /// <summary>A Plotly figure: JSON text of an object with <c>data</c> and <c>layout</c>.</summary>
    public const string Plotly = "application/vnd.plotly.v1+json";

    /// <summary>The numbers of a report beside ours: JSON text of an object with <c>title</c>, <c>mode</c> and <c>numbers</c> (<c>id</c>, <c>ours</c>, <c>verdict</c>).</summary>
    /// <remarks>For programs that collect verdicts; front ends show one of the other forms.</remarks>
    public const string Verdicts = "application/vnd.coursekit.verdicts+json";

    /// <summary>All of them: each has a formatter, so that no front end is promised what nobody can write.</summary>
    internal static IReadOnlyList<string> All { get; } = [Html, PlainText, Csv, Svg, Plotly, Verdicts];
}
