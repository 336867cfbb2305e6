using CourseKit.Display;
using CourseKit.Nn;
using Microsoft.DotNet.Interactive.Formatting;

namespace CourseKit.Tests.Display;

/// <summary>Our convention types, displayed by Microsoft's own formatter library.</summary>
public class FormattingConformanceTests
{
    [Fact]
    public void Every_kind_of_value_that_shows_itself_is_tried_here()
    {
        var kinds = typeof(RichView).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(RichView)) && !type.IsAbstract).Select(Kind);

        Assert.Equal(kinds.Distinct().Select(type => type.Name).Order(), ViewExamples.All.Select(view => Kind(view.GetType()).Name).Order());
    }

    [Fact]
    public void Every_promised_type_has_a_formatter()
    {
        var promises = typeof(RichView).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(RichView))).SelectMany(Preferred).Distinct().Order();
        var formatters = RichViewFormatters.CreateTypeFormatters().Cast<RichViewFormatter>().Select(formatter => formatter.MimeType);

        Assert.Equal(promises, formatters.Order());
    }

    [Fact]
    public void Each_value_is_shown_in_exactly_the_types_that_it_promises() => Assert.All(ViewExamples.All,
        view => Assert.Equal(Preferred(view.GetType()), Formatter.GetPreferredMimeTypesFor(view.GetType())));

    [Fact]
    public void Each_promised_type_is_written_as_the_value_writes_it() => Assert.All(ViewExamples.All, view =>
    {
        foreach (var (mime, content) in view.ToMimeBundle())
            Assert.StartsWith((string)content, view.ToDisplayString(mime), StringComparison.Ordinal);
    });

    [Fact]
    public void A_bundle_holds_what_the_attribute_promises_richest_first() => Assert.All(ViewExamples.All,
        view => Assert.Equal(Preferred(view.GetType()), view.ToMimeBundle().Keys));

    [Fact]
    public void A_view_in_a_list_is_shown_with_its_own_html()
    {
        var html = new[] { new Table("a") { Title = "Runs" }.Add(1) }.ToDisplayString("text/html");

        Assert.Contains(">Runs</caption>", html, StringComparison.Ordinal);
    }

    /// <summary>All modules show themselves by one method.</summary>
    private static Type Kind(Type type) => type.IsSubclassOf(typeof(Module)) ? typeof(Module) : type;

    private static string[] Preferred(Type type) =>
        type.GetCustomAttributes(inherit: true).OfType<CourseKit.Display.TypeFormatterSourceAttribute>().Single().PreferredMimeTypes!;
}
