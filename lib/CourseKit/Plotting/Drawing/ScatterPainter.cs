using CourseKit.Plotting.Plotly;

namespace CourseKit.Plotting.Drawing;

/// <summary>Points, lines and text.</summary>
internal static class ScatterPainter
{
    public static Ink LineInk(Scatter scatter)
    {
        var width = scatter.Line?.Width ?? 2;
        return new Ink(Stroke: scatter.Line?.Color ?? scatter.Marker?.Color ?? Palette.Color(0), Width: width,
            Dash: Dashes.Of(scatter.Line?.Dash, width), Opacity: scatter.Opacity ?? 1, Round: true);
    }

    public static void Draw(Canvas canvas, Scatter scatter, Scatter? previous, Scale x, Scale y)
    {
        var points = Points(scatter, x, y);
        DrawFill(canvas, scatter, previous, points, x, y);
        DrawErrors(canvas, scatter, points, x, y);
        if (scatter.Mode is ScatterMode.Lines or ScatterMode.LinesMarkers && (scatter.Line?.Width ?? 2) > 0)
            DrawLine(canvas, points, LineInk(scatter));
        if (scatter.Mode is ScatterMode.Markers or ScatterMode.LinesMarkers or ScatterMode.MarkersText)
            Markers.Draw(canvas, points, scatter.Marker, scatter.Line?.Color, scatter.Opacity ?? 1);
        if (scatter.Mode is ScatterMode.Text or ScatterMode.MarkersText)
            DrawText(canvas, scatter, points);
    }

    private static (double X, double Y)[] Points(Scatter scatter, Scale x, Scale y)
    {
        var points = new (double X, double Y)[Math.Min(scatter.Y.Count, scatter.X?.Count ?? int.MaxValue)];
        for (var i = 0; i < points.Length; i++)
            points[i] = (x.Of(scatter.X, i), y.Of(scatter.Y, i));
        return points;
    }

    /// <summary>A line per unbroken run of points; a run of one point is a dot, or nobody would see it.</summary>
    private static void DrawLine(Canvas canvas, (double X, double Y)[] points, Ink ink)
    {
        PathText lines = new(), dots = new();
        foreach (var run in Runs(points))
        {
            if (run.Length == 1)
            {
                dots.Dot(run[0].X, run[0].Y);
                continue;
            }
            var first = true;
            foreach (var (x, y) in Decimation.MinMax(run))
            {
                _ = first ? lines.Move(x, y) : lines.Line(x, y);
                first = false;
            }
        }
        canvas.Path(lines, ink);
        canvas.Path(dots, ink with { Width = Math.Max(5, 2 * ink.Width), Dash = null });
    }

    private static IEnumerable<(double X, double Y)[]> Runs((double X, double Y)[] points)
    {
        var start = 0;
        for (var i = 0; i <= points.Length; i++)
        {
            if (i < points.Length && double.IsFinite(points[i].X + points[i].Y))
                continue;
            if (i > start)
                yield return points[start..i];
            start = i + 1;
        }
    }

    private static void DrawFill(Canvas canvas, Scatter scatter, Scatter? previous, (double X, double Y)[] points, Scale x, Scale y)
    {
        if (scatter.Fill is null || points.Length == 0)
            return;
        var ground = y.Type == AxisType.Log ? y.Start : Math.Clamp(y.Of(0), Math.Min(y.Start, y.End), Math.Max(y.Start, y.End));
        (double X, double Y)[] back = scatter.Fill == "tonexty" && previous is not null ? [.. Points(previous, x, y).Reverse()]
            : [(points[^1].X, ground), (points[0].X, ground)];
        var path = new PathText();
        foreach (var point in points.Concat(back).Where(point => double.IsFinite(point.X + point.Y)))
            _ = path.IsEmpty ? path.Move(point.X, point.Y) : path.Line(point.X, point.Y);
        if (!path.IsEmpty)
            canvas.Path(path.Close(), new Ink(scatter.FillColor ?? scatter.Line?.Color ?? Palette.Color(0),
                Opacity: scatter.FillColor is null ? 0.25 : 1));
    }

