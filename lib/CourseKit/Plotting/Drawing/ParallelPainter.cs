using CourseKit.Plotting.Plotly;

namespace CourseKit.Plotting.Drawing;

/// <summary>Parallel coordinates: an upright axis for each number, a line for each thing.</summary>
internal static class ParallelPainter
{
    public static void Draw(Canvas canvas, ParallelCoordinates trace, Rect room)
    {
        if (trace.Dimensions.Length == 0)
            return;
        var strip = ScaleStrip.For(trace, room.Height);
        var columns = Math.Max(1, trace.Dimensions.Length - 1);
        var heads = Array.ConvertAll(trace.Dimensions, axis => TextBlock.Wrap(axis.Label ?? "", room.Width / (columns + 1)));
        var top = room.Y + heads.Max(head => head.Height) + 8;
        var scales = Array.ConvertAll(trace.Dimensions, ScaleOf);
        var ticks = trace.Dimensions.Select((axis, i) => TicksOf(axis, scales[i], room.Bottom - 8 - top)).ToArray();
        var left = room.X + Math.Max(heads[0].Width / 2, ticks[0].Select(tick => TextWidths.Of(tick.Label) + 8).DefaultIfEmpty(0).Max());
        var labels = ticks[^1].Select(tick => TextWidths.Of(tick.Label) + 8).DefaultIfEmpty(0).Max();
        var right = room.Right - Math.Max(heads[^1].Width / 2, labels + (strip is null ? 0 : strip.Width + 18));
        var box = Rect.Between(left, top, right, room.Bottom - 8);
        foreach (var scale in scales)
            scale.Place(box.Bottom, box.Y);
        DrawLines(canvas, trace, scales, box);
        for (var i = 0; i < scales.Length; i++)
            DrawAxis(canvas, box.X + i * box.Width / columns, box, heads[i], scales[i], ticks[i], isFirst: i == 0,
                isLast: i == scales.Length - 1);
        strip?.Draw(canvas, box.Right + labels + 14, box);
    }

    private static void DrawLines(Canvas canvas, ParallelCoordinates trace, Scale[] scales, Rect box)
    {
        var colors = trace.Line?.Color;
        var (low, high) = colors is { Length: > 0 } ? (trace.Line!.CMin ?? colors.Min(), trace.Line.CMax ?? colors.Max()) : (0, 1);
        var count = trace.Dimensions.Min(axis => axis.Values.Length);
        // The best last, so that nothing lies over it.
        foreach (var thing in Enumerable.Range(0, count).OrderBy(i => colors is not null && i < colors.Length ? colors[i] : 0))
        {
            var share = colors is not null && thing < colors.Length && high > low ? (colors[thing] - low) / (high - low) : 0.5;
            var path = new PathText();
            for (var axis = 0; axis < scales.Length; axis++)
            {
                var (x, y) = (box.X + axis * box.Width / Math.Max(1, scales.Length - 1), scales[axis].Of(trace.Dimensions[axis]
                    .Values[thing]));
                if (double.IsFinite(y))
                    _ = path.IsEmpty ? path.Move(x, y) : path.Line(x, y);
            }
            canvas.Path(path, new Ink(Stroke: (trace.Line?.ColorScale ?? ColorScale.Viridis).HexAt(share), Width: 1 + 1.5 * share,
                Opacity: 0.85, Round: true));
        }
    }

    private static void DrawAxis(Canvas canvas, double x, Rect box, TextBlock head, Scale scale, Tick[] ticks, bool isFirst, bool isLast)
    {
        canvas.Line(x, box.Y, x, box.Bottom, Ink.Axis with { Opacity = 0.8 });
        head.Draw(canvas, x, box.Y - 8 - head.Height, Anchor.Middle, TextRole.AxisTitle);
        foreach (var (at, label) in ticks)
        {
            var text = new TextMark(isLast ? x + 6 : x - 6, scale.OfUnits(at), PlotlyText.OneLine(label), TextRole.YTick)
            {
                Anchor = isLast
                ? Anchor.Start : Anchor.End
            };
            if (!isFirst && !isLast)
            {
                // Lines run behind these labels: paper below them, whatever the page's colour.
                canvas.Rect(text.Bounds.Grow(1), new Ink("#fff", Opacity: 0.88));
                text = text with { Color = "#222" };
            }
            canvas.Line(isLast ? x + 3 : x - 3, scale.OfUnits(at), x, scale.OfUnits(at), Ink.Axis);
            canvas.Add(text);
        }
    }

    private static Scale ScaleOf(Dimension axis)
    {
        var finite = axis.Values.Where(double.IsFinite).DefaultIfEmpty(0).ToArray();
        var (low, high) = axis.Range is { Length: 2 } range ? (range[0], range[1]) : (finite.Min(), finite.Max());
        return low < high ? new Scale(AxisType.Linear, low, high, []) : new Scale(AxisType.Linear, low - 0.5, low + 0.5, []);
    }

    private static Tick[] TicksOf(Dimension axis, Scale scale, double height)
    {
        if (axis.TickVals is { } values)
            return [.. values.Select((value, i) => new Tick(value, axis.TickText is { } texts && i < texts.Length ? texts[i]
                : TypesetNumber.Short(value)))];
        var largest = Math.Max(Math.Abs(scale.Low), Math.Abs(scale.High));
        return Ticks.Linear(scale.Low, scale.High, (int)Math.Clamp(height / 40, 2, 8), whole: false, (value, step) =>
            TypesetNumber.Tick(value, step, largest), _ => true);
    }
}
