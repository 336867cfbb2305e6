using CourseKit.Plotting.Drawing;
using CourseKit.Plotting.Plotly;

namespace CourseKit.Plotting;

/// <summary>What a picture of a surface may be told.</summary>
public sealed record SurfaceOptions : ChartOptions
{
    /// <summary>What runs to the right.</summary>
    public string? XTitle { get; init; }

    /// <summary>What runs upwards.</summary>
    public string? YTitle { get; init; }

    /// <summary>What the height is. Default <c>loss</c>.</summary>
    public string Measure { get; init; } = "loss";

    /// <summary>Points on the plane with their names, such as where a training began and ended.</summary>
    public IReadOnlyList<(double X, double Y, string Name)> Points { get; init; } = [];
}

public static partial class Charts
{
    private const int Levels = 12;

    /// <summary>A function of two numbers seen from above, as on a map: dark is low, lines join equal heights.</summary>
    /// <param name="x">Where the columns stand, equally spaced, rising.</param>
    /// <param name="y">Where the rows stand, equally spaced, rising.</param>
    /// <param name="z">(rows, columns): the heights; NaN is a hole.</param>
    /// <param name="options">Names, points, titles.</param>
    /// <exception cref="ArgumentException">The shapes do not fit, or there is no finite height.</exception>
    public static Figure Surface(double[] x, double[] y, double[,] z, SurfaceOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(z);
        options ??= new SurfaceOptions();
        if (z.GetLength(0) != y.Length || z.GetLength(1) != x.Length || x.Length < 2 || y.Length < 2)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"Charts.Surface: heights ({y.Length}, {x.Length}), one for each y and x, two of each or more, are required; received " +
                $"({z.GetLength(0)}, {z.GetLength(1)})."));
        var heights = z.Cast<double>().Where(double.IsFinite).ToArray();
        ChartParts.RequireSome(nameof(Surface), heights.Length, "finite height");

        var (low, high) = (heights.Min(), heights.Max());
        var levels = low < high ? Ticks.Linear(low, high, Levels, whole: false, (_, _) => "", _ => true).Select(tick => tick.At).ToArray()
            : [low];
        var surface = new Contour
        {
            X = Array.ConvertAll(x, value => ChartParts.Rounded(value)),
            Y = Array.ConvertAll(y, value => ChartParts.Rounded(value)),
            Z = Rounded(z),
            Contours = new ContourLevels
            {
                Start = levels[0],
                End = levels[^1],
                Size = levels.Length > 1 ? levels[1] - levels[0] : 1,
                Coloring = "heatmap"
            },
            AutoContour = false,
            ColorScale = ColorScale.Viridis,
            Line = new Line { Color = "#ffffff", Width = 0.7 },
            ColorBar = new ColorBar { Title = PlotlyText.Encode(options.Measure) },
        };
        var words = $"{options.Measure} from {TypesetNumber.Short(low)} to {TypesetNumber.Short(high)}" +
            (options.Points.Count == 0 ? "." : $"; marked: {string.Join(", ", options.Points.Select(Place))}.");
        return ChartParts.Figure([surface, .. options.Points.Count > 0 ? [Marked(options.Points)] : Array.Empty<Scatter>()],
            ChartParts.Layout(options, $"{options.Measure} from above", words,
            ("xaxis", new Axis
            {
                Title = options.XTitle is { } xTitle ? PlotlyText.Encode(xTitle) : null,
                Range = [x[0], x[^1]],
                ShowGrid = false,
                ZeroLine = false
            }),
            ("yaxis", new Axis
            {
                Title = options.YTitle is { } yTitle ? PlotlyText.Encode(yTitle) : null,
                Range = [y[0], y[^1]],
                ShowGrid = false,
                ZeroLine = false
            })) with
            {
                Height = options.Height ?? 460,
                Annotations = [.. options.Points.Select(point => Flag(point, x))],
            });
    }

    private static string Place((double X, double Y, string Name) point) =>
        $"{point.Name} at ({TypesetNumber.Short(point.X)}, {TypesetNumber.Short(point.Y)})";

    private static Scatter Marked(IReadOnlyList<(double X, double Y, string Name)> points) => new()
    {
        X = points.Select(point => point.X).ToArray(),
        Y = points.Select(point => point.Y).ToArray(),
        Mode = ScatterMode.Markers,
        Marker = new Marker { Color = "#ffffff", Symbol = "circle", Size = 9, Line = new Line { Color = "#111111", Width = 2 } },
        ShowLegend = false,
        HoverInfo = "skip",
    };

    /// <summary>The name of a point on a piece of paper, so that it can be read on dark and on light ground.</summary>
    private static Annotation Flag((double X, double Y, string Name) point, double[] x)
    {
        var toTheLeft = point.X > x[0] + 0.6 * (x[^1] - x[0]);
        return new Annotation
        {
            Text = PlotlyText.Encode(point.Name),
            X = point.X,
            Y = point.Y,
            XRef = "x",
            YRef = "y",
            XAnchor = toTheLeft ? "right" : "left",
            XShift = toTheLeft ? -10 : 10,
            Font = new Font { Size = 11, Color = "#111111" },
            BgColor = "rgba(255,255,255,0.85)",
        };
    }

    private static double[,] Rounded(double[,] z)
    {
        var rounded = new double[z.GetLength(0), z.GetLength(1)];
        for (var i = 0; i < z.GetLength(0); i++)
            for (var j = 0; j < z.GetLength(1); j++)
                rounded[i, j] = ChartParts.Rounded(z[i, j], 4);
        return rounded;
    }
}
