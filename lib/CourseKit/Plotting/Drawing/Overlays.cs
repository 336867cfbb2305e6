using CourseKit.Plotting.Plotly;

namespace CourseKit.Plotting.Drawing;

/// <summary>Annotations and shapes: what stands on a plot without being data.</summary>
internal static class Overlays
{
    private const double TitleGap = 5;

    /// <summary>Pixels above a plot that its own title needs: an annotation at the upper end of its domain.</summary>
    public static double HeightAbove(Figure figure, Panel panel) =>
        (figure.Layout.Annotations ?? []).Where(note => IsAbove(note, panel))
            .Select(note => TextBlock.Of(note.Text, note.Font?.Size ?? TextSize.Normal).Height + TitleGap).DefaultIfEmpty(0).Max();

    public static void DrawShapes(Canvas canvas, Figure figure, Panel panel, string layer)
    {
        foreach (var shape in figure.Layout.Shapes ?? [])
        {
            if ((shape.Layer ?? "above") != layer || !IsOn(shape.XRef, shape.YRef, panel))
                continue;
            var (x0, x1) = (X(shape.X0, shape.XRef, panel), X(shape.X1, shape.XRef, panel));
            var (y0, y1) = (Y(shape.Y0, shape.YRef, panel), Y(shape.Y1, shape.YRef, panel));
            if (!double.IsFinite(x0 + x1 + y0 + y1))
                continue;
            var line = shape.Line;
            var ink = new Ink(shape.FillColor, line?.Color ?? Ink.Text, line?.Width ?? 2, Dashes.Of(line?.Dash, line?.Width ?? 2),
                shape.Opacity ?? 1, Round: shape.Type == "line");
            if (shape.Type == "line")
                canvas.Line(x0, y0, x1, y1, ink);
            else
                canvas.Rect(Rect.Around(x0, y0, x1, y1), ink.Width == 0 ? ink with { Stroke = null } : ink);
        }
    }

    public static void DrawAnnotations(Canvas canvas, Figure figure, PanelGrid grid, Rect room)
    {
        foreach (var note in figure.Layout.Annotations ?? [])
        {
            var panel = grid.Panels.FirstOrDefault(panel => IsOn(note.XRef, note.YRef, panel));
            if (panel is not null)
                Draw(canvas, note, X(OnAxis(note.X, panel.X), note.XRef, panel), Y(OnAxis(note.Y, panel.Y), note.YRef,
                    panel) - (IsAbove(note, panel) ? TitleGap : 0));
            else
                Draw(canvas, note, room.X + note.X.Number * room.Width, room.Bottom - note.Y.Number * room.Height);
        }
    }

    private static void Draw(Canvas canvas, Annotation note, double x, double y)
    {
        if (!double.IsFinite(x + y))
            return;
        var text = TextBlock.Of(note.Text, note.Font?.Size ?? TextSize.Normal);
        var (textX, textY) = (x + (note.XShift ?? 0), y - (note.YShift ?? 0));
        if (note.ShowArrow)
        {
            (textX, textY) = (x + (note.Ax ?? 0), y + (note.Ay ?? -30));
            canvas.Line(x, y, textX, textY + (textY < y ? text.Height / 2 : -text.Height / 2), Ink.Axis);
        }
        var anchor = note.XAnchor switch { "left" => Anchor.Start, "right" => Anchor.End, _ => Anchor.Middle };
        var top = textY - note.YAnchor switch { "top" => 0, "bottom" => text.Height, _ => text.Height / 2 };
        if (note.TextAngle is { } angle and not 0)
            canvas.Add(new TextMark(textX, textY, text.Lines[0].Text, TextRole.Note)
            {
                Anchor = anchor,
                Angle = angle,
                Size = text.Size,
                Color = note.Font?.Color
            });
        else
        {
            if (note.BgColor is { } paper)
                canvas.Rect(new Rect(textX - anchor switch { Anchor.Start => 0, Anchor.Middle => text.Width / 2, _ => text.Width }, top,
                    text.Width, text.Height).Grow(2), new Ink(paper));
            text.Draw(canvas, textX, top, anchor, TextRole.Note, note.Font?.Color);
        }
    }

    private static bool IsAbove(Annotation note, Panel panel) =>
        note is { YAnchor: "bottom", Y.Number: >= 1 } && note.YRef == $"{panel.YId} domain" && IsOn(note.XRef, note.YRef, panel);

    private static bool IsOn(string? xRef, string? yRef, Panel panel) => Names(xRef ?? "x", panel.XId) && Names(yRef ?? "y", panel.YId);

    private static bool Names(string reference, string id) => reference == id || reference == $"{id} domain";

    private static double X(Coordinate x, string? reference, Panel panel) =>
        reference is not null && reference.EndsWith(" domain", StringComparison.Ordinal) ? panel.Box.X + x.Number * panel.Box.Width
            : panel.X.Scale.Of(x);

    private static double Y(Coordinate y, string? reference, Panel panel) =>
        reference is not null && reference.EndsWith(" domain", StringComparison.Ordinal) ? panel.Box.Bottom - y.Number * panel.Box.Height
            : panel.Y.Scale.Of(y);

    /// <summary>On a log axis Plotly wants the exponent of an annotation's place, but the number of a shape's.</summary>
    private static Coordinate OnAxis(Coordinate value, AxisPlan axis) =>
        axis.Scale.Type == AxisType.Log && value.Name is null ? Math.Pow(10, value.Number) : value;
}
