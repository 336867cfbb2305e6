using CourseKit.Numerics;

namespace CourseKit.Data.StandIns;

/// <summary>Where the pixels of a drawing come from: slant, stretch and a smooth random distortion.</summary>
/// <remarks>Sums and products only, so that every machine draws the same to the last bit.</remarks>
internal readonly struct Warp
{
    private const int Nodes = 5;

    private readonly (double X, double Y)[] _grid;
    private readonly (double Xx, double Xy, double Yx, double Yy) _matrix;

    /// <param name="random">Random numbers of the image.</param>
    /// <param name="amount">How strong each of the changes is.</param>
    public Warp(MersenneTwister random, WarpAmount amount)
    {
        var (slant, turn) = (random.Uniform(-amount.Slant, amount.Slant), random.Uniform(-amount.Turn, amount.Turn));
        var (wide, high) = (1 + random.Uniform(-amount.Stretch, amount.Stretch), 1 + random.Uniform(-amount.Stretch, amount.Stretch));
        _matrix = (1 / wide, slant + turn, -turn, 1 / high);
        _grid = new (double, double)[Nodes * Nodes];
        for (var i = 0; i < _grid.Length; i++)
            _grid[i] = (random.Uniform(-amount.Elastic, amount.Elastic), random.Uniform(-amount.Elastic, amount.Elastic));
    }

    /// <summary>The source of a point; both in −1 … 1 across the picture.</summary>
    public (double X, double Y) Source(double x, double y)
    {
        var (dx, dy) = Shift((x + 1) * (Nodes - 1) / 2, (y + 1) * (Nodes - 1) / 2);
        (x, y) = (x + dx, y + dy);
        return (_matrix.Xx * x + _matrix.Xy * y, _matrix.Yx * x + _matrix.Yy * y);
    }

    /// <summary>The distortion between four nodes of the grid, blended by 3t² − 2t³.</summary>
    private (double X, double Y) Shift(double column, double row)
    {
        var (c, r) = (Math.Clamp((int)column, 0, Nodes - 2), Math.Clamp((int)row, 0, Nodes - 2));
        var (s, t) = (Blend(column - c), Blend(row - r));
        var (a, b, d, e) = (_grid[r * Nodes + c], _grid[r * Nodes + c + 1], _grid[(r + 1) * Nodes + c], _grid[(r + 1) * Nodes + c + 1]);
        return ((1 - t) * ((1 - s) * a.X + s * b.X) + t * ((1 - s) * d.X + s * e.X),
            (1 - t) * ((1 - s) * a.Y + s * b.Y) + t * ((1 - s) * d.Y + s * e.Y));
    }

    private static double Blend(double t) => t * t * (3 - 2 * t);
}

/// <summary>Largest changes of a <see cref="Warp"/>, in half widths of the picture.</summary>
internal readonly record struct WarpAmount(double Slant, double Turn, double Stretch, double Elastic);
