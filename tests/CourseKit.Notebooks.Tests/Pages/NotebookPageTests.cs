using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Pages;
using CourseKit.Notebooks.Running;

namespace CourseKit.Notebooks.Tests.Pages;

public class NotebookPageTests
{
    [Fact]
    public void The_first_heading_is_the_title_and_sections_make_the_contents()
    {
        var page = Page(Markdown("# A & B\n## One\n### `Two`\n## One"));

        Assert.Equal("A & B", page.Title);
        Assert.Equal(["#one", "#two", "#one-2"], page.QuerySelectorAll("nav a").Select(link => link.GetAttribute("href")));
        Assert.All(page.QuerySelectorAll("nav a"), link => Assert.NotNull(page.GetElementById(link.GetAttribute("href")![1..])));
    }

    [Fact]
    public void Code_and_text_outputs_are_shown_as_they_are()
    {
        var page = Page(Code("var x = \"<b>\"; // 1 < 2", new StreamOutput("stdout", "<i>\n"), new StreamOutput("stderr", "\e[31mred\e[0m")));

        Assert.Equal("var x = \"<b>\"; // 1 < 2", page.QuerySelector("pre.source")!.TextContent);
        Assert.Equal("<i>", page.QuerySelector("pre.stdout")!.TextContent);
        Assert.Equal("red", page.QuerySelector("pre.stderr")!.TextContent);
    }

    [Fact]
    public void Code_is_coloured_by_its_tokens()
    {
        var page = Page(Code("#r \"x.dll\"\nvar n = 1.5; // if\nif (s == $\"a{n}\") return;"));

        Assert.Equal(["var", "if", "return"], page.QuerySelectorAll(".source .k").Select(e => e.TextContent));
        Assert.Equal("1.5", page.QuerySelector(".source .n")!.TextContent);
        Assert.Equal("// if", page.QuerySelector(".source .c")!.TextContent);
        Assert.Equal("#r \"x.dll\"", page.QuerySelector(".source .d")!.TextContent.Trim());
    }

