using CourseKit.Data.Fetching;
using CourseKit.Data.Files;
using CourseKit.Numerics;

namespace CourseKit.Data.StandIns;

/// <summary>Persian digits in place of Hoda: written as strokes of a pen, black on white, each cut out to its own size.</summary>
internal static class HodaStandIn
{
    private const uint Seed = 21;
    private const int Size = 40;

    private static readonly WarpAmount Amount = new(Slant: 0.25, Turn: 0.15, Stretch: 0.2, Elastic: 0.14);

    /// <summary>The strokes of ۰ to ۹: each a line through points of −1 … 1.</summary>
    private static readonly Point[][][] Strokes =
    [
        [[P(0, -0.35), P(0.35, 0), P(0, 0.35), P(-0.35, 0), P(0, -0.35)]],
        [[P(-0.15, -0.9), P(0.05, -0.4), P(0.1, 0.2), P(0.1, 0.9)]],
        [[P(-0.35, -0.9), P(-0.1, -0.3), P(0, 0.2), P(0, 0.9)], [P(-0.3, -0.75), P(-0.1, -0.45), P(0.25, -0.45), P(0.4, -0.85)]],
        [[P(-0.55, -0.9), P(-0.25, -0.3), P(-0.15, 0.2), P(-0.15, 0.9)],
            [P(-0.5, -0.8), P(-0.25, -0.45), P(0, -0.5), P(0.05, -0.85)],
            [P(0.05, -0.85), P(0.15, -0.5), P(0.4, -0.45), P(0.55, -0.9)]],
        [[P(-0.5, -0.9), P(-0.2, -0.3), P(-0.1, 0.2), P(-0.1, 0.9)],
            [P(0.45, -0.85), P(0, -0.85), P(-0.1, -0.6), P(0.1, -0.45), P(0.5, -0.4)],
            [P(-0.25, -0.4), P(0.1, -0.25), P(0.5, -0.35)]],
        [[P(0, -0.85), P(-0.5, -0.1), P(-0.6, 0.45), P(-0.35, 0.65), P(0, 0.35)],
            [P(0, -0.85), P(0.5, -0.1), P(0.6, 0.45), P(0.35, 0.65), P(0, 0.35)]],
        [[P(0.4, -0.85), P(0, -0.85), P(-0.3, -0.6), P(-0.1, -0.35), P(0.4, -0.35)], [P(0.1, -0.35), P(-0.2, 0.2), P(-0.4, 0.9)]],
        [[P(-0.6, -0.85), P(-0.3, -0.1), P(0, 0.85)], [P(0.6, -0.85), P(0.3, -0.1), P(0, 0.85)]],
        [[P(0, -0.85), P(-0.3, 0.1), P(-0.6, 0.85)], [P(0, -0.85), P(0.3, 0.1), P(0.6, 0.85)]],
        [[P(0.3, -0.45), P(0, -0.15), P(-0.35, -0.4), P(-0.3, -0.8), P(0.05, -0.9), P(0.3, -0.45)],
            [P(0.3, -0.6), P(0.35, 0.1), P(0.4, 0.9)]],
    ];

    /// <summary>The first <paramref name="count"/> images, each in its own size, and their labels: 0 is paper, 255 is ink.</summary>
    public static (DatasetInfo Info, IEnumerable<NdArray> Images, int[] Labels) Make(int count)
    {
        var (images, labels) = (new NdArray[count], new int[count]);
        Parallel.For(0, count, i =>
        {
            var random = new MersenneTwister([Seed, (uint)i]);
            labels[i] = (int)random.RandInt(0, Strokes.Length);
            images[i] = Draw(Strokes[labels[i]], random);
        });
        return (PublishedImages.StandInOf(Catalog.Hoda, "Drawn by a seeded generator"), images, labels);
    }

    private static NdArray Draw(Point[][] strokes, MersenneTwister random)
    {
        var (warp, pen) = (new Warp(random, Amount), random.Uniform(0.07, 0.16));
        var ink = new bool[Size, Size];
        foreach (var stroke in strokes)
            Write(ink, Round(Round([.. stroke.Select(point => Move(point, warp, random))])), pen);
        return CutOut(ink);
    }

    private static Point Move(Point point, Warp warp, MersenneTwister random)
    {
        const double Tremor = 0.07;
        var (x, y) = warp.Source(point.X, point.Y);
        return P(x + random.Uniform(-Tremor, Tremor), y + random.Uniform(-Tremor, Tremor));
    }

    /// <summary>Cuts every corner at a quarter of both its sides (Chaikin 1974); the ends stay.</summary>
    private static Point[] Round(Point[] line)
    {
        var round = new List<Point> { line[0] };
        for (var i = 0; i + 1 < line.Length; i++)
        {
            var (a, b) = (line[i], line[i + 1]);
            round.Add(P(0.75 * a.X + 0.25 * b.X, 0.75 * a.Y + 0.25 * b.Y));
            round.Add(P(0.25 * a.X + 0.75 * b.X, 0.25 * a.Y + 0.75 * b.Y));
        }
        return [.. round, line[^1]];
    }

    /// <summary>Inks every pixel whose distance to the line is at most the pen's radius.</summary>
    private static void Write(bool[,] ink, Point[] line, double pen)
    {
        for (var row = 0; row < Size; row++)
            for (var column = 0; column < Size; column++)
            {
                var pixel = P((column + 0.5) / Size * 2.4 - 1.2, (row + 0.5) / Size * 2.4 - 1.2);
                for (var i = 0; i + 1 < line.Length && !ink[row, column]; i++)
                    ink[row, column] = SquaredDistance(pixel, line[i], line[i + 1]) <= pen * pen;
            }
    }

    private static double SquaredDistance(Point p, Point a, Point b)
    {
        var (dx, dy) = (b.X - a.X, b.Y - a.Y);
        var t = Math.Clamp(((p.X - a.X) * dx + (p.Y - a.Y) * dy) / Math.Max(dx * dx + dy * dy, 1e-9), 0, 1);
        var (x, y) = (a.X + t * dx - p.X, a.Y + t * dy - p.Y);
        return x * x + y * y;
    }

    /// <summary>The smallest rectangle that holds all ink.</summary>
    private static NdArray CutOut(bool[,] ink)
    {
        var (top, bottom, left, right) = (Size, 0, Size, 0);
        for (var row = 0; row < Size; row++)
            for (var column = 0; column < Size; column++)
                if (ink[row, column])
                    (top, bottom, left, right) = (Math.Min(top, row), row + 1, Math.Min(left, column), Math.Max(right, column + 1));
        var (rows, columns) = (bottom - top, right - left);
        var pixels = new byte[rows * columns];
        for (var i = 0; i < pixels.Length; i++)
            pixels[i] = ink[top + i / columns, left + i % columns] ? (byte)255 : (byte)0;
        return new NdArray(pixels, rows, columns);
    }

    private static Point P(double x, double y) => new(x, y);
}
