using System.Net;
using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CourseKit.Notebooks.Pages;

/// <summary>A heading of a page.</summary>
/// <param name="Level">1 to 6.</param>
/// <param name="Text">Without markup.</param>
/// <param name="Id">Unique on the page.</param>
internal sealed record Heading(int Level, string Text, string Id);

/// <summary>Markdown to HTML, with headings collected over all cells of a page.</summary>
internal sealed class MarkdownText
{
    private static readonly MarkdownPipeline Pipeline =
        new MarkdownPipelineBuilder().UsePipeTables().UseEmphasisExtras().UseAutoLinks().UseTaskLists().UseGenericAttributes().Build();

    private readonly List<Heading> _headings = [];

    /// <summary>The headings so far, from top to bottom.</summary>
    public IReadOnlyList<Heading> Headings => _headings;

    public string ToHtml(string source)
    {
        var document = Markdown.Parse(source, Pipeline);
        foreach (var block in document.Descendants<HeadingBlock>())
        {
            var heading = new Heading(block.Level, TextOf(block), UniqueId(TextOf(block)));
            block.GetAttributes().Id = heading.Id;
            _headings.Add(heading);
            if (heading.Level is 2 or 3)
                block.Inline?.AppendChild(new HtmlInline(Anchor(heading)));
        }
        return document.ToHtml(Pipeline);
    }

    /// <summary>Shown while the pointer or the keyboard is on the heading: the address of this section.</summary>
    private static string Anchor(Heading heading) =>
        $" <a class=\"anchor\" href=\"#{heading.Id}\" aria-label=\"Link to: {WebUtility.HtmlEncode(heading.Text)}\">#</a>";

    private static string TextOf(HeadingBlock block) => block.Inline is null ? "" : string.Concat(block.Inline.Descendants().Select(inline => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        LineBreakInline => " ",
        _ => "",
    }));

    private string UniqueId(string text)
    {
        var stem = string.Concat(text.Trim().ToLowerInvariant().Select(letter => char.IsLetterOrDigit(letter) ? letter : '-')).Trim('-');
        stem = stem.Length == 0 ? "section" : stem;
        var id = stem;
        for (var count = 2; _headings.Any(heading => heading.Id == id); count++)
            id = $"{stem}-{count}";
        return id;
    }
}
