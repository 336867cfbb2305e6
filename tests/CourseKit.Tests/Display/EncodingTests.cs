using System.Reflection;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using CourseKit.Display;
using CourseKit.Plotting;
using Markdig;

namespace CourseKit.Tests.Display;

/// <summary>Text from data is text wherever it is shown: none of it becomes markup.</summary>
public class EncodingTests
{
    private const string Evil = ViewExamples.Evil;

    /// <summary>Each chart with hostile text wherever it takes text.</summary>
    private static readonly IReadOnlyList<(string Chart, Figure Figure)> EvilCharts =
    [
        (nameof(Charts.LossCurve), Charts.LossCurve([2, 1], Curve)),
        (nameof(Charts.LearningCurves), Charts.LearningCurves([2, 1], [2, 1.5], [0.1, 0.5], [0.1, 0.4], Curve)),
        (nameof(Charts.Runs), Charts.Runs([(Evil, [2.0, 1.0]), ("b", [1000.0, 1e-3])], Curve)),
        (nameof(Charts.AccuracyAgainstTime), Charts.AccuracyAgainstTime([(Evil, [1.0, 2.0], [0.1, 0.5])], Curve)),
        (nameof(Charts.ConfusionMatrix), Charts.ConfusionMatrix(new[,] { { 3, 0 }, { 1, 0 } }, [Evil, Evil], new() { Title = Evil, Data = Evil })),
        (nameof(Charts.ImageGrid), Charts.ImageGrid([new byte[2, 2], new byte[2, 2]], [Evil, "b"], ["b", Evil], new() { Title = Evil, Data = Evil })),
        (nameof(Charts.Weights), Charts.Weights(new[,] { { 1.0 }, { 2.0 } }, 1, 2, new() { Title = Evil, Data = Evil })),
        (nameof(Charts.DecisionBoundary), Charts.DecisionBoundary(x => new int[x.GetLength(0)], new[,] { { 0.0, 0.0 }, { 1.0, 1.0 } }, [0, 1],
            new() { Title = Evil, Data = Evil, Names = [Evil, Evil], XTitle = Evil, YTitle = Evil })),
        (nameof(Charts.DecisionBoundary), Charts.DecisionBoundary(x => new double[x.GetLength(0)], new[,] { { 0.0, 0.0 }, { 1.0, 1.0 } }, [0, 1],
            new() { Title = Evil, Data = Evil, Names = [Evil, Evil], XTitle = Evil, YTitle = Evil })),
        (nameof(Charts.ActivationFunctions), Charts.ActivationFunctions([(Evil, z => z, _ => 1)], new() { Title = Evil, Data = Evil })),
        (nameof(Charts.Comparison), Charts.Comparison([(Evil, [0.5, 0.6])], new() { Title = Evil, Data = Evil, Measure = Evil })),
        (nameof(Charts.SeedStrip), Charts.SeedStrip([(Evil, [0.5, 0.6])], new() { Title = Evil, Data = Evil, Measure = Evil })),
        (nameof(Charts.OutcomeStrip), Charts.OutcomeStrip([true, false], new() { Title = Evil, Data = Evil })),
        (nameof(Charts.SweepHeatmap), Charts.SweepHeatmap(new[,] { { 0.5, double.NaN } }, [Evil], [Evil, "b"],
            new() { Title = Evil, Data = Evil, Measure = Evil, XTitle = Evil, YTitle = Evil })),
        (nameof(Charts.ParallelCoordinates), Charts.ParallelCoordinates([new(Evil, new[] { Evil, "b" }), new(Evil, new[] { 0.5, 0.6 })],
            new() { Title = Evil, Data = Evil })),
        (nameof(Charts.RocCurve), Charts.RocCurve([(Evil, [0.1, 0.9], [false, true])], new() { Title = Evil, Data = Evil })),
        (nameof(Charts.PrecisionRecall), Charts.PrecisionRecall([(Evil, [0.1, 0.9], [false, true])], new() { Title = Evil, Data = Evil })),
        (nameof(Charts.LayerActivations), Charts.LayerActivations([(Evil, new[,] { { 0.0, 1 }, { 0, 2 } })], new() { Title = Evil, Data = Evil })),
        (nameof(Charts.WeightHistogram), Charts.WeightHistogram([(Evil, [0.1, 0.2])], new() { Title = Evil, Data = Evil })),
        (nameof(Charts.Network), Charts.Network([2, 1], new() { Title = Evil, Data = Evil, LayerNames = [Evil, Evil] })),
        (nameof(Charts.Surface), Charts.Surface([0, 1], [0, 1], new[,] { { 0.0, 1 }, { 1, 2 } },
            new() { Title = Evil, Data = Evil, Measure = Evil, XTitle = Evil, YTitle = Evil, Points = [(0, 0, Evil)] })),
    ];

