using CourseKit.Display;
using Microsoft.DotNet.Interactive.Formatting;

namespace CourseKit.Tests.Display;

/// <summary>Our convention types, displayed by Microsoft's own formatter library.</summary>
public class FormattingConformanceTests
{
    private static readonly RichView[] Views =
    [
        new Table("name", "loss") { Title = "Runs" }.Add("<sgd>", 0.25),
        CourseKit.Plotting.Charts.LossCurve([0.5, 0.25], new() { Title = "loss <b>" }),
        CourseKit.Reports.Verdicts.Of("one", "quick", "r4.parameters"),
        new Svg("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"></svg>", "a dot"),
    ];

    [Fact]
    public void Every_view_of_the_library_is_among_those_tried_here_or_derives_from_a_promise_that_is()
    {
        var promises = typeof(RichView).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(RichView)) && !type.IsAbstract)
            .SelectMany(Preferred);

        Assert.All(promises, mime => Assert.Contains(mime, MimeTypes.All));
    }

    [Fact]
    public void Each_view_is_shown_in_exactly_the_types_that_it_promises()
    {
        foreach (var view in Views)
            Assert.Equal(Preferred(view.GetType()), Formatter.GetPreferredMimeTypesFor(view.GetType()));
    }

    [Fact]
    public void Each_promised_type_is_written_as_the_view_writes_it()
    {
        foreach (var view in Views)
            foreach (var (mime, content) in view.ToMimeBundle())
                Assert.StartsWith((string)content, view.ToDisplayString(mime), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bundle_holds_what_the_attribute_promises_richest_first()
    {
        foreach (var view in Views)
            Assert.Equal(Preferred(view.GetType()), view.ToMimeBundle().Keys);
    }

    [Fact]
    public void A_view_in_a_list_is_shown_with_its_own_html()
    {
        var html = new[] { Views[0] }.ToDisplayString("text/html");

        Assert.Contains(">Runs</caption>", html, StringComparison.Ordinal);
    }

    private static string[] Preferred(Type type) =>
        type.GetCustomAttributes(inherit: true).OfType<CourseKit.Display.TypeFormatterSourceAttribute>().Single().PreferredMimeTypes!;
}
