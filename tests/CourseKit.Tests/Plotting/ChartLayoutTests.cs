using System.Xml.Linq;
using CourseKit.Plotting;
using CourseKit.Plotting.Drawing;
using CourseKit.Plotting.Plotly;

namespace CourseKit.Tests.Plotting;

/// <summary>What must hold of every picture, tried on every chart and on data that strain it.</summary>
public class ChartLayoutTests
{
    private static readonly string[] LongNames = [.. Enumerable.Range(0, 12).Select(i => $"a class with quite a long name, number {i}")];

    private static IEnumerable<(string Name, Func<Figure> Make)> Strained =>
    [
        ("one epoch", () => Charts.LossCurve([0.7])),
        ("gaps", () => Charts.LossCurve([2, double.NaN, 1.5, double.PositiveInfinity, double.NaN, 1, 0.5, 0.4])),
        ("nothing but gaps", () => Charts.LossCurve([double.NaN, double.NaN])),
        ("constant", () => Charts.LossCurve([3, 3, 3])),
        ("zeros", () => Charts.LossCurve([0, 0, 0], new() { LogScale = true })),
        ("huge", () => Charts.LossCurve([1e300, -1e300, 1.7e308])),
        ("tiny", () => Charts.LossCurve([1e-12, 3e-12, 2e-12])),
        ("large numbers", () => Charts.LossCurve([120_000, 480_000, 990_000])),
        ("narrow log", () => Charts.LossCurve([2.1, 2.2, 2.15], new() { LogScale = true })),
        ("narrow figure", () => Charts.LearningCurves([2, 1, 0.5], [2, 1.2, 0.9], options: new() { Width = 260,
            Title = "A title that is much too long for such a narrow figure" })),
        ("many long runs", () => Charts.Runs(LongNames.Select(name => (name, (IReadOnlyList<double>)[2, 1, 0.5])))),
        ("long classes", () => Charts.ConfusionMatrix(ChartCatalogue.Confusion(12, 5), LongNames)),
        ("many classes", () => Charts.ConfusionMatrix(ChartCatalogue.Confusion(40, 5))),
        ("one class", () => Charts.ConfusionMatrix(new[,] { { 7 } }, ["cat"])),
        ("one tiny picture", () => Charts.ImageGrid([new byte[5, 5]], ["six"], ["nine"])),
        ("five large units", () => Charts.Weights(new double[784, 5], 28, 28, new() { CellSize = 108 })),
        ("long picture names", () => Charts.ImageGrid([.. Enumerable.Repeat(new byte[28, 28], 5)], LongNames[..5], LongNames[1..6])),
        ("Persian", () => Charts.Comparison(ChartCatalogue.Persian.Select(name => (name, (IReadOnlyList<double>)[0.9, 0.91])),
            new() { Title = "دقت آزمون", Measure = "دقت" })),
        ("three-layer sweep", () => Charts.SweepHeatmap(new double[1, 1], ["hidden (5, 15, 50)"], ["0.1"])),
        ("narrow network", () => Charts.Network([3, 200, 200, 200, 1], new() { Width = 420 })),
    ];

    public static TheoryData<string> Names => [.. ChartCatalogue.All.Concat(Strained).Select(chart => chart.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void No_text_leaves_the_canvas(string name)
    {
        var scene = Make(name).ToScene();

        var canvas = new Rect(0, 0, scene.Width, scene.Height).Grow(1);
        Assert.All(scene.All.OfType<TextMark>(), text => Assert.True(canvas.Holds(text.Bounds),
            $"“{text.Text}” ({text.Role}) at {text.Bounds}"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_text_in_a_plot_is_cut_by_its_edge(string name)
    {
        var clips = Make(name).ToScene().Marks.OfType<ClipMark>();

        Assert.All(clips, clip => Assert.All(clip.Inner.OfType<TextMark>(), text => Assert.True(clip.Box.Grow(1).Holds(text.Bounds),
            $"“{text.Text}” at {text.Bounds} in {clip.Box}")));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_title_label_or_legend_entry_covers_another(string name)
    {
        var texts = Make(name).ToScene().All.OfType<TextMark>()
            .Where(text => text is { Angle: 0, Role: not (TextRole.Data or TextRole.Note) }).ToArray();

        var pairs = from i in Enumerable.Range(0, texts.Length)
                    from j in Enumerable.Range(i + 1, texts.Length - i - 1)
                    where texts[i].Bounds.Grow(-1.5).Overlaps(texts[j].Bounds.Grow(-1.5))
                    select $"“{texts[i].Text}” ({texts[i].Role}) and “{texts[j].Text}” ({texts[j].Role})";
        Assert.Empty(pairs);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_picture_is_well_formed_and_can_stand_twice_on_a_page(string name)
    {
        var figure = Make(name);

        var svg = XElement.Parse(figure.ToSvg());
        Assert.DoesNotContain(svg.DescendantsAndSelf(), element => element.Attribute("id") is not null
            || element.Name.LocalName is "style" or "script");
        Assert.DoesNotContain("NaN", figure.ToSvg().Replace("NaN pictures", "", StringComparison.Ordinal).Split(" font-family")[1],
            StringComparison.Ordinal);
        Assert.Equal(figure.ToSvg(), Make(name).ToSvg());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_written_as_json_is_read_as_the_same_figure(string name)
    {
        var figure = Make(name);

        var read = Figure.FromJson(figure.ToJson());

        Assert.DoesNotContain(read.Traces, trace => trace is OtherTrace);
        Assert.Equal(figure.ToJson(), read.ToJson());
        Assert.Equal(figure.ToSvg(), read.ToSvg());
    }

    private static Figure Make(string name) => ChartCatalogue.All.Concat(Strained).Single(chart => chart.Name == name).Make();
}
