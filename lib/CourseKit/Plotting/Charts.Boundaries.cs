using CourseKit.Plotting.Drawing;
using CourseKit.Plotting.Plotly;

namespace CourseKit.Plotting;

/// <summary>One of several decision boundaries side by side.</summary>
/// <param name="Name">What stands above it, before its accuracy.</param>
/// <param name="Probability">From inputs (n, 2) to the probability (n) of class 1; asked for the grid and for the points.</param>
/// <param name="Points">(n, 2).</param>
/// <param name="Labels">(n), 0 or 1.</param>
public sealed record BoundaryPanel(string Name, Func<double[,], double[]> Probability, double[,] Points, int[] Labels);

/// <summary>What a picture of several decision boundaries may be told.</summary>
public sealed record BoundariesOptions : ChartOptions
{
    /// <summary>Plots in a row. Range ≥ 1, default 4.</summary>
    public int Columns { get; init; } = 4;

    /// <summary>The names of the two classes; 0 and 1 if null.</summary>
    public IReadOnlyList<string>? Names { get; init; }

    /// <summary>Points of each grid in each direction. Range 10 to 400, default 40.</summary>
    public int Resolution { get; init; } = 40;
}

public static partial class Charts
{
    private const double PanelsWidth = 720, PanelName = 26, PanelsAround = 110;

    /// <summary>Gap between plots as a share of a plot: Plotly needs it in its domains, this library measures its own.</summary>
    private const double PanelGap = 0.1, PanelGapBelow = 0.22;

    /// <summary>Where several classifiers of two classes draw the line, in rows of small plots, each with its accuracy above it.</summary>
    /// <param name="panels">Name, classifier and points of each, row by row.</param>
    /// <param name="options">Plots in a row, names of the classes, titles.</param>
    /// <exception cref="ArgumentException">There is no plot, the shapes do not fit, or a label is neither 0 nor 1.</exception>
    public static Figure DecisionBoundaries(IEnumerable<BoundaryPanel> panels, BoundariesOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(panels);
        options ??= new BoundariesOptions();
        var all = panels.ToArray();
        ChartParts.RequireSome(nameof(DecisionBoundaries), all.Length, "plot");
        if (options.Columns < 1)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"Charts.DecisionBoundaries: Columns of 1 or more is required; received {options.Columns}."));

        var names = Array.ConvertAll(all, panel => $"{panel.Name} · {TypesetNumber.Short(PanelAccuracy(panel))}");
        var columns = Math.Min(options.Columns, all.Length);
        var rows = (all.Length + columns - 1) / columns;
        var width = options.Width ?? PanelsWidth;
        return ChartParts.Figure(all.SelectMany((panel, i) => SmallBoundary(panel, i, options)), ChartParts.Layout(options,
            "Decision boundaries", $"Name and accuracy of each: {string.Join("; ", names)}.",
            [.. all.SelectMany((_, i) => SmallAxes(i, columns, rows))]) with
        {
            Width = width,
            Height = options.Height ?? PanelsAround + rows * ((width - 60) / columns / (1 + PanelGap) + PanelName),
            ShowLegend = true,
            Annotations = [.. names.Select((name, i) => PanelTitle(name, AxisNumber(i)))],
        });
    }

    private static double PanelAccuracy(BoundaryPanel panel)
    {
        var classes = Ask(panel.Probability, panel.Points);
        return Enumerable.Range(0, classes.Length).Average(i => (classes[i] >= 0.5 ? 1 : 0) == panel.Labels[i] ? 1.0 : 0.0);
    }

    private static IEnumerable<Trace> SmallBoundary(BoundaryPanel panel, int place, BoundariesOptions options)
    {
        var (axis, named) = (AxisNumber(place), new BoundaryOptions { Names = options.Names, Resolution = options.Resolution });
        var (x, y) = CheckPlane(panel.Points, panel.Labels, named, mostClasses: 2);
        yield return Likelihood(panel.Probability, x, y) with { XAxis = $"x{axis}", YAxis = $"y{axis}", ShowLegend = false };
        foreach (var label in new[] { 0, 1 })
        {
            var rows = Enumerable.Range(0, panel.Labels.Length).Where(i => panel.Labels[i] == label).ToArray();
            if (rows.Length == 0)
                continue;
            yield return Points(panel.Points, rows, ClassName(named, label)) with
            {
                Marker = new Marker { Color = DarkOf(label), Symbol = Palette.Symbol(label), Size = 4 },
                LegendGroup = AxisNumber(label),
                ShowLegend = place == 0,
                XAxis = $"x{axis}",
                YAxis = $"y{axis}",
            };
        }
    }

    private static (string, Axis)[] SmallAxes(int place, int columns, int rows)
    {
        var (axis, column, row) = (AxisNumber(place), place % columns, rows - 1 - place / columns);
        var bare = new Axis { ShowGrid = false, ZeroLine = false, ShowTickLabels = false, Constrain = "domain" };
        return
        [
            ($"xaxis{axis}", bare with { Domain = Band(column, columns, PanelGap), Anchor = $"y{axis}" }),
            ($"yaxis{axis}", bare with { Domain = Band(row, rows, PanelGapBelow), Anchor = $"x{axis}", ScaleAnchor = $"x{axis}" }),
        ];
    }

    /// <summary>The i-th of equal parts of 0 … 1 with gaps between them.</summary>
    private static double[] Band(int i, int count, double gap)
    {
        var size = 1 / (count + (count - 1) * gap);
        return [Math.Round(i * size * (1 + gap), 4), Math.Min(1, Math.Round(i * size * (1 + gap) + size, 4))];
    }
}