    private static void DrawErrors(Canvas canvas, Scatter scatter, (double X, double Y)[] points, Scale x, Scale y)
    {
        var path = new PathText();
        if (scatter.ErrorY is { Array: { } up, Visible: not false } && scatter.Y.Numbers is { } heights)
            for (var i = 0; i < Math.Min(points.Length, up.Length); i++)
                ErrorMarks.Upright(path, points[i].X, y.Of(heights[i] - up[i]), y.Of(heights[i] + up[i]));
        if (scatter.ErrorX is { Array: { } across, Visible: not false } && scatter.X?.Numbers is { } places)
            for (var i = 0; i < Math.Min(points.Length, across.Length); i++)
                ErrorMarks.Lying(path, points[i].Y, x.Of(places[i] - across[i]), x.Of(places[i] + across[i]));
        var color = (scatter.ErrorY ?? scatter.ErrorX)?.Color ?? scatter.Line?.Color ?? scatter.Marker?.Color ?? Ink.Text;
        canvas.Path(path, new Ink(Stroke: color, Width: 1.5));
    }

    private static void DrawText(Canvas canvas, Scatter scatter, (double X, double Y)[] points)
    {
        var position = scatter.TextPosition ?? "middle center";
        var gap = scatter.Mode == ScatterMode.MarkersText ? (scatter.Marker?.Size ?? 6) / 2 + 4 : 0;
        var anchor = position.EndsWith("right", StringComparison.Ordinal) ? Anchor.Start : position.EndsWith("left",
            StringComparison.Ordinal) ? Anchor.End : Anchor.Middle;
        var dx = anchor switch { Anchor.Start => gap, Anchor.End => -gap, _ => 0 };
        var dy = position.StartsWith("top", StringComparison.Ordinal) ? -gap - 7 : position.StartsWith("bottom", StringComparison.Ordinal)
            ? gap + 7 : 0;
        for (var i = 0; i < Math.Min(points.Length, scatter.Text?.Length ?? 0); i++)
            if (double.IsFinite(points[i].X + points[i].Y) && scatter.Text![i].Length > 0)
                canvas.Add(new TextMark(points[i].X + dx, points[i].Y + dy, PlotlyText.OneLine(scatter.Text[i]),
                    TextRole.Data)
                { Anchor = anchor, Size = 11 });
    }
}

/// <summary>The lines of error bars with their caps.</summary>
internal static class ErrorMarks
{
    private const double Cap = 4;

    public static void Upright(PathText path, double x, double low, double high)
    {
        if (double.IsFinite(x + low + high))
            path.Move(x, low).Line(x, high).Move(x - Cap, low).Line(x + Cap, low).Move(x - Cap, high).Line(x + Cap, high);
    }

    public static void Lying(PathText path, double y, double low, double high)
    {
        if (double.IsFinite(y + low + high))
            path.Move(low, y).Line(high, y).Move(low, y - Cap).Line(low, y + Cap).Move(high, y - Cap).Line(high, y + Cap);
    }
}

/// <summary>Thins a long line without changing how it looks.</summary>
internal static class Decimation
{
    /// <summary>
    /// Of the points in each column of pixels the first, the lowest, the highest and the last, in their order. Lines that run back, or are
    /// short,
    /// stay as they are.
    /// </summary>
    public static IEnumerable<(double X, double Y)> MinMax((double X, double Y)[] points)
    {
        if (points.Length < 500 || !IsForward(points))
            return points;
        var kept = new List<(double X, double Y)>();
        for (var start = 0; start < points.Length;)
        {
            var end = start + 1;
            while (end < points.Length && (int)points[end].X == (int)points[start].X)
                end++;
            Keep(points, start, end, kept);
            start = end;
        }
        return kept;
    }

    private static void Keep((double X, double Y)[] points, int start, int end, List<(double X, double Y)> kept)
    {
        int lowest = start, highest = start;
        for (var i = start; i < end; i++)
        {
            if (points[i].Y < points[lowest].Y)
                lowest = i;
            if (points[i].Y > points[highest].Y)
                highest = i;
        }
        var last = -1;
        foreach (var i in (int[])[start, Math.Min(lowest, highest), Math.Max(lowest, highest), end - 1])
        {
            if (i != last)
                kept.Add(points[i]);
            last = i;
        }
    }

    private static bool IsForward((double X, double Y)[] points)
    {
        for (var i = 1; i < points.Length; i++)
            if (points[i].X < points[i - 1].X)
                return false;
        return true;
    }
}