    private static CurveOptions Curve => new() { Title = Evil, Data = Evil, XTitle = Evil, YTitle = Evil };

    [Fact]
    public void Every_chart_is_tried() => Assert.Equal(
        typeof(Charts).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Select(method => method.Name).Distinct().Order(),
        EvilCharts.Select(chart => chart.Chart).Distinct().Order());

    [Fact]
    public void In_a_charts_html_text_stays_text() => Assert.All(EvilCharts, chart => AssertHarmless(chart.Figure.ToHtml()));

    [Fact]
    public void In_a_still_picture_text_stays_text() => Assert.All(EvilCharts, chart =>
    {
        var svg = XDocument.Parse(chart.Figure.ToSvg());

        Assert.DoesNotContain(svg.Descendants(), element => element.Name.LocalName is "script" or "img");
        // The whole title may be cut to its room; its beginning is there, as text.
        Assert.Contains(svg.Descendants(), element => element.Name.LocalName is "text" or "title" && element.Value.StartsWith("<script", StringComparison.Ordinal));
    });

    [Fact]
    public void In_plotlys_json_text_is_encoded_as_plotly_reads_it() => Assert.All(EvilCharts, chart =>
    {
        var json = JsonNode.Parse(chart.Figure.ToJson())!;
        // The description in words is no text of Plotly's: it becomes an attribute of the page.
        json["layout"]!.AsObject().Remove("meta");

        Assert.Contains(Texts(json), text => text.Contains("&lt;script", StringComparison.Ordinal));
        Assert.DoesNotContain(Texts(json), text => text.Contains("<script", StringComparison.Ordinal) || text.Contains("<img", StringComparison.Ordinal));
    });

    [Fact]
    public void In_html_of_any_other_value_text_stays_text() => Assert.All(ViewExamples.All, view => AssertHarmless(view.ToHtml()));

    [Fact]
    public void In_markdown_text_stays_text_and_in_its_cell()
    {
        var markdown = new Table(Evil, "b") { Title = Evil }.Add(Evil, "*not bold* [no link](x) `no code` val_loss").ToMarkdown();

        var html = Markdown.ToHtml(markdown, new MarkdownPipelineBuilder().UsePipeTables().UseEmphasisExtras().Build());

        AssertHarmless(html);
        var page = new HtmlParser().ParseDocument(html);
        Assert.Equal([Evil, "*not bold* [no link](x) `no code` val_loss"], page.QuerySelectorAll("tbody td").Select(cell => cell.TextContent));
        Assert.Empty(page.QuerySelectorAll("td :is(em, strong, a, code)"));
    }

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject entries => entries.SelectMany(entry => Texts(entry.Value)),
        JsonArray items => items.SelectMany(Texts),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };

    /// <summary>No element and no handler that the text would have made.</summary>
    private static void AssertHarmless(string html)
    {
        var page = new HtmlParser().ParseDocument(html);

        Assert.All(page.QuerySelectorAll("script"), script => Assert.Equal("application/json", script.GetAttribute("type")));
        Assert.Empty(page.QuerySelectorAll("[onerror], img[src=x]"));
        Assert.DoesNotContain(page.QuerySelectorAll("*"), element => element.Attributes.Any(attribute => attribute.Name.Contains("script", StringComparison.Ordinal)));
    }
}
