using CourseKit.Plotting.Drawing;
using CourseKit.Plotting.Plotly;

namespace CourseKit.Plotting;

/// <summary>What a picture of a decision boundary may be told.</summary>
public sealed record BoundaryOptions : ChartOptions
{
    /// <summary>The classes' names; 0, 1, 2, … if null.</summary>
    public IReadOnlyList<string>? Names { get; init; }

    /// <summary>Points of the grid in each direction. Range 10 to 400, default 80.</summary>
    public int Resolution { get; init; } = 80;

    /// <summary>The first input. Default <c>x₁</c>.</summary>
    public string XTitle { get; init; } = "x₁";

    /// <summary>The second input. Default <c>x₂</c>.</summary>
    public string YTitle { get; init; } = "x₂";
}

public static partial class Charts
{
    private const double BoundaryMargin = 0.12;

    /// <summary>Seen on the light plane and in the legend of a dark page.</summary>
    private const string Ring = "#cc2366";

    /// <summary>Light shades of the series' colours, dark enough to differ in grey.</summary>
    private static readonly string[] Tints = ["#b4d0ef", "#fce6d4", "#8ecab6", "#e2b9d3", "#ead7ae", "#d5e8f0", "#c4c4c4", "#f0cdd2",
        "#b9b0e4", "#d6e5bf"];

    /// <summary>Orange where class 0 is likely, blue, darker in grey too, where class 1 is, white between.</summary>
    private static readonly ColorScale Likely = new((0, "#fbd3b0"), (0.5, "#ffffff"), (1, "#7fafe0"));

    /// <summary>Where a classifier of two classes draws the line: the probability of class 1 over the plane, and the points.</summary>
    /// <param name="probability">From inputs (n, 2) to the probability (n) of class 1; asked for the grid and for the points.</param>
    /// <param name="points">(n, 2).</param>
    /// <param name="labels">(n), 0 or 1.</param>
    /// <param name="options">Names, titles, grid.</param>
    /// <exception cref="ArgumentException">The shapes do not fit, or a label is neither 0 nor 1.</exception>
    public static Figure DecisionBoundary(Func<double[,], double[]> probability, double[,] points, int[] labels,
        BoundaryOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(probability);
        options ??= new BoundaryOptions();
        var (x, y) = CheckPlane(points, labels, options, mostClasses: 2);
        int[] predicted = [.. Ask(probability, points).Select(value => value >= 0.5 ? 1 : 0)];
        return Boundary([Likelihood(probability, x, y)], points, labels, predicted, options);
    }

    /// <summary>Where a classifier of several classes draws the lines: the class it chooses over the plane, and the points.</summary>
    /// <param name="classify">From inputs (n, 2) to classes (n); asked for the grid and for the points.</param>
    /// <param name="points">(n, 2).</param>
    /// <param name="labels">(n), from 0 on.</param>
    /// <param name="options">Names, titles, grid.</param>
    /// <exception cref="ArgumentException">The shapes do not fit, or a label is negative.</exception>
    public static Figure DecisionBoundary(Func<double[,], int[]> classify, double[,] points, int[] labels, BoundaryOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(classify);
        options ??= new BoundaryOptions();
        var (x, y) = CheckPlane(points, labels, options, Tints.Length);
        var classes = Ask(classify, Grid(x, y));
        var predicted = Ask(classify, points);
        var count = 1 + Math.Max(labels.Max(), Math.Max(classes.Max(), predicted.Max()));
        var regions = new Heatmap
        {
            X = x,
            Y = y,
            Z = OnGrid(classes, y.Length, x.Length, value => value),
            ColorScale = Steps(count),
            ZMin = -0.5,
            ZMax = count - 0.5,
            ShowScale = false,
            HoverInfo = "skip",
        };
        var edges = Enumerable.Range(0, count - 1).Select(k => new Contour
        {
            X = x,
            Y = y,
            Z = OnGrid(classes, y.Length, x.Length, value => value == k ? 1 : 0),
            Contours = new ContourLevels { Start = 0.5, End = 0.5, Size = 1, Coloring = "none" },
            AutoContour = false,
            Line = new Line { Color = "#333333", Width = 1.5 },
            ShowLegend = false,
            HoverInfo = "skip",
        });
        return Boundary([regions, .. edges], points, labels, predicted, options);
    }

    /// <summary>The plane in the colour of the likelier class, and the line on which both are equally likely.</summary>
    private static Contour Likelihood(Func<double[,], double[]> probability, double[] x, double[] y) => new()
    {
        Name = "boundary",
        X = x,
        Y = y,
        Z = OnGrid(Ask(probability, Grid(x, y)), y.Length, x.Length, value => Math.Round(value, 3)),
        Contours = new ContourLevels { Start = 0.5, End = 0.5, Size = 1, Coloring = "heatmap" },
        AutoContour = false,
        ColorScale = Likely,
        ZMin = 0,
        ZMax = 1,
        Line = new Line { Color = "#333333", Width = 2 },
        ShowScale = false,
        HoverInfo = "skip",
    };

