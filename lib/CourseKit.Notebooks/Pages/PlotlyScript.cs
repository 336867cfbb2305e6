using System.Security.Cryptography;
using System.Text;
using CourseKit.Notebooks.Running;

namespace CourseKit.Notebooks.Pages;

/// <summary>Makes the still charts of a page interactive where plotly.js can be had; where not, nothing changes.</summary>
internal static class PlotlyScript
{
    /// <summary>Names a copy of plotly.min.js on this disk.</summary>
    public const string LocalCopy = "COURSEKIT_PLOTLY";

    private const string Package = "plotly.js-dist-min@4.1.2";

    /// <summary>SHA-384 of plotly.min.js in <see cref="Package"/>, as it lies in the npm registry.</summary>
    private const string Hash = "hHv6D3tTUUBpp4tVv6t2Dc3oGuRhphmWOTKUR8jWyN0Pnon1g3iebKCNDNmKmxo8";

    /// <summary>
    /// A chart is drawn when it comes near the screen, beside its still picture, which goes only when the drawing is there. It takes the
    /// page's colours, and takes them again when the page turns dark or light.
    /// </summary>
    private const string Draw = """
        <script>
        (function () {
          var soft = 'rgba(128,128,128,.3)', dark = matchMedia('(prefers-color-scheme: dark)');
          function theme(figure, layout) {
            var ink = getComputedStyle(figure).color, changes = { paper_bgcolor: 'rgba(0,0,0,0)', plot_bgcolor: 'rgba(0,0,0,0)', 'font.color': ink };
            Object.keys(layout).forEach(function (key) {
              if (/^[xy]axis\d*$/.test(key)) { changes[key + '.gridcolor'] = changes[key + '.zerolinecolor'] = soft; changes[key + '.linecolor'] = ink; }
            });
            return changes;
          }
          function draw(figure) {
            var still = figure.querySelector('svg,img'), source = JSON.parse(figure.querySelector('.coursekit-plotly').textContent);
            var layout = source.layout || {}, chart = document.createElement('div');
            chart.className = 'coursekit-chart';
            chart.style.maxWidth = (layout.width || figure.dataset.width || 700) + 'px';
            chart.style.height = (layout.height || figure.dataset.height || 420) + 'px';
            chart.setAttribute('role', 'group');
            chart.setAttribute('aria-label', still && (still.getAttribute('aria-label') || still.alt) || 'Chart');
            delete layout.width;
            layout.autosize = true;
            figure.appendChild(chart);
            Plotly.newPlot(chart, source.data, layout, { responsive: true, displaylogo: false }).then(function () {
              Plotly.relayout(chart, theme(figure, chart._fullLayout));
              figure.classList.add('live');
              dark.addEventListener('change', function () { Plotly.relayout(chart, theme(figure, chart._fullLayout)); });
            }).catch(function () { chart.remove(); });
          }
          window.coursekitCharts = function () {
            var near = new IntersectionObserver(function (seen) {
              seen.forEach(function (entry) { if (entry.isIntersecting) { near.unobserve(entry.target); draw(entry.target); } });
            }, { rootMargin: '600px' });
            document.querySelectorAll('.coursekit-figure').forEach(function (figure) {
              if (figure.querySelector('.coursekit-plotly')) near.observe(figure);
            });
          };
        })();
        </script>

        """;

    /// <summary>What stands at the end of a page with charts.</summary>
    /// <exception cref="RunException">A local copy is asked for, and there is none or another one.</exception>
    public static string Of(PlotlySource source) => Of(source, Environment.GetEnvironmentVariable(LocalCopy), File.ReadAllBytes);

    internal static string Of(PlotlySource source, string? copy, Func<string, byte[]> read) => source switch
    {
        PlotlySource.Cdn => Draw + $"<script async src=\"https://cdn.jsdelivr.net/npm/{Package}/plotly.min.js\" integrity=\"sha384-{Hash}\" " +
            "crossorigin=\"anonymous\" onload=\"coursekitCharts()\"></script>\n",
        PlotlySource.Inline => $"{Draw}<script>{Read(copy, read)}</script>\n<script>coursekitCharts()</script>\n",
        _ => "",
    };

    private static string Read(string? path, Func<string, byte[]> read)
    {
        const string Advice = $"Get it with: npm pack {Package}; set {LocalCopy} to its package/plotly.min.js. Or use --plotly cdn.";
        if (string.IsNullOrEmpty(path))
            throw new RunException($"--plotly inline: {LocalCopy} must name a copy of plotly.min.js; it is not set. {Advice}");
        byte[] bytes;
        try
        {
            bytes = read(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RunException($"--plotly inline: {LocalCopy} must name a copy of plotly.min.js; {path} cannot be read: {error.Message} {Advice}", error);
        }
        return Convert.ToBase64String(SHA384.HashData(bytes)) == Hash
            ? Encoding.UTF8.GetString(bytes).Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase)
            : throw new RunException($"--plotly inline: {path} must be plotly.min.js of {Package}; its SHA-384 differs. {Advice}");
    }
}
