namespace CourseKit.Data.StandIns;

/// <summary>A grey picture that polygons are painted on, with soft edges. Coordinates run from −1 (left, top) to 1.</summary>
internal sealed class Canvas(int size)
{
    private const int Lines = 4;

    private readonly double[] _coverage = new double[size * size];
    private readonly List<double> _crossings = [];

    /// <summary>Ink of each pixel, row by row, 0..1.</summary>
    public double[] Ink { get; } = new double[size * size];

    /// <summary>Paints a polygon over what is there.</summary>
    /// <param name="polygon">Its corners in order.</param>
    /// <param name="ink">0..1; paints paper when 0.</param>
    public void Fill(ReadOnlySpan<Point> polygon, double ink)
    {
        Array.Clear(_coverage);
        for (var line = 0; line < size * Lines; line++)
            FillLine(polygon, line);
        for (var i = 0; i < Ink.Length; i++)
            Ink[i] += (ink - Ink[i]) * Math.Min(1, _coverage[i]);
    }

    /// <summary>Adds the share of each pixel that lies between the crossings of one of its four scan lines.</summary>
    private void FillLine(ReadOnlySpan<Point> polygon, int line)
    {
        var y = (line + 0.5) / (size * Lines) * 2 - 1;
        _crossings.Clear();
        for (var i = 0; i < polygon.Length; i++)
        {
            var (a, b) = (polygon[i], polygon[(i + 1) % polygon.Length]);
            if (a.Y <= y != b.Y <= y)
                _crossings.Add(((a.X + (y - a.Y) / (b.Y - a.Y) * (b.X - a.X) + 1) * size) / 2);
        }
        _crossings.Sort();
        for (var i = 0; i + 1 < _crossings.Count; i += 2)
            FillSpan(line / Lines * size, Math.Clamp(_crossings[i], 0, size), Math.Clamp(_crossings[i + 1], 0, size));
    }

    private void FillSpan(int row, double from, double to)
    {
        for (var column = (int)from; column < to; column++)
            _coverage[row + column] += (Math.Min(to, column + 1) - Math.Max(from, column)) / Lines;
    }
}

/// <summary>A point of a <see cref="Canvas"/>.</summary>
internal readonly record struct Point(double X, double Y);