    private static Figure Boundary(IEnumerable<Trace> ground, double[,] points, int[] labels, int[] predicted, BoundaryOptions options)
    {
        var all = Enumerable.Range(0, labels.Length).ToArray();
        var wrong = all.Where(i => predicted[i] != labels[i]).ToArray();
        var sets = labels.Distinct().Order().Select(label => Points(points, [.. all.Where(i => labels[i] == label)],
            ClassName(options, label)) with
        {
            // Class 1 is blue, as its side of the plane is; further classes follow the palette.
            Marker = new Marker
            {
                Color = DarkOf(label),
                Symbol = Palette.Symbol(label),
                Size = 7,
                Line = new Line
                {
                    Color = "#ffffff",
                    Width = 1
                }
            },
        });
        var ringed = Points(points, wrong, string.Create(CultureInfo.InvariantCulture, $"misclassified ({wrong.Length})")) with
        {
            Marker = new Marker { Color = Ring, Symbol = "circle-open", Size = 15, Line = new Line { Color = Ring, Width = 2 } },
        };
        var words = string.Create(CultureInfo.InvariantCulture,
            $"{labels.Length} points of {labels.Distinct().Count()} classes, {wrong.Length} misclassified (accuracy " +
            $"{TypesetNumber.Short(1 - (double)wrong.Length / labels.Length)}).");
        Trace[] traces = [.. ground, .. sets, .. wrong.Length > 0 ? [ringed] : Array.Empty<Scatter>()];
        return ChartParts.Figure(traces, ChartParts.Layout(options, "Decision boundary", words,
            ("xaxis", new Axis { Title = PlotlyText.Encode(options.XTitle), ShowGrid = false, ZeroLine = false, Constrain = "domain" }),
            ("yaxis", new Axis
            {
                Title = PlotlyText.Encode(options.YTitle),
                ShowGrid = false,
                ZeroLine = false,
                ScaleAnchor = "x",
                Constrain = "domain"
            })) with
        {
            Width = options.Width ?? 480,
            Height = options.Height ?? 500,
            ShowLegend = true,
        });
    }

    private static Scatter Points(double[,] points, int[] rows, string name) => new()
    {
        Name = PlotlyText.Encode(name),
        X = Array.ConvertAll(rows, i => ChartParts.Rounded(points[i, 0])),
        Y = Array.ConvertAll(rows, i => ChartParts.Rounded(points[i, 1])),
        Mode = ScatterMode.Markers,
    };

    private static string DarkOf(int label) => label switch { 0 => "#b8500a", 1 => "#14599c", _ => Palette.Color(label) };

    private static ColorScale Steps(int count) => new([.. Enumerable.Range(0, count).SelectMany(k =>
    {
        var tint = Tints[k switch { 0 => 1, 1 => 0, _ => k }];
        return new[] { ((double)k / count, tint), ((k + 1.0) / count, tint) };
    })]);

    private static string ClassName(BoundaryOptions options, int label) =>
        options.Names is { } names && label < names.Count ? names[label] : string.Create(CultureInfo.InvariantCulture, $"class {label}");

    /// <summary>The plane with some room around the points, as two axes of equally spaced numbers.</summary>
    private static (double[] X, double[] Y) CheckPlane(double[,] points, int[] labels, BoundaryOptions options, int mostClasses)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(labels);
        var n = points.GetLength(0);
        ChartParts.RequireSome(nameof(DecisionBoundary), n, "point");
        if (points.GetLength(1) != 2 || labels.Length != n)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"Charts.DecisionBoundary: points (n, 2) with n labels are required; received ({n}, {points.GetLength(1)}) and " +
                $"{labels.Length}."));
        if (labels.Min() < 0 || labels.Max() >= mostClasses)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"Charts.DecisionBoundary: labels from 0 to {mostClasses - 1} are required; received {labels.Min()} to {labels.Max()}. " +
                $"For more than two classes give a function that returns int[]."));
        if (options.Resolution is < 10 or > 400)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"Charts.DecisionBoundary: Resolution from 10 to 400 is required; received {options.Resolution}."));
        return (Along(points, 0, options.Resolution), Along(points, 1, options.Resolution));
    }

    private static double[] Along(double[,] points, int column, int count)
    {
        var values = Enumerable.Range(0, points.GetLength(0)).Select(i => points[i, column]).Where(double.IsFinite).DefaultIfEmpty(0)
            .ToArray();
        var (low, high) = (values.Min(), values.Max());
        var room = high > low ? BoundaryMargin * (high - low) : 1;
        return [.. Enumerable.Range(0, count).Select(i => ChartParts.Rounded(low - room + i * (high - low + 2 * room) / (count - 1)))];
    }

    private static double[,] Grid(double[] x, double[] y)
    {
        var grid = new double[x.Length * y.Length, 2];
        for (var i = 0; i < grid.GetLength(0); i++)
            (grid[i, 0], grid[i, 1]) = (x[i % x.Length], y[i / x.Length]);
        return grid;
    }

    private static T[] Ask<T>(Func<double[,], T[]> classifier, double[,] inputs)
    {
        var answers = classifier(inputs);
        return answers is not null && answers.Length == inputs.GetLength(0) ? answers
            : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
            $"Charts.DecisionBoundary: one answer for each row of the inputs is required; the function gave {answers?.Length ?? 0} for " +
            $"{inputs.GetLength(0)}."));
    }

    private static double[,] OnGrid<T>(T[] answers, int rows, int columns, Func<T, double> value)
    {
        var z = new double[rows, columns];
        for (var i = 0; i < answers.Length; i++)
            z[i / columns, i % columns] = value(answers[i]);
        return z;
    }
}
