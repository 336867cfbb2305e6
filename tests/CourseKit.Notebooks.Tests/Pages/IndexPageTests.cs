using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Pages;
using CourseKit.Notebooks.Running;
using CourseKit.Notebooks.Tests.Running.Results;

namespace CourseKit.Notebooks.Tests.Pages;

public class IndexPageTests
{
    [Fact]
    public void Each_notebook_has_a_card_with_its_title_link_verdict_and_time()
    {
        var page = Parse(IndexPage.Write(ExampleRun.Results));

        Assert.Equal(["A & B", "02-b", "03-c", "04-d"], page.QuerySelectorAll("li h2").Select(title => title.TextContent));
        Assert.Equal("01-a%20%26%20b.html", page.QuerySelector("li h2 a")!.GetAttribute("href"));
        Assert.Equal("✗ 2 passed, 1 skipped, 1 unavailable, 1 failed · 2.0 s", page.QuerySelector("li .how")!.TextContent);
        Assert.Equal(
            ["cell 4: System.FormatException: 100 % \"<wrong>\":", "cell 1: More than its 60 s.", "It is broken."],
            page.QuerySelectorAll("li .why").Select(why => why.TextContent));
        Assert.Equal("0 of 4 notebooks passed in 1 min 03 s", page.QuerySelector("header")!.TextContent.Trim());
    }

    [Theory]
    [InlineData("image/png", "iVBOR\nw0", "data:image/png;base64,iVBORw0")]
    [InlineData("text/html", "<p>x</p><img alt=\"\" src='data:image/png;base64,AA=='>", "data:image/png;base64,AA==")]
    [InlineData("image/svg+xml", "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>", "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>")]
    [InlineData("text/html", "<div><svg><svg></svg></svg><svg></svg></div>", "<svg xmlns=\"http://www.w3.org/2000/svg\"><svg></svg></svg>")]
    [InlineData("text/html", "<img src=\"https://example.org/x.png\">", null)]
    [InlineData("text/html", "<svg>never closed", null)]
    [InlineData("text/plain", "no picture", null)]
    public void The_first_picture_is_the_thumbnail_and_it_comes_from_nowhere_else(string mime, string text, string? address)
    {
        const string Svg = "data:image/svg+xml;base64,";
        var cell = new CellResult(1, Verdict.Passed, default) { Outputs = [new StreamOutput("stdout", "<svg></svg>"), new DisplayOutput(MimeBundle.Of((mime, text)), null)] };

        var page = Parse(IndexPage.Write([new NotebookResult("a.dib", [cell], default)]));

        var source = page.QuerySelector(".picture img")?.GetAttribute("src");
        Assert.Equal(address, source?.StartsWith(Svg, StringComparison.Ordinal) == true ? System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(source[Svg.Length..])) : source);
    }

    [Fact]
    public void A_run_in_which_all_passed_says_so_in_its_head()
    {
        var page = Parse(IndexPage.Write([new NotebookResult("a.dib", [new CellResult(1, Verdict.Passed, default)], TimeSpan.FromSeconds(1))]));

        Assert.Equal("1 of 1 notebook passed in 1.0 s", page.QuerySelector("header.passed")!.TextContent.Trim());
        Assert.Equal("✓ 1 cell passed · 1.0 s", page.QuerySelector("li.passed .how")!.TextContent);
    }

    private static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);
}
