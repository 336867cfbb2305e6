namespace CourseKit.Plotting.Drawing;

/// <summary>
/// Shares the room among the plots of a figure. Plotly's domains say which plot stands in which column and row and how the rest of the room
/// is
/// shared; how much their labels need is measured.
/// </summary>
internal sealed class PanelGrid
{
    private const double Gap = 22;

    private readonly List<Panel> _panels;
    private readonly Figure _figure;
    private readonly (double Start, double Size)[] _columns, _rows;

    public PanelGrid(Figure figure)
    {
        _figure = figure;
        _panels = PanelMaker.Panels(figure);
        _columns = Bands(panel => panel.XRange.Axis.Domain);
        // Plotly counts from the bottom, a reader from the top.
        _rows = [.. Bands(panel => panel.YRange.Axis.Domain).Reverse()];
        foreach (var panel in _panels)
        {
            panel.Column = Array.FindIndex(_columns, band => band.Start == StartOf(panel.XRange.Axis.Domain));
            panel.Row = Array.FindIndex(_rows, band => band.Start == StartOf(panel.YRange.Axis.Domain));
        }
    }

    public IReadOnlyList<Panel> Panels => _panels;

    /// <summary>
    /// Places every panel in <paramref name="room"/>. Labels depend on lengths and lengths on labels: the second round settles it.
    /// </summary>
    public void Place(Rect room)
    {
        foreach (var panel in _panels)
            panel.Measure(room.Width / _columns.Length * 0.8, room.Height / _rows.Length * 0.75);
        for (var round = 0; round < 2; round++)
        {
            var (xs, ys) = (Columns(room), Rows(room));
            foreach (var panel in _panels)
            {
                var (x, y) = (xs[panel.Column], ys[panel.Row]);
                panel.Place(new Rect(x.Start, y.Start, x.Size, y.Size));
            }
        }
    }

    private (double Start, double Size)[] Columns(Rect room)
    {
        var inner = _columns.Length;
        var before = Needed(inner, panel => panel.Column, panel => Math.Max(panel.Y.Depth, panel.X.Overhang.Start));
        var after = Needed(inner, panel => panel.Column, panel => Math.Max(panel.X.Overhang.End, panel.StripsWidth));
        return Share(room.X, room.Width, _columns, before, after);
    }

    private (double Start, double Size)[] Rows(Rect room)
    {
        var before = Needed(_rows.Length, panel => panel.Row, panel => Math.Max(panel.Y.HasLabels ? panel.Y.Overhang.End : 2,
            Overlays.HeightAbove(_figure, panel)));
        var after = Needed(_rows.Length, panel => panel.Row, panel => Math.Max(panel.Y.HasLabels ? panel.Y.Overhang.Start : 2,
            panel.X.Depth));
        return Share(room.Y, room.Height, _rows, before, after);
    }

    private double[] Needed(int count, Func<Panel, int> place, Func<Panel, double> need)
    {
        var needed = new double[count];
        foreach (var panel in _panels)
            needed[place(panel)] = Math.Max(needed[place(panel)], need(panel));
        return needed;
    }

    private static (double Start, double Size)[] Share(double start, double length, (double Start, double Size)[] bands, double[] before,
        double[] after)
    {
        var free = Math.Max(20 * bands.Length, length - before.Sum() - after.Sum() - Gap * (bands.Length - 1));
        var whole = bands.Sum(band => band.Size);
        var placed = new (double, double)[bands.Length];
        for (var i = 0; i < bands.Length; i++)
        {
            start += before[i];
            placed[i] = (start, free * bands[i].Size / whole);
            start += placed[i].Item2 + after[i] + Gap;
        }
        return placed;
    }

    private (double Start, double Size)[] Bands(Func<Panel, double[]?> domain) =>
        [.. _panels.Select(panel => (Start: StartOf(domain(panel)), Size: domain(panel) is { Length: 2 } d ? Math.Max(0.01, d[1] - d[0])
            : 1))
            .GroupBy(band => band.Start).Select(band => (band.Key, band.Max(b => b.Size))).OrderBy(band => band.Key)];

    private static double StartOf(double[]? domain) => domain is { Length: 2 } ? domain[0] : 0;
}
