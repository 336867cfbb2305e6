using CourseKit.Notebooks.Sessions;

namespace CourseKit.Notebooks.Tests.Sessions;

/// <summary>HTML that is written as code, and values that show themselves as bytes or as JSON.</summary>
public class PocketViewTests(TestSession session) : IClassFixture<TestSession>
{
    [Theory]
    [InlineData("b(\"a < b\")", "<b>a &lt; b</b>")]
    [InlineData("span[style: \"color:red\", @class: \"x\"](\"Hello\")", "<span style=\"color:red\" class=\"x\">Hello</span>")]
    [InlineData("a[href: \"x\", target: \"blank\"](i(\"in\"), \" \", HTML(\"<u>raw</u>\"))", "<a href=\"x\" target=\"blank\"><i>in</i> <u>raw</u></a>")]
    [InlineData("ul(new[] { 1, 2 }.Select(n => li($\"{n}\")))", "<ul><li>1</li><li>2</li></ul>")]
    [InlineData("div(br, img[src: \"p.png\"])", "<div><br /><img src=\"p.png\" /></div>")]
    [InlineData("_.article[data_id: 1.5, hidden: true, title: null](\"x\")", "<article data-id=\"1.5\" hidden=\"True\" title>x</article>")]
    [InlineData("td(7)", "<td><div class=\"dni-plaintext\"><pre>7</pre></div></td>")]
    [InlineData("_(\"only \", em(\"content\"))", "only <em>content</em>")]
    public async Task Tags_become_HTML(string code, string html)
    {
        var run = await session.RunAsync($"using static Microsoft.DotNet.Interactive.Formatting.PocketViewTags;\n{code}");

        Assert.Null(run.Error);
        Assert.Equal(html, Html(run));
    }

    [Fact]
    public async Task A_formatter_may_write_tags()
    {
        var run = await session.RunAsync("""
            using Microsoft.DotNet.Interactive.Formatting;
            using static Microsoft.DotNet.Interactive.Formatting.PocketViewTags;
            class Fruit { public string Name; }
            Formatter.Register<Fruit>((fruit, writer) => writer.Write(b(fruit.Name)), "text/html");
            PocketView view = p(new Fruit { Name = "pear" });
            view
            """);

        Assert.Null(run.Error);
        Assert.Equal("<p><b>pear</b></p>", Html(run));
    }

    [Fact]
    public async Task Bytes_are_shown_as_numbers_of_base_16_and_as_letters()
    {
        var run = await session.RunAsync("Encoding.ASCII.GetBytes(\"ABCDEFGHIJKLMNOP<\")");

        Assert.Equal("<pre class=\"dni-binary\">00000000  41 42 43 44 45 46 47 48 49 4A 4B 4C 4D 4E 4F 50  ABCDEFGHIJKLMNOP\n" +
            "00000010  3C                                               &lt;</pre>", Html(run));
    }

    [Fact]
    public async Task What_is_a_dictionary_and_a_list_as_well_shows_its_keys()
    {
        var run = await session.RunAsync("System.Text.RegularExpressions.Regex.Match(\"abc\", \"b(?<last>.)\").Groups");

        Assert.Null(run.Error);
        Assert.Contains("<div class=\"dni-plaintext\"><pre>last</pre></div>", Html(run), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_is_shown_as_a_tree()
    {
        var html = Html(await session.RunAsync("System.Text.Json.JsonDocument.Parse(\"{\\\"a\\\": [1, null], \\\"b\\\": \\\"<x>\\\"}\")"));

        Assert.Contains("<code>{&quot;a&quot;: [1, null], &quot;b&quot;: &quot;&lt;x&gt;&quot;}</code>", html, StringComparison.Ordinal);
        Assert.Contains("<tr><td>1</td><td><span>null</span></td></tr>", html, StringComparison.Ordinal);
        Assert.Contains("<tr><td>b</td><td><span>&quot;&lt;x&gt;&quot;</span></td></tr>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"abc\".AsMemory(1)", "bc")]
    [InlineData("new Memory<int>(new[] { 1, 2 })", "[ 1, 2 ]")]
    [InlineData("new { Inner = \"abc\".AsMemory() }.Inner.Length", "3")]
    [InlineData("display(new { Inner = \"abc\".AsMemory() }); 1", "1")]
    public async Task A_stretch_of_memory_is_shown_as_what_lies_there(string code, string text) => Assert.Equal(text, (await session.RunAsync(code)).Shown);

    private static string Html(CellRun run) => run.Events.OfType<SessionEvent.Result>().Single().Data["text/html"];
}
