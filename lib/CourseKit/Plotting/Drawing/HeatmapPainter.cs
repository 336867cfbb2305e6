using CourseKit.Plotting.Plotly;

namespace CourseKit.Plotting.Drawing;

/// <summary>Coloured cells: rectangles where they are few, one picture where they are many.</summary>
internal static class HeatmapPainter
{
    private const int MostRectangles = 420;

    public static ColorScale ColorsOf(Heatmap map) => map.ColorScale ?? ColorScale.Viridis;

    public static (double Low, double High) RangeOf(Heatmap map)
    {
        var finite = map.Z.Cast<double>().Where(double.IsFinite).DefaultIfEmpty(0).ToArray();
        var (low, high) = (map.ZMin ?? finite.Min(), map.ZMax ?? finite.Max());
        return low < high ? (low, high) : (low, low + 1);
    }

    public static void Draw(Canvas canvas, Heatmap map, Scale x, Scale y)
    {
        var (rows, columns) = (map.Z.GetLength(0), map.Z.GetLength(1));
        if (rows * columns == 0)
            return;
        if (rows * columns <= MostRectangles || map.X?.Names is not null || map.Y?.Names is not null)
            DrawCells(canvas, map, x, y);
        else
            DrawImage(canvas, map, x, y, sharp: true);
    }

    /// <summary>The colours between the lines of a contour.</summary>
    public static Heatmap Of(Contour contour) => new()
    {
        X = contour.X,
        Y = contour.Y,
        Z = contour.Z,
        ColorScale = contour.ColorScale,
        ZMin = contour.ZMin,
        ZMax = contour.ZMax,
        ColorBar = contour.ColorBar,
    };

    /// <summary>All cells as one picture, sharp or with colours that flow from middle to middle.</summary>
    public static void DrawImage(Canvas canvas, Heatmap map, Scale x, Scale y, bool sharp)
    {
        if (map.Z.Length > 0)
            canvas.Add(new ImageMark(Around(map, x, y), Png.Uri(Png.Rgba(Pixels(map, x, y), map.Z.GetLength(1))), sharp));
    }

    private static void DrawCells(Canvas canvas, Heatmap map, Scale x, Scale y)
    {
        var (low, high) = RangeOf(map);
        for (var i = 0; i < map.Z.GetLength(0); i++)
            for (var j = 0; j < map.Z.GetLength(1); j++)
            {
                if (!double.IsFinite(map.Z[i, j]))
                    continue;
                var share = (map.Z[i, j] - low) / (high - low);
                var cell = Cell(map, i, j, x, y);
                // Neighbours overlap by a hair, or the page would shine through between them.
                canvas.Rect(map.XGap > 0 || map.YGap > 0 ? cell : cell with { Width = cell.Width + 0.4, Height = cell.Height + 0.4 },
                    new Ink(ColorsOf(map).HexAt(share)));
                if (map.Text is { } texts && map.TextTemplate is not null)
                    DrawText(canvas, map, texts[i, j], cell, share);
            }
    }

    private static void DrawText(Canvas canvas, Heatmap map, string text, Rect cell, double share)
    {
        var block = TextBlock.Of(text, map.TextFont?.Size ?? 11);
        var (r, g, b) = ColorsOf(map).At(share);
        var isDark = 0.2126 * Linear(r) + 0.7152 * Linear(g) + 0.0722 * Linear(b) < 0.23;
        if (text.Length > 0 && block.Width <= cell.Width + 2)
            block.Draw(canvas, cell.MiddleX, cell.MiddleY - block.Height / 2, Anchor.Middle, TextRole.Data, map.TextFont?.Color ?? (isDark
                ? "#fff" : "#111"));

        static double Linear(byte part) => Math.Pow(part / 255.0, 2.2);
    }

    private static Rect Cell(Heatmap map, int i, int j, Scale x, Scale y)
    {
        var (columnX, rowY) = (x.Units(map.X, j), y.Units(map.Y, i));
        var (halfX, halfY) = (Step(map.X) / 2, Step(map.Y) / 2);
        var cell = Rect.Around(x.OfUnits(columnX - halfX), y.OfUnits(rowY - halfY), x.OfUnits(columnX + halfX), y.OfUnits(rowY + halfY));
        var (gapX, gapY) = (map.XGap ?? 0, map.YGap ?? 0);
        return new Rect(cell.X + gapX / 2, cell.Y + gapY / 2, Math.Max(0, cell.Width - gapX), Math.Max(0, cell.Height - gapY));
    }

    private static double Step(Values? middles) =>
        middles?.Numbers is { Count: > 1 } numbers ? Math.Abs(numbers[^1] - numbers[0]) / (numbers.Count - 1) : 1;

    private static Rect Around(Heatmap map, Scale x, Scale y)
    {
        var (first, last) = (Cell(map, 0, 0, x, y), Cell(map, map.Z.GetLength(0) - 1, map.Z.GetLength(1) - 1, x, y));
        return Rect.Between(Math.Min(first.X, last.X), Math.Min(first.Y, last.Y), Math.Max(first.Right, last.Right),
            Math.Max(first.Bottom, last.Bottom));
    }

    /// <summary>One pixel a cell, from the upper left, transparent where there is no number.</summary>
    private static byte[] Pixels(Heatmap map, Scale x, Scale y)
    {
        var (rows, columns) = (map.Z.GetLength(0), map.Z.GetLength(1));
        var (low, high) = RangeOf(map);
        var colors = Enumerable.Range(0, 256).Select(level => ColorsOf(map).At(level / 255.0)).ToArray();
        var (goesDown, goesLeft) = (y.OfUnits(y.Units(map.Y, rows - 1)) > y.OfUnits(y.Units(map.Y, 0)),
            x.OfUnits(x.Units(map.X, columns - 1)) < x.OfUnits(x.Units(map.X, 0)));
        var pixels = new byte[4 * rows * columns];
        for (var i = 0; i < rows; i++)
            for (var j = 0; j < columns; j++)
            {
                var z = map.Z[goesDown ? i : rows - 1 - i, goesLeft ? columns - 1 - j : j];
                if (!double.IsFinite(z))
                    continue;
                var (r, g, b) = colors[(int)Math.Clamp(Math.Round(255 * (z - low) / (high - low)), 0, 255)];
                ((ReadOnlySpan<byte>)[r, g, b, 255]).CopyTo(pixels.AsSpan(4 * (i * columns + j)));
            }
        return pixels;
    }
}
