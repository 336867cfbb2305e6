using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CourseKit.Plotting.Drawing;

namespace CourseKit.Tests.Plotting;

/// <summary>The charts in a browser: Plotly accepts and draws each, and the still pictures are as wide as was reckoned.</summary>
public partial class ChartBrowserTests
{
    /// <summary>Draws each chart with Plotly and reports what it says and how many marks can be seen.</summary>
    private const string DrawAll = """
        (async () => {
          const report = {};
          const marks = '.js-line,.point,.points path,.imagelayer image,.heatmaplayer image,.contourlayer path,.hm image,.im image';
          const seen = mark => { const box = mark.getBoundingClientRect(), style = getComputedStyle(mark);
            return box.width + box.height > 1 && style.opacity > 0 && style.visibility !== 'hidden'
              && (mark.tagName === 'image' || (style.stroke !== 'none' && parseFloat(style.strokeWidth) > 0) || style.fill !== 'none'); };
          const painted = canvas => { const empty = document.createElement('canvas'); empty.width = canvas.width; empty.height = canvas.height;
            return canvas.width > 0 && canvas.toDataURL() !== empty.toDataURL(); };
          for (const figure of document.querySelectorAll('.coursekit-figure')) {
            const json = JSON.parse(figure.querySelector('.coursekit-plotly').textContent), chart = document.createElement('div');
            const name = figure.parentElement.id;
            document.body.append(chart);
            try {
              const faults = Plotly.validate(json.data, json.layout) || [];
              await Plotly.newPlot(chart, json.data, json.layout);
              const drawn = [...chart.querySelectorAll(marks)].filter(seen).length + [...chart.querySelectorAll('canvas')].filter(painted).length;
              const cover = [...chart.querySelectorAll('.gtitle,.gtitle-subtitle,.legendtext')].map(text => text.getBoundingClientRect());
              const overlaps = cover.flatMap((a, i) => cover.slice(i + 1).filter(b => a.left < b.right && b.left < a.right && a.top + 2 < b.bottom && b.top + 2 < a.bottom)).length;
              report[name] = { faults: faults.map(fault => fault.msg), drawn, traces: json.data.length, overlaps };
            } catch (error) { report[name] = { faults: [String(error)], drawn: 0, traces: json.data.length, overlaps: 0 }; }
          }
          document.getElementById('report').textContent = JSON.stringify(report);
        })();
        """;

    /// <summary>Measures each text of the still pictures.</summary>
    private const string MeasureAll = """
        document.fonts.ready.then(() => {
          const report = [];
          for (const text of document.querySelectorAll('.coursekit-figure > svg text')) {
            const picture = text.closest('.coursekit-figure > svg').getBoundingClientRect(), box = text.getBoundingClientRect();
            report.push({ figure: text.closest('section').id, text: text.textContent, width: text.getComputedTextLength(),
              size: parseFloat(getComputedStyle(text).fontSize), bold: getComputedStyle(text).fontWeight >= 600,
              out: Math.max(picture.left - box.left, box.right - picture.right, picture.top - box.top, box.bottom - picture.bottom) });
          }
          document.getElementById('report').textContent = JSON.stringify(report);
        });
        """;

    [BrowserFact]
    public async Task Plotly_accepts_every_chart_and_draws_marks_that_can_be_seen()
    {
        var report = await AskAsync<Dictionary<string,
            Drawn>>("plotly.html", $"<script src=\"{new Uri(Chromium.Plotly).AbsoluteUri}\"></script>", DrawAll);

        Assert.Equal(ChartCatalogue.All.Select(chart => chart.Name), report.Keys);
        Assert.All(report, chart => Assert.True(chart.Value.Faults.Length == 0, $"{chart.Key}: {string.Join(" | ", chart.Value.Faults)}"));
        Assert.All(report, chart => Assert.True(chart.Value.Marks >= chart.Value.Traces,
            $"{chart.Key}: {chart.Value.Marks} marks of {chart.Value.Traces} traces"));
        Assert.All(report, chart => Assert.True(chart.Value.Overlaps == 0, $"{chart.Key}: titles and legend cover each other"));
    }

    [BrowserFact]
    public async Task Texts_are_no_wider_than_was_reckoned_and_inside_the_picture()
    {
        var texts = await AskAsync<Measured[]>("texts.html", "", MeasureAll);

        Assert.True(texts.Length > 500);
        Assert.All(texts, text => Assert.True(text.Out <= 1, $"{text.Figure}: “{text.Text}” stands out by {text.Out} pixels"));
        Assert.All(texts, text => Assert.True(text.Width <= 1.02 * TextWidths.Of(text.Text, text.Size, text.Bold) + 1,
            $"{text.Figure}: “{text.Text}” is {text.Width} wide, {TextWidths.Of(text.Text, text.Size, text.Bold)} was reckoned"));
    }

    /// <summary>Opens all charts on a page with a script that leaves its report in the document.</summary>
    private static async Task<T> AskAsync<T>(string file, string head, string script)
    {
        var page = new StringBuilder("<!DOCTYPE html><html><head><meta charset=\"utf-8\">").Append(head).Append("</head><body>");
        foreach (var (name, make) in ChartCatalogue.All)
            page.Append(CultureInfo.InvariantCulture, $"<section id=\"{name}\">{make().ToHtml()}</section>");
        page.Append("<pre id=\"report\"></pre><script>").Append(script).Append("</script></body></html>");
        var path = Path.Combine(Directory.CreateDirectory(Repository.PathOf("artifacts", "figures")).FullName, file);
        await File.WriteAllTextAsync(path, page.ToString());

        var document = await Chromium.DumpAsync(path);

        var json = System.Net.WebUtility.HtmlDecode(Report().Match(document).Groups[1].Value);
        Assert.False(string.IsNullOrEmpty(json), "The page's script left no report.");
        return JsonSerializer.Deserialize<T>(json, JsonSerializerOptions.Web)!;
    }

    [GeneratedRegex("<pre id=\"report\">(.*?)</pre>", RegexOptions.Singleline)]
    private static partial Regex Report();

    private sealed record Drawn(string[] Faults, [property: System.Text.Json.Serialization.JsonPropertyName("drawn")] int Marks,
        int Traces, int Overlaps);

    private sealed record Measured(string Figure, string Text, double Width, double Size, bool Bold, double Out);
}
