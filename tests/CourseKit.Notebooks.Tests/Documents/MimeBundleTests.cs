using CourseKit.Notebooks.Documents;

namespace CourseKit.Notebooks.Tests.Documents;

public sealed class MimeBundleTests
{
    private static readonly MimeBundle Seven = MimeBundle.Of(("text/html", "<b>7</b>"), ("text/plain", "7"));

    [Fact]
    public void Bundles_are_equal_by_their_texts_and_order()
    {
        var same = new MimeBundle(Seven.ToDictionary());
        var turned = MimeBundle.Of(("text/plain", "7"), ("text/html", "<b>7</b>"));

        Assert.True(Seven.Equals(same));
        Assert.Equal(Seven.GetHashCode(), same.GetHashCode());
        Assert.False(Seven.Equals(turned));
        Assert.False(MimeBundle.Empty.Equals(JsonFields.Empty));
    }

    [Fact]
    public void Order_is_that_of_the_sender() => Assert.Equal(["text/html", "text/plain"], Seven.Keys);

    [Fact]
    public void With_replaces_in_place_and_appends()
    {
        Assert.Equal(MimeBundle.Of(("text/html", "8"), ("text/plain", "7")), Seven.With("text/html", "8"));
        Assert.Equal(["text/html", "text/plain", "image/png"], Seven.With("image/png", "iVBO").Keys);
    }

    [Fact]
    public void Text_is_found_by_its_type()
    {
        Assert.Equal("7", Seven["text/plain"]);
        Assert.False(Seven.TryGetValue("TEXT/PLAIN", out _));
        Assert.Equal(["<b>7</b>", "7"], Seven.Values);
    }

    [Fact]
    public void Printed_it_names_its_types_only() => Assert.Equal("MimeBundle(text/html, text/plain)", Seven.ToString());

    [Theory]
    [InlineData("application/json", true)]
    [InlineData("application/vnd.plotly.v1+json", true)]
    [InlineData("text/json", false)]
    [InlineData("text/plain", false)]
    public void Json_types_are_those_of_nbformat(string mime, bool isJson) => Assert.Equal(isJson, MimeBundle.IsJson(mime));

    [Fact]
    public void Records_that_hold_lists_are_equal_by_value()
    {
        NotebookDocument Notebook() => new()
        {
            Cells =
            [
                new() { Kernel = "csharp", Source = "1", Outputs = [new ErrorOutput("E", "v", ["a", "b"]), new ResultOutput(Seven, 1)] },
            ],
            Metadata = JsonFields.Parse("""{"a":1}"""),
        };

        Assert.Equal(Notebook(), Notebook());
        Assert.Equal(Notebook().GetHashCode(), Notebook().GetHashCode());
        Assert.NotEqual(Notebook(), Notebook() with { Cells = [] });
    }
}
