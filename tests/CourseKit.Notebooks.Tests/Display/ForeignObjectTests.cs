using CourseKit.Notebooks.Display;
using Microsoft.Data.Analysis;
using Plotly.NET;

namespace CourseKit.Notebooks.Tests.Display;

public class ForeignObjectTests
{
    [Fact]
    public void A_chart_of_Plotly_NET_is_a_figure()
    {
        var bundle = ValueFormatter.Bundle(new GenericChart.Chart("losses"));

        Assert.Equal(["application/vnd.plotly.v1+json", "text/plain"], bundle.Keys);
        Assert.Equal("""{"data":[],"layout":{"title":"<b>"}}""", bundle["application/vnd.plotly.v1+json"]);
    }

    [Fact]
    public void A_data_frame_is_a_table_whose_text_is_encoded()
    {
        var bundle = ValueFormatter.Bundle(new DataFrame(new("<name>", "<script>", "b"), new("loss", 0.5, null)));

        Assert.Equal(
            "<table><caption>DataFrame, 2 rows</caption><thead><tr><th scope=\"col\">&lt;name&gt;</th><th scope=\"col\">loss</th></tr></thead><tbody>" +
            "<tr><td>&lt;script&gt;</td><td>0.5</td></tr><tr><td>b</td><td></td></tr></tbody></table>", bundle["text/html"]);
        Assert.Equal("DataFrame, 2 rows\n<name>    loss\n<script>  0.5\nb", bundle["text/plain"]);
    }

    [Fact]
    public void Of_a_long_frame_the_first_rows_are_shown_and_the_number_of_all()
    {
        var bundle = ValueFormatter.Bundle(new DataFrame(new DataFrameColumn("i", [.. Enumerable.Range(0, 1000).Cast<object?>()])));

        Assert.Contains("the first 20 of 1000 rows", bundle["text/plain"], StringComparison.Ordinal);
        Assert.EndsWith("\n19", bundle["text/plain"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_chart_that_cannot_be_written_says_so() =>
        Assert.Contains("toFigureJson", Assert.Throws<FormatterException>(() => ValueFormatter.Bundle(new GenericChart.Chart("broken"))).Message, StringComparison.Ordinal);
}
