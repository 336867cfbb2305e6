using CourseKit.Notebooks.Sessions;

namespace CourseKit.Notebooks.Tests.Sessions;

public class DisplayTests(TestSession session) : IClassFixture<TestSession>
{
    [Fact]
    public async Task What_is_displayed_can_be_replaced_in_its_place_by_a_later_cell()
    {
        var first = await session.RunAsync("var shown = display(\"first\"); shown.Update(\"second\");");
        var second = await session.RunAsync("shown.Update(3);");

        var displayed = Assert.Single(first.Events.OfType<SessionEvent.Displayed>());
        Assert.Equal("first", displayed.Data["text/plain"]);
        Assert.Equal(
            [(displayed.DisplayId!, "second"), (displayed.DisplayId!, "3")],
            first.Events.Concat(second.Events).OfType<SessionEvent.Updated>().Select(update => (update.DisplayId, update.Data["text/plain"])));
    }

    [Fact]
    public async Task A_handle_is_no_value_to_show()
    {
        var run = await session.RunAsync("display(5)");

        Assert.Equal(["Displayed", "Idle"], run.Events.Select(happened => happened.GetType().Name));
    }

    [Theory]
    [InlineData("display(42, \"text/plain\", \"application/json\");", "text/plain=42 application/json=42")]
    [InlineData("\"<svg/>\".DisplayAs(\"image/svg+xml\");", "image/svg+xml=<svg/>")]
    [InlineData("new[] { 1, 2 }.Display();", "text/html=<div class=\"dni-plaintext\"><pre>[ 1, 2 ]</pre></div> text/plain=[ 1, 2 ]")]
    [InlineData("((object)null).Display();", "text/html=<div class=\"dni-plaintext\"><pre>&lt;null&gt;</pre></div> text/plain=<null>")]
    [InlineData("display(HTML(\"<b>b</b>\"), \"text/html\");", "text/html=<b>b</b>")]
    [InlineData("display(\"a < b\", \"text/html\");", "text/html=<div class=\"dni-plaintext\"><pre>a &lt; b</pre></div>")]
    public async Task Representations_can_be_chosen(string code, string expected)
    {
        var run = await session.RunAsync(code);

        Assert.Null(run.Error);
        Assert.Equal(expected, Entries(Assert.Single(run.Events.OfType<SessionEvent.Displayed>()).Data));
    }

    [Fact]
    public async Task A_representation_that_a_value_lacks_fails_the_cell()
    {
        var error = (await session.RunAsync("display(42, \"image/png\");")).Error!;

        Assert.Equal(
            "display: a MIME type that Int32 can be shown in is required; \"image/png\" is none. " +
            "Show it without a MIME type, or show text with text.DisplayAs(mimeType).",
            error.Message);
        Assert.Equal(1, error.Position!.Line);
    }

    [Fact]
    public async Task A_library_reaches_the_display_through_delegates_and_needs_no_reference()
    {
        var run = await session.RunAsync("""
            var host = (IReadOnlyDictionary<string, Delegate>)AppContext.GetData("CourseKit.DisplayHost/1");
            var show = (Action<string, object>)host["show"];
            var update = (Action<string, object>)host["update"];
            var log = ((Func<System.IO.TextWriter>)host["log"])();
            Console.SetOut(System.IO.TextWriter.Null);
            log.Write("Iteration 1");
            show("chart", new Dictionary<string, object> { ["text/plain"] = "chart", ["image/png"] = new byte[] { 1, 2, 3 }, ["application/json"] = new { X = 1 } });
            show("number", 42);
            update("chart", "better chart");
            """);

        Assert.Null(run.Error);
        Assert.Equal("Iteration 1", run.Out);
        Assert.Equal(
            ["chart: text/plain=chart image/png=AQID application/json={\"X\":1}", "number: text/html=<div class=\"dni-plaintext\"><pre>42</pre></div> text/plain=42"],
            run.Events.OfType<SessionEvent.Displayed>().Select(shown => $"{shown.DisplayId}: {Entries(shown.Data)}"));
        var updated = Assert.Single(run.Events.OfType<SessionEvent.Updated>());
        Assert.Equal(("chart", "better chart"), (updated.DisplayId, updated.Data["text/plain"]));
    }

    [Fact]
    public async Task A_type_of_the_notebook_shows_itself_by_convention()
    {
        var run = await session.RunAsync("""
            class Card { public IReadOnlyDictionary<string, object> ToMimeBundle() => new Dictionary<string, object> { ["text/html"] = "<b>card</b>", ["text/plain"] = "card" }; }
            new Card()
            """);

        Assert.Equal("text/html=<b>card</b> text/plain=card", Entries(Assert.Single(run.Events.OfType<SessionEvent.Result>()).Data));
    }

    [Fact]
    public async Task A_formatter_that_throws_fails_the_cell_and_names_the_type()
    {
        var error = (await session.RunAsync("class Torn { public string ToHtml() => throw new InvalidOperationException(\"no paper\"); }\nnew Torn()")).Error!;

        Assert.Equal(
            ("System.InvalidOperationException", "Torn: its ToHtml() must return a text; it threw System.InvalidOperationException: no paper. Mend ToHtml(), or show another value."),
            (error.ExceptionType, error.Message));
        Assert.Equal(1, error.Position!.Line);
    }

    [Fact]
    public async Task A_sequence_that_throws_while_it_is_shown_fails_the_cell()
    {
        var error = (await session.RunAsync("static IEnumerable<int> Tear() { yield return 1; throw new InvalidOperationException(\"torn\"); }\nTear()")).Error!;

        Assert.Equal(("System.InvalidOperationException", "torn", 1), (error.ExceptionType, error.Message, error.Position!.Line));
    }

    private static string Entries(IEnumerable<KeyValuePair<string, string>> bundle) => string.Join(' ', bundle.Select(entry => $"{entry.Key}={entry.Value}"));
}
