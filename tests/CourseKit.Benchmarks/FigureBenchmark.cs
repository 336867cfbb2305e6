using System.Diagnostics;
using System.Globalization;
using System.Text;
using CourseKit.Plotting;
using CourseKit.Plotting.Plotly;
using CourseKit.Tests.Plotting;
using Trace = CourseKit.Plotting.Plotly.Trace;

namespace CourseKit.Benchmarks;

/// <summary>How long a still picture of ten thousand points takes, and how large all charts on one page are.</summary>
internal static class FigureBenchmark
{
    private const int Points = 10_000;
    private const int Turns = 15;
    private const double MostMilliseconds = 200;
    private const int MostBytes = 1_500_000;

    public static int Run(string file)
    {
        string[] rows =
        [
            Row("points, one trace", new Scatter { X = Along, Y = Waves(0), Mode = ScatterMode.Markers }),
            Row("a line, one trace", new Scatter { X = Along, Y = Waves(0), Mode = ScatterMode.Lines }),
            Row("lines and points, ten traces", [.. Enumerable.Range(0, 10).Select(i => new Scatter
            {
                X = Along[..(Points / 10)],
                Y = Waves(i)[..(Points / 10)],
                Mode = ScatterMode.LinesMarkers,
            })]),
            Row("heat map of 100 × 100", new Heatmap { Z = Square(100) }),
            Row("contours of 100 × 100", new Contour { Z = Square(100) }),
        ];
        var (count, bytes, gzipped) = Page();
        List<string> lines =
        [
            "# Still pictures", "",
            $"{Machine.Cpu()}, .NET {Environment.Version}, {Machine.Today()}, {Machine.Load()}.", "",
            string.Create(CultureInfo.InvariantCulture,
                $"From a figure of {Points} points to the text of its SVG: the first time in a process, and the median of {Turns} more. Required: {MostMilliseconds} ms."), "",
            "| figure | first, ms | median, ms | SVG, KB |", "|---|---:|---:|---:|", .. rows, "",
            string.Create(CultureInfo.InvariantCulture,
                $"All {count} example charts on one page, without plotly.js: {bytes / 1000} KB, {gzipped / 1000} KB compressed. Required: {MostBytes / 1000} KB."),
        ];
        ResultFile.Write(file, lines, "## ");
        return 0;
    }

    private static double[] Along { get; } = [.. Enumerable.Range(0, Points).Select(i => i / 100.0)];

    private static double[] Waves(int phase) => [.. Along.Select((x, i) => Math.Sin(x + phase) + 0.3 * Math.Sin(7919.0 * i))];

    private static double[,] Square(int side)
    {
        var z = new double[side, side];
        for (var i = 0; i < side; i++)
            for (var j = 0; j < side; j++)
                z[i, j] = Math.Sin(i * 0.13) * Math.Cos(j * 0.09) + 0.05 * Math.Sin(7919.0 * (i * side + j));
        return z;
    }

    private static string Row(string name, params Trace[] traces)
    {
        var milliseconds = new List<double>();
        var svg = "";
        for (var turn = 0; turn <= Turns; turn++)
        {
            var figure = new Figure(traces, new Layout { Title = new Title { Text = name } });
            var start = Stopwatch.GetTimestamp();
            svg = figure.ToSvg();
            milliseconds.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        var median = Median.Of(milliseconds.Skip(1), value => value);
        return string.Create(CultureInfo.InvariantCulture, $"| {name} | {milliseconds[0]:0} | {median:0.0} | {Encoding.UTF8.GetByteCount(svg) / 1000} |");
    }

    private static (int Count, int Bytes, long Compressed) Page()
    {
        var figures = ChartCatalogue.All.Select(chart => chart.Make().ToHtml()).ToArray();
        var page = Encoding.UTF8.GetBytes(string.Join('\n', figures));
        using var packed = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(page);
        return (figures.Length, page.Length, packed.Length);
    }
}
