using CourseKit.Plotting.Plotly;

namespace CourseKit.Plotting.Drawing;

/// <summary>One plot of a figure: a pair of axes and the traces on them.</summary>
internal sealed class Panel
{
    private const double ScaleGap = 14;

    public required string XId { get; init; }

    public required string YId { get; init; }

    public required IReadOnlyList<Trace> Traces { get; init; }

    public required AxisRange XRange { get; init; }

    public required AxisRange YRange { get; init; }

    public AxisPlan X { get; private set; } = null!;

    public AxisPlan Y { get; private set; } = null!;

    /// <summary>Column and row in the grid of panels.</summary>
    public int Column { get; set; }

    public int Row { get; set; }

    /// <summary>Where the traces are drawn.</summary>
    public Rect Box { get; private set; }

    public IReadOnlyList<ScaleStrip> Strips { get; private set; } = [];

    public double StripsWidth => Strips.Sum(strip => strip.Width + ScaleGap);

    private bool IsEqual => XRange.Axis.ScaleAnchor == YId || YRange.Axis.ScaleAnchor == XId || Traces.Any(trace => trace is Image);

    /// <summary>Measures the axes for a size.</summary>
    public void Measure(double width, double height)
    {
        (X, Y) = (AxisPlan.For(XRange, XRange.ToScale(), width), AxisPlan.For(YRange, YRange.ToScale(), height));
        Strips = [.. Traces.Select(trace => ScaleStrip.For(trace, height)).OfType<ScaleStrip>()];
    }

    /// <summary>Takes its place: all of <paramref name="room"/>, or as much of it as keeps squares square.</summary>
    public void Place(Rect room)
    {
        Box = room;
        Measure(room.Width, room.Height);
        if (IsEqual)
        {
            var (columns, rows) = (Math.Abs(X.Scale.High - X.Scale.Low), Math.Abs(Y.Scale.High - Y.Scale.Low));
            var unit = Math.Min(room.Width / columns, room.Height / rows);
            var (width, height) = (unit * columns, unit * rows);
            // Pictures stand below their title; a plot stands in the middle of its room.
            Box = new Rect(Y.IsVisible ? room.X + (room.Width - width) / 2 : room.X, room.Y, width, height);
            Measure(width, height);
        }
        X.Scale.Place(Box.X, Box.Right);
        Y.Scale.Place(Box.Bottom, Box.Y);
    }

    public void Draw(Canvas canvas, Figure figure)
    {
        DrawGrid(canvas);
        Overlays.DrawShapes(canvas, figure, this, "below");
        canvas.Clip(Box.Grow(1.5), inner => TracePainter.DrawAll(inner, this, figure.Layout));
        Overlays.DrawShapes(canvas, figure, this, "above");
        DrawAxes(canvas);
        var left = Box.Right + ScaleGap;
        foreach (var strip in Strips)
        {
            strip.Draw(canvas, left, Box);
            left += strip.Width + ScaleGap;
        }
    }

    private void DrawGrid(Canvas canvas)
    {
        var grid = new PathText();
        if (X.IsVisible && (XRange.Axis.ShowGrid ?? X.Scale.Type != AxisType.Category))
            foreach (var tick in X.Ticks)
                grid.Move(X.Scale.OfUnits(tick.At), Box.Y).Line(X.Scale.OfUnits(tick.At), Box.Bottom);
        if (Y.IsVisible && (YRange.Axis.ShowGrid ?? Y.Scale.Type != AxisType.Category))
            foreach (var tick in Y.Ticks)
                grid.Move(Box.X, Y.Scale.OfUnits(tick.At)).Line(Box.Right, Y.Scale.OfUnits(tick.At));
        canvas.Path(grid, Ink.Grid);
    }

    private void DrawAxes(Canvas canvas)
    {
        if (X.IsVisible)
        {
            canvas.Line(Box.X, Box.Bottom, Box.Right, Box.Bottom, Ink.Axis);
            DrawXLabels(canvas);
            X.Title?.Draw(canvas, Box.MiddleX, Box.Bottom + X.LabelDepth + 4, Anchor.Middle, TextRole.AxisTitle);
        }
        if (Y.IsVisible)
        {
            canvas.Line(Box.X, Box.Y, Box.X, Box.Bottom, Ink.Axis);
            DrawYLabels(canvas);
        }
    }

    private void DrawXLabels(Canvas canvas)
    {
        for (var i = 0; X.HasLabels && i < X.Ticks.Length; i++)
        {
            var x = X.Scale.OfUnits(X.Ticks[i].At);
            if (X.Angle == 0)
                X.Labels[i].Draw(canvas, x, Box.Bottom + 5, Anchor.Middle, TextRole.XTick);
            else
                canvas.Add(new TextMark(x + 2, Box.Bottom + 9, X.Labels[i].Lines[0].Text, TextRole.XTick)
                {
                    Anchor = Anchor.End,
                    Angle = X.Angle
                });
        }
    }

    private void DrawYLabels(Canvas canvas)
    {
        for (var i = 0; Y.HasLabels && i < Y.Ticks.Length; i++)
        {
            var label = Y.Labels[i];
            label.Draw(canvas, Box.X - 6, Y.Scale.OfUnits(Y.Ticks[i].At) - label.Height / 2, Anchor.End, TextRole.YTick);
        }
        for (var i = 0; Y.Title is not null && i < Y.Title.Lines.Length; i++)
        {
            var x = Box.X - Y.Depth + (i + 0.5) * Y.Title.LineHeight + 2;
            canvas.Add(new TextMark(x, Box.MiddleY, Y.Title.Lines[i].Text, TextRole.AxisTitle) { Anchor = Anchor.Middle, Angle = -90 });
        }
    }
}