    [Fact]
    public void The_richest_form_that_a_page_can_show_is_shown()
    {
        var page = Page(Code("x", new ResultOutput(MimeBundle.Of(("text/plain", "plain"), ("application/x-odd", "?"), ("text/html", "<em>rich</em>")), 1),
            new DisplayOutput(MimeBundle.Of(("application/x-odd", "?")), null)));

        Assert.Equal("rich", page.QuerySelector(".value em")!.TextContent);
        Assert.DoesNotContain("plain", page.QuerySelector(".outputs")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("[application/x-odd]", page.QuerySelector(".outputs")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_banner_leads_to_the_first_cell_that_failed()
    {
        NotebookCell[] cells = [Code("a"), Code("b", new ErrorOutput("System.Exception", "it <broke>", ["System.Exception: it <broke>", "   at cell 2, line 1"]))];
        var result = new NotebookResult("lesson.dib",
            [new(1, Verdict.Passed, TimeSpan.FromSeconds(1)), new(2, Verdict.Failed, TimeSpan.Zero) { Message = "System.Exception: it <broke>" }], TimeSpan.FromSeconds(2));

        var page = Parse(NotebookPage.Write(new NotebookDocument { Cells = cells }, result));

        Assert.Equal("lesson.dib · 1 passed, 1 failed in 2.0 s · cell 2: System.Exception: it <broke>", page.QuerySelector("header")!.TextContent.Trim());
        Assert.True(page.GetElementById("cell-2")!.ClassList.Contains("failed"));
        Assert.Equal("System.Exception: it <broke>\n   at cell 2, line 1", page.QuerySelector("pre.error")!.TextContent);
    }

    [Fact]
    public void The_page_needs_nothing_from_outside()
    {
        var page = Page(Markdown("# Title"), Code("x"));

        Assert.Empty(page.QuerySelectorAll("script, link, iframe, [src]"));
        Assert.DoesNotContain("url(", page.QuerySelector("style")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_heading_has_a_link_to_itself_that_says_where_it_leads()
    {
        var link = Page(Markdown("## One <b> & two")).QuerySelector("h2 a.anchor")!;

        Assert.Equal("#one----two", link.GetAttribute("href"));
        Assert.Equal("Link to: One  & two", link.GetAttribute("aria-label"));
    }

    [Fact]
    public void Plotly_is_asked_for_by_pages_with_a_chart_alone_and_by_its_hash()
    {
        var chart = Code("x", new DisplayOutput(MimeBundle.Of(("application/vnd.plotly.v1+json", "{\"data\":[],\"layout\":{\"title\":\"</script>\"}}"), ("image/svg+xml", "<svg></svg>")), null));

        var without = Page(PlotlySource.Cdn, Code("x"));
        var none = Page(PlotlySource.None, chart);
        var cdn = Page(PlotlySource.Cdn, chart);

        Assert.Empty(without.QuerySelectorAll("script"));
        Assert.Empty(none.QuerySelectorAll("script:not([type])"));
        var script = cdn.QuerySelector("script[src]")!;
        Assert.Matches(@"^https://cdn\.jsdelivr\.net/npm/plotly\.js-dist-min@\d+\.\d+\.\d+/plotly\.min\.js$", script.GetAttribute("src"));
        Assert.StartsWith("sha384-", script.GetAttribute("integrity"), StringComparison.Ordinal);
        Assert.Equal("{\"data\":[],\"layout\":{\"title\":\"\\u003c/script>\"}}", cdn.QuerySelector(".coursekit-figure .coursekit-plotly")!.TextContent);
        Assert.NotNull(cdn.QuerySelector(".coursekit-figure > svg"));
    }

    [Fact]
    public void A_chart_with_a_page_form_of_its_own_is_shown_in_it_once()
    {
        var page = Page(Code("x", new DisplayOutput(MimeBundle.Of(("application/vnd.plotly.v1+json", "{}"), ("text/html", "<div class=\"coursekit-figure\"><svg></svg></div>")), null)));

        Assert.Single(page.QuerySelectorAll(".coursekit-figure"));
        Assert.Empty(page.QuerySelectorAll(".coursekit-plotly"));
    }

    [Fact]
    public void A_chart_without_a_picture_says_that_it_needs_plotly() =>
        Assert.Contains("needs plotly.js", Page(Code("x", new DisplayOutput(MimeBundle.Of(("application/vnd.plotly.v1+json", "{}"), ("text/plain", "chart")), null)))
            .QuerySelector(".coursekit-figure .still")!.TextContent, StringComparison.Ordinal);

    [Fact]
    public void A_picture_is_described_by_the_plain_text_of_its_value() =>
        Assert.Equal("a \"cat\"", Page(Code("x", new DisplayOutput(MimeBundle.Of(("image/png", "AA=="), ("text/plain", "a \"cat\"")), null))).QuerySelector("img")!.GetAttribute("alt"));

    [ErrorCases]
    internal static IEnumerable<(string, Action)> Errors() =>
    [
        ("Page: no copy of plotly.js", () => PlotlyScript.Of(PlotlySource.Inline, "", _ => [])),
        ("Page: a copy of plotly.js that is not there", () => PlotlyScript.Of(PlotlySource.Inline, "plotly.min.js", _ => throw new FileNotFoundException("Could not find file 'plotly.min.js'."))),
        ("Page: another copy of plotly.js", () => PlotlyScript.Of(PlotlySource.Inline, "plotly.min.js", _ => [])),
    ];

    private static NotebookCell Markdown(string source) => new() { Kind = CellKind.Markdown, Kernel = "markdown", Source = source };

    private static NotebookCell Code(string source, params CellOutput[] outputs) => new() { Kernel = "csharp", Source = source, Outputs = outputs };

    private static IHtmlDocument Page(params NotebookCell[] cells) => Page(PlotlySource.None, cells);

    private static IHtmlDocument Page(PlotlySource plotly, params NotebookCell[] cells)
    {
        var results = cells.Select((cell, i) => (cell, i)).Where(pair => pair.cell.Kind == CellKind.Code)
            .Select(pair => new CellResult(pair.i + 1, Verdict.Passed, TimeSpan.Zero));
        return Parse(NotebookPage.Write(new NotebookDocument { Cells = cells }, new NotebookResult("lesson.dib", [.. results], TimeSpan.Zero), plotly));
    }

    private static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);
}
