namespace CourseKit.Display;

/// <summary>A value that shows itself well in every notebook front end, without a reference to any of them.</summary>
/// <remarks>
/// Four conventions meet here (see <c>lib/CourseKit/Display/README.md</c>): the attribute that .NET Interactive looks for by name,
/// <see cref="ToHtml"/> for Verso, <see cref="ToMimeBundle"/> for this project's own session and kernel, and a one-line
/// <see cref="ToString"/> for summaries, debuggers and lists.
/// </remarks>
[TypeFormatterSource(typeof(RichViewFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.PlainText])]
public abstract class RichView
{
    /// <summary>The value as a fragment of HTML that needs no script, no style sheet and no network. Text from data is encoded.</summary>
    public abstract string ToHtml();

    /// <summary>The value as text for a terminal or a log: may have many lines, does not end with a line break.</summary>
    public abstract string ToText();

    /// <summary>The value in one short line.</summary>
    public abstract override string ToString();

    /// <summary>
    /// The value in every form that a front end may choose from: MIME type → <see cref="string"/> (JSON types hold JSON text),
    /// richest first.
    /// </summary>
    /// <remarks>A type that adds a MIME type here also names it in its own <see cref="TypeFormatterSourceAttribute"/>.</remarks>
    public virtual IReadOnlyDictionary<string, object> ToMimeBundle() =>
        new Dictionary<string, object> { [MimeTypes.Html] = ToHtml(), [MimeTypes.PlainText] = ToText() };
}
