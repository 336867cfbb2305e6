using CourseKit.Plotting.Plotly;

namespace CourseKit.Plotting.Drawing;

/// <summary>Lines of equal height by marching squares (Lorensen and Cline 1987, in the plane).</summary>
internal static class ContourPainter
{
    public static void Draw(Canvas canvas, Contour contour, Scale x, Scale y)
    {
        var (low, high) = Heights(contour);
        var colors = contour.ColorScale ?? ColorScale.Viridis;
        var coloring = contour.Contours?.Coloring;
        if (coloring is "heatmap" or "fill")
            HeatmapPainter.DrawImage(canvas, HeatmapPainter.Of(contour), x, y, sharp: false);
        foreach (var level in Levels(contour, low, high))
        {
            var path = new PathText();
            foreach (var (from, to) in Segments(contour.Z, level))
                path.Move(At(contour.X, from.Column, x), At(contour.Y, from.Row, y)).Line(At(contour.X, to.Column, x),
                    At(contour.Y, to.Row, y));
            var color = coloring != "lines" && (coloring is not null || contour.Line?.Color is not null) ? contour.Line?.Color ?? Ink.Text
                : colors.HexAt(high > low ? (level - low) / (high - low) : 0.5);
            var width = contour.Line?.Width ?? 1.5;
            canvas.Path(path, new Ink(Stroke: color, Width: width, Dash: null, Opacity: contour.Opacity ?? 1, Round: true));
        }
    }

    /// <summary>The pieces of the line at <paramref name="level"/>, in columns and rows of the matrix with their fractions.</summary>
    public static IEnumerable<((double Column, double Row) From, (double Column, double Row) To)> Segments(double[,] z, double level)
    {
        for (var i = 0; i + 1 < z.GetLength(0); i++)
            for (var j = 0; j + 1 < z.GetLength(1); j++)
            {
                double a = z[i, j] - level, b = z[i, j + 1] - level, c = z[i + 1, j + 1] - level, d = z[i + 1, j] - level;
                if (!double.IsFinite(a + b + c + d))
                    continue;
                var crossings = new List<(double, double)>(4);
                if (a < 0 != b < 0)
                    crossings.Add((j + a / (a - b), i));
                if (b < 0 != c < 0)
                    crossings.Add((j + 1, i + b / (b - c)));
                if (c < 0 != d < 0)
                    crossings.Add((j + d / (d - c), i + 1));
                if (d < 0 != a < 0)
                    crossings.Add((j, i + a / (a - d)));
                if (crossings.Count == 2)
                {
                    yield return (crossings[0], crossings[1]);
                }
                else if (crossings.Count == 4)
                {
                    // A saddle: the middle says which corners belong together.
                    var first = a + b + c + d < 0 == a < 0 ? 0 : 1;
                    yield return (crossings[first], crossings[first + 1]);
                    yield return (crossings[first + 2 & 3], crossings[first + 3 & 3]);
                }
            }
    }

    private static double At(Values? places, double index, Scale scale)
    {
        var below = (int)index;
        var from = scale.Of(places, below);
        return index == below ? from : from + (index - below) * (scale.Of(places, below + 1) - from);
    }

    private static (double Low, double High) Heights(Contour contour)
    {
        var finite = contour.Z.Cast<double>().Where(double.IsFinite).DefaultIfEmpty(0).ToArray();
        return (finite.Min(), finite.Max());
    }

    private static IEnumerable<double> Levels(Contour contour, double low, double high)
    {
        if (contour.Contours is { Start: { } start, End: { } end } levels)
        {
            for (var level = start; level <= end + 1e-12; level += levels.Size is > 0 ? levels.Size.Value : Math.Max(1e-9, end - start))
                yield return level;
            yield break;
        }
        if (high > low)
            foreach (var tick in Ticks.Linear(low, high, 12, whole: false, (_, _) => "", _ => true))
                yield return tick.At;
    }
}
