using System.Net;

namespace CourseKit.Display;

/// <summary>A picture in Scalable Vector Graphics.</summary>
[TypeFormatterSource(typeof(RichViewFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Svg, MimeTypes.PlainText])]
public sealed class Svg : RichView
{
    /// <summary>Wraps finished markup.</summary>
    /// <param name="markup">One <c>svg</c> element with its <c>xmlns</c>. Text in it is encoded already.</param>
    /// <param name="description">What the picture shows, for those who cannot see it.</param>
    /// <exception cref="ArgumentException">The markup does not begin with an <c>svg</c> element.</exception>
    public Svg(string markup, string description)
    {
        ArgumentNullException.ThrowIfNull(markup);
        ArgumentException.ThrowIfNullOrWhiteSpace(description);
        if (!markup.StartsWith("<svg ", StringComparison.Ordinal))
            throw new ArgumentException("Svg: markup that begins with <svg is required; " +
                $"received \"{markup[..Math.Min(20, markup.Length)]}\". Give the element alone, without an XML declaration.");
        Markup = markup;
        Description = description;
    }

    /// <summary>What the picture shows, in words.</summary>
    public string Description { get; }

    /// <summary>The <c>svg</c> element.</summary>
    public string Markup { get; }

    /// <inheritdoc/>
    public override string ToHtml() =>
        $"<div role=\"img\" aria-label=\"{WebUtility.HtmlEncode(Description)}\" style=\"overflow-x:auto\">{Markup}</div>";

    /// <inheritdoc/>
    public override string ToText() => $"[picture: {Description}]";

    /// <inheritdoc/>
    public override string ToString() => $"Svg: {Description}";

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, object> ToMimeBundle() => new Dictionary<string, object>
    {
        [MimeTypes.Html] = ToHtml(),
        [MimeTypes.Svg] = Markup,
        [MimeTypes.PlainText] = ToText(),
    };
}
