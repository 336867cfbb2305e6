using CourseKit.Plotting.Plotly;

namespace CourseKit.Plotting.Drawing;

/// <summary>The signs at points: all of one trace in one path.</summary>
internal static class Markers
{
    public static void Draw(Canvas canvas, (double X, double Y)[] points, Marker? marker, string? lineColor, double opacity = 1)
    {
        var symbol = marker?.Symbol ?? "circle";
        var radius = (marker?.Size ?? 6) / 2;
        var color = marker?.Color ?? lineColor ?? Palette.Color(0);
        var seen = (marker?.Opacity ?? 1) * opacity;
        var isOpen = symbol.EndsWith("-open", StringComparison.Ordinal) || symbol is "x" or "cross";
        var outline = marker?.Line?.Width ?? (isOpen ? 1.6 : 0);
        // A round end of a line without length is the shortest way to write a disc.
        var isDisc = symbol == "circle" && outline == 0;
        var path = new PathText();
        foreach (var (x, y) in points)
            if (double.IsFinite(x + y))
                Append(path, isDisc ? "disc" : symbol.Replace("-open", "", StringComparison.Ordinal), x, y, radius);
        canvas.Path(path, isDisc
            ? new Ink(Stroke: color, Width: 2 * radius, Opacity: seen, Round: true)
            : new Ink(isOpen ? null : color, outline > 0 ? marker?.Line?.Color ?? color : null, outline, Opacity: seen));
    }

    private static void Append(PathText path, string symbol, double x, double y, double r)
    {
        switch (symbol)
        {
            case "disc":
                path.Dot(x, y);
                break;
            case "square":
                Polygon(path, x, y, [(-r, -r), (r, -r), (r, r), (-r, r)]);
                break;
            case "diamond":
                Polygon(path, x, y, [(0, -1.3 * r), (1.3 * r, 0), (0, 1.3 * r), (-1.3 * r, 0)]);
                break;
            case "triangle-up":
                Polygon(path, x, y, [(0, -1.2 * r), (1.1 * r, 0.8 * r), (-1.1 * r, 0.8 * r)]);
                break;
            case "triangle-down":
                Polygon(path, x, y, [(0, 1.2 * r), (1.1 * r, -0.8 * r), (-1.1 * r, -0.8 * r)]);
                break;
            case "x":
                path.Move(x - r, y - r).Line(x + r, y + r).Move(x + r, y - r).Line(x - r, y + r);
                break;
            case "cross":
                path.Move(x - r, y).Line(x + r, y).Move(x, y - r).Line(x, y + r);
                break;
            case "star":
                Polygon(path, x, y, [.. Around(10, i => i % 2 == 0 ? 1.4 * r : 0.6 * r)]);
                break;
            default:
                Polygon(path, x, y, [.. Around(16, _ => r)]);
                break;
        }
    }

    private static IEnumerable<(double, double)> Around(int corners, Func<int, double> radius) =>
        Enumerable.Range(0, corners).Select(i => Math.SinCos(2 * Math.PI * i / corners)).Select((angle, i) =>
            (radius(i) * angle.Sin, -radius(i) * angle.Cos));

    private static void Polygon(PathText path, double x, double y, (double X, double Y)[] corners)
    {
        path.Move(x + corners[0].X, y + corners[0].Y);
        foreach (var (dx, dy) in corners.AsSpan(1))
            path.Line(x + dx, y + dy);
        path.Close();
    }
}

/// <summary>Plotly's names of dashes as lengths.</summary>
internal static class Dashes
{
    public static string? Of(string? dash, double width)
    {
        var unit = Math.Max(1, width);
        double[]? lengths = dash switch
        {
            null or "solid" => null,
            "dot" => [0.1, 2],
            "dash" => [4, 2.5],
            "longdash" => [8, 3],
            "dashdot" => [4.5, 2.2, 0.1, 2.2],
            "longdashdot" => [8, 2.2, 0.1, 2.2],
            _ => [],
        };
        return lengths is null ? null : lengths.Length == 0
            ? dash!.Replace("px", "", StringComparison.Ordinal)
            : string.Join(' ', lengths.Select(length => PathText.Number(length * unit)));
    }
}
