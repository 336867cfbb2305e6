using CourseKit.Display;
using CourseKit.Plotting.Drawing;
using CourseKit.Plotting.Plotly;

namespace CourseKit.Plotting;

/// <summary>A chart: Plotly's JSON for front ends that draw it, a still picture in SVG for all others, a sentence for a terminal.</summary>
/// <remarks>
/// The traces and the layout are those of Plotly's schema. <see cref="ToHtml"/> holds the still picture and, beside it, the JSON in a
/// <c>script type="application/json" class="coursekit-plotly"</c>, with which a page that has plotly.js may replace the picture.
/// </remarks>
[TypeFormatterSource(typeof(RichViewFormatters), PreferredMimeTypes = [MimeTypes.Plotly, MimeTypes.Html, MimeTypes.Svg,
    MimeTypes.PlainText])]
public sealed class Figure : RichView
{
    private readonly FigureContent _content;

    /// <summary>A figure of these traces.</summary>
    /// <param name="traces">What is drawn, the first one lowest.</param>
    /// <param name="layout">Titles, axes and all else.</param>
    public Figure(IEnumerable<Trace> traces, Layout? layout = null)
        : this(new FigureContent { Data = [.. traces], Layout = layout ?? new Layout() })
    {
    }

    private Figure(FigureContent content) => _content = content;

    /// <summary>What is drawn, the first one lowest.</summary>
    public IReadOnlyList<Trace> Traces => _content.Data;

    /// <summary>Titles, axes and all else.</summary>
    public Layout Layout => _content.Layout;

    /// <summary>What the figure shows, in words and numbers, for those who cannot see it.</summary>
    public string Description => Layout.Meta?.Description ?? FigureText.Describe(this);

    /// <summary>
    /// Reads Plotly's JSON, as <see cref="ToJson"/>, Plotly.NET's <c>GenericChart.toFigureJson</c> or Python's <c>fig.to_json()</c> write
    /// it.
    /// </summary>
    /// <param name="json">An object with <c>data</c> and <c>layout</c>. What the model cannot hold is kept and written back.</param>
    /// <exception cref="FormatException">It is not such an object.</exception>
    public static Figure FromJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return new(FigureJson.Read(json));
    }

    /// <summary>
    /// The figure as Plotly's JSON: one line, members in a fixed order, NaN as null, <c>&lt;</c> escaped so that it may stand in HTML.
    /// </summary>
    public string ToJson() => FigureJson.Write(_content);

    /// <summary>The still picture as a file of its own: one <c>svg</c> element on white paper.</summary>
    public string ToSvg() => SvgWriter.ForFile(FigureDrawing.Draw(this), FigureText.Alternative(this));

    /// <inheritdoc/>
    public override string ToHtml() => string.Create(CultureInfo.InvariantCulture,
        $"<div class=\"coursekit-figure\" data-width=\"{Layout.Width ?? FigureDrawing.DefaultWidth:0}\" " +
        $"data-height=\"{Layout.Height ?? FigureDrawing.DefaultHeight:0}\" " +
        $"style=\"overflow-x:auto\"><script type=\"application/json\" class=\"coursekit-plotly\">{ToJson()}</script>" +
        $"{SvgWriter.ForPage(FigureDrawing.Draw(this), FigureText.Alternative(this))}</div>");

    /// <inheritdoc/>
    public override string ToText() => FigureText.Text(this);

    /// <inheritdoc/>
    public override string ToString() => $"Figure: {FigureText.TitleOf(this) ?? Description}";

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, object> ToMimeBundle() => new Dictionary<string, object>
    {
        [MimeTypes.Plotly] = ToJson(),
        [MimeTypes.Html] = ToHtml(),
        [MimeTypes.Svg] = ToSvg(),
        [MimeTypes.PlainText] = ToText(),
    };

    /// <summary>The still picture before it is written.</summary>
    internal Scene ToScene() => FigureDrawing.Draw(this);
}
