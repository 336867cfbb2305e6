using System.Globalization;
using System.Text;
using CourseKit.Plotting;

namespace CourseKit.Tests.Plotting;

/// <summary>Pages to look at: <c>artifacts/figures/</c>, light and dark.</summary>
public class ChartPages
{
    [Fact]
    public void All_charts_stand_on_a_page_below_one_and_a_half_megabytes()
    {
        var folder = Directory.CreateDirectory(Repository.PathOf("artifacts", "figures"));

        var page = Page(ChartCatalogue.All.Select(chart => chart.Make()));
        File.WriteAllText(Path.Combine(folder.FullName, "light.html"), page);
        File.WriteAllText(Path.Combine(folder.FullName, "dark.html"), page.Replace("class=\"light\"", "class=\"dark\"",
            StringComparison.Ordinal));

        Assert.InRange(Encoding.UTF8.GetByteCount(page), 1, 1_500_000);
    }

    private static string Page(IEnumerable<Figure> figures)
    {
        var page = new StringBuilder(
            "<!DOCTYPE html><meta charset=utf-8><style>body{font-family:sans-serif;margin:16px}.dark{background:#181a1f;color:#d7dae0}" +
            "section{margin:0 0 28px}pre{font-size:12px;white-space:pre-wrap}</style><body class=\"light\">");
        foreach (var figure in figures)
            page.Append(CultureInfo.InvariantCulture,
                $"<section>{figure.ToHtml()}<pre>{System.Net.WebUtility.HtmlEncode(figure.ToText())}</pre></section>\n");
        return page.ToString();
    }
}
