using System.Globalization;
using AngleSharp.Html.Parser;
using CourseKit.Display;

namespace CourseKit.Tests.Display;

public class TableTests
{
    private static readonly Table Runs = new Table("solver", "epochs", "loss") { Title = "Runs <of> today" }
        .Format("loss", "0.000")
        .Add("sgd", 189, 0.0112886)
        .Add("adam & \"friends\", late", 26, null);

    [Fact]
    public void Text_aligns_words_left_and_numbers_right() => Assert.Equal(
        """
        Runs <of> today
        solver                  epochs   loss
        ──────────────────────  ──────  ─────
        sgd                        189  0.011
        adam & "friends", late      26
        """.ReplaceLineEndings("\n"), Runs.ToText());

    [Fact]
    public void Csv_quotes_what_must_be_quoted() =>
        Assert.Equal("solver,epochs,loss\nsgd,189,0.011\n\"adam & \"\"friends\"\", late\",26,\n", Runs.ToCsv());

    [Fact]
    public void Html_is_well_formed_and_text_from_data_is_encoded()
    {
        var page = new HtmlParser(new HtmlParserOptions { IsStrictMode = false }).ParseDocument(Runs.ToHtml());

        Assert.Equal("Runs <of> today", page.QuerySelector("caption")!.TextContent);
        Assert.Equal(["sgd", "189", "0.011", "adam & \"friends\", late", "26", ""], page.QuerySelectorAll("td").Select(cell => cell.TextContent));
        Assert.Equal("text-align:right", page.QuerySelectorAll("th")[1].GetAttribute("style"));
    }

    [Fact]
    public void Markdown_has_pipes_aligns_numbers_and_escapes_what_would_break_a_cell() => Assert.Equal(
        "**Runs &lt;of> today**\n\n| solver | epochs | loss |\n| --- | ---: | ---: |\n| sgd | 189 | 0.011 |\n| adam &amp; \"friends\", late | 26 |  |\n| a\\|b c | 1 | 2.000 |\n",
        new Table("solver", "epochs", "loss") { Title = "Runs <of> today" }.Format("loss", "0.000")
            .Add("sgd", 189, 0.0112886).Add("adam & \"friends\", late", 26, null).Add("a|b\nc", 1, 2).ToMarkdown());

    [Fact]
    public void A_table_of_three_rows_sorts_by_buttons_and_needs_nothing_from_its_page()
    {
        var html = new Table("name", "loss").Add("a", 0.123456).Add("b", 0.2).Add("c", 0.3).ToHtml();
        var table = new HtmlParser().ParseDocument(html).QuerySelector("table")!;

        Assert.Equal(["none", "none"], table.QuerySelectorAll("th[scope=col]").Select(name => name.GetAttribute("aria-sort")));
        Assert.Equal(["name", "loss"], table.QuerySelectorAll("th button[type=button]").Select(name => name.TextContent));
        Assert.Equal(["0.123456", "0.2", "0.3"], table.QuerySelectorAll("td[data-v]").Select(cell => cell.GetAttribute("data-v")));
        Assert.Empty(new HtmlParser().ParseDocument(html).QuerySelectorAll("script, style, [id]"));
        Assert.Contains("closest", table.GetAttribute("onclick"), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_rows_or_an_order_with_a_meaning_are_not_sorted()
    {
        Assert.DoesNotContain("button", Runs.ToHtml(), StringComparison.Ordinal);
        Assert.DoesNotContain("button", new Table("n") { Sortable = false }.Add(1).Add(2).Add(3).ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_do_not_follow_the_culture_of_the_thread()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");

            Assert.Contains("0.011", Runs.ToText(), StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void One_line_says_how_large_it_is() =>
        Assert.Equal("Table \"Runs <of> today\": 2 rows × 3 columns (solver, epochs, loss)", Runs.ToString());

    [ErrorCases]
    internal static IEnumerable<(string, Action)> Errors() =>
    [
        ("Table without columns", () => _ = new Table()),
        ("Table row of another length", () => new Table("a", "b").Add(1)),
        ("Table format of an unknown column", () => new Table("epoch").Format("loss", "0.0")),
        ("Svg that is not one", () => _ = new Svg("<?xml version=\"1.0\"?><svg/>", "a picture")),
    ];
}
