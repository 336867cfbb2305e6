using System.Text.Json.Nodes;
using System.Xml.Linq;
using CourseKit.Plotting;
using CourseKit.Plotting.Drawing;
using CourseKit.Plotting.Plotly;

namespace CourseKit.Tests.Plotting;

public class FigureTests
{
    private const string Foreign = """
        {"data":[{"type":"scatter","x":[1,2],"y":[3,null],"mode":"lines","stackgroup":"one","line":{"color":"red","shape":"hv"}},
        {"type":"pie","labels":["a","b"],"values":[1,2]},{"type":"scatter","y":{"bdata":"AQI=","dtype":"i1"}}],
        "layout":{"title":"Old","template":{"layout":{"colorway":["#000"]}},"xaxis3":{"title":{"text":"z"},"ticks":"inside"}},"config":{"responsive":true}}
        """;

    [Fact]
    public void Loss_curve_reads_as_approved()
    {
        var figure = Charts.LossCurve([2.3, 1.1, 0.7, 0.52, 0.5], new() { Title = "Loss <of> five epochs", Data = "Digits & more" });

        Approved.Check(figure.ToJson().Replace(",\"", ",\n\"", StringComparison.Ordinal), "LossCurve.json");
        Approved.Check(figure.ToSvg().Replace("><", ">\n<", StringComparison.Ordinal), "LossCurve.svg");
        Approved.Check(figure.ToText(), "LossCurve.txt");
    }

    [Fact]
    public void Confusion_matrix_reads_as_approved()
    {
        var figure = Charts.ConfusionMatrix(new[,] { { 8, 0, 2 }, { 1, 0, 9 }, { 0, 0, 10 } }, ["گربه", "dog", "Ankle boot"]);

        Approved.Check(figure.ToSvg().Replace("><", ">\n<", StringComparison.Ordinal), "ConfusionMatrix.svg");
        Approved.Check(figure.ToText(), "ConfusionMatrix.txt");
    }

    [Fact]
    public void Foreign_figures_come_back_whole_and_the_picture_names_what_it_leaves_out()
    {
        var figure = Figure.FromJson(Foreign);

        var (was, now) = (JsonNode.Parse(Foreign)!, JsonNode.Parse(figure.ToJson())!);
        was["layout"]!["title"] = new JsonObject { ["text"] = "Old" };
        Assert.True(JsonNode.DeepEquals(was, now), now.ToJsonString());
        Assert.Equal([typeof(Scatter), typeof(OtherTrace), typeof(OtherTrace)], figure.Traces.Select(trace => trace.GetType()));
        Assert.Contains("shown by Plotly only: pie, scatter.", figure.ToSvg(), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_from_data_ends_neither_the_script_nor_the_picture()
    {
        const string Evil = "</script><script>alert(1)</script>";

        var html = Charts.Runs([(Evil, [1, 2]), ("\"quoted\" & 'so'", [2, 1])], new() { Title = Evil, Data = Evil, YTitle = Evil })
            .ToHtml();

        Assert.Equal(1, html.Split("<script").Length - 1);
        Assert.Equal(1, html.Split("</script").Length - 1);
    }

    [Fact]
    public void Names_with_signs_of_html_are_shown_as_they_are()
    {
        var svg = XElement.Parse(Charts.Runs([("a<b>c</b>", [1, 2]), ("x & y", [2, 1])]).ToSvg());

        var texts = svg.Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value).ToArray();
        Assert.Contains("a<b>c</b>", texts);
        Assert.Contains("x & y", texts);
    }

    [Fact]
    public void Persian_runs_from_right_to_left_and_stays_one_piece()
    {
        var svg = XElement.Parse(Charts.ConfusionMatrix(new[,] { { 1, 0 }, { 0, 1 } }, ["صفر", "یک"]).ToSvg());

        var names = svg.Descendants().Where(element => element.Value is "صفر" or "یک" && element.Name.LocalName == "text").ToArray();
        Assert.Equal(4, names.Length);
        Assert.All(names, name => Assert.Equal("rtl", name.Attribute("direction")?.Value));
        // At the left of the plot a name must end where it touches the axis: the start of a line that runs leftwards.
        Assert.Equal(2, names.Count(name => name.Attribute("text-anchor") is null));
    }

    [Fact]
    public void A_long_line_keeps_its_peaks()
    {
        var y = Enumerable.Range(0, 100_000).Select(i => Math.Sin(i * 0.37) + (i == 77_777 ? 40 : 0)).ToArray();

        var points = Enumerable.Range(0, y.Length).Select(i => (X: i * 500.0 / y.Length, Y: y[i])).ToArray();
        var kept = Decimation.MinMax(points).ToArray();

        Assert.InRange(kept.Length, 500, 2004);
        Assert.Contains((77_777 * 500.0 / y.Length, y[77_777]), kept);
        Assert.Equal(kept.OrderBy(point => point.X), kept);
    }

    [Fact]
    public void A_contour_of_a_cone_is_a_circle()
    {
        var z = new double[41, 41];
        for (var i = 0; i < 41; i++)
            for (var j = 0; j < 41; j++)
                z[i, j] = Math.Sqrt((i - 20) * (i - 20) + (j - 20) * (j - 20));

        var ends = ContourPainter.Segments(z, 12.3).SelectMany(segment => new[] { segment.From, segment.To }).ToArray();

        Assert.True(ends.Length > 100);
        Assert.All(ends, end => Assert.InRange(Math.Sqrt((end.Row - 20) * (end.Row - 20) + (end.Column - 20) * (end.Column - 20)), 12.25,
            12.35));
    }

    [Fact]
    public void Areas_and_precisions_are_those_of_scikit_learn()
    {
        // The example of scikit-learn's documentation: roc_auc_score 0.75, average_precision_score 0.8333.
        var curve = new RankingCurve([0.1, 0.4, 0.35, 0.8], [false, false, true, true]);

        Assert.Equal(0.75, curve.Area, 12);
        Assert.Equal(5 / 6.0, curve.AveragePrecision, 12);
        Assert.Equal([0, 0, 0.5, 0.5, 1], curve.Roc().X);
        Assert.Equal([0, 0.5, 0.5, 1, 1], curve.Roc().Y);
    }

    [Fact]
    public void Quartiles_stand_between_the_values()
    {
        // Hyndman and Fan's definition 5, by hand: positions ½, 1½, 2½, 3½ of four values; a quarter of four is 1, between the first two.
        Assert.Equal([1.5, 2.5, 3.5], new[] { 0.25, 0.5, 0.75 }.Select(share => BoxPainter.Quantile([1, 2, 3, 4], share)));
    }

    [Fact]
    public void Every_kind_of_trace_is_drawn()
    {
        Trace[] traces =
        [
            new Box { Name = "seeds", Y = [1, 2, 3, 4, 20] }, new Histogram { X = [0.1, 0.2, 0.25, 0.9] },
                new Bar { X = new[] { "a", "b" }, Y = [3, -1] },
            new Scatter { Y = [1, 2, 3], Fill = "tozeroy", Mode = ScatterMode.MarkersText, Text = ["p", "q", "r"] },
            new Contour { Z = new double[,] { { 0, 1 }, { 1, 2 } } },
        ];

        Assert.All(traces, trace => Assert.True(new Figure([trace]).ToScene().Marks.OfType<ClipMark>().SelectMany(clip => clip.Inner)
            .Any(), trace.Type));
    }
}
