using CourseKit.Plotting.Plotly;

namespace CourseKit.Plotting.Drawing;

/// <summary>The one layout pass: title, legend, plots and their labels, from top to bottom.</summary>
internal static class FigureDrawing
{
    public const double DefaultWidth = 600;
    public const double DefaultHeight = 380;
    private const double Edge = 12;

    public static Scene Draw(Figure figure)
    {
        var layout = figure.Layout;
        var (width, height) = (layout.Width ?? DefaultWidth, layout.Height ?? DefaultHeight);
        var canvas = new Canvas();
        var room = Rect.Between(Edge, Edge - 2, width - Edge, height - Edge + 2);
        room = DrawTitle(canvas, layout.Title, room);
        room = DrawLegend(canvas, figure, room);
        room = DrawNotDrawn(canvas, figure, room);

        foreach (var parallel in figure.Traces.OfType<ParallelCoordinates>())
            ParallelPainter.Draw(canvas, parallel, room);
        var grid = new PanelGrid(figure);
        if (grid.Panels.Count > 0)
        {
            grid.Place(room);
            foreach (var panel in grid.Panels)
                panel.Draw(canvas, figure);
            Overlays.DrawAnnotations(canvas, figure, grid, room);
        }
        return new Scene(width, height, canvas.Marks);
    }

    private static Rect DrawTitle(Canvas canvas, Title? title, Rect room)
    {
        var top = room.Y;
        if (title?.Text is { Length: > 0 } text)
            Add(TextBlock.Wrap(text, room.Width, TextSize.Title, bold: true), TextRole.Title);
        if (title?.Subtitle?.Text is { Length: > 0 } more)
            Add(TextBlock.Wrap(more, room.Width), TextRole.Subtitle);
        return top == room.Y ? room : Rect.Between(room.X, top + 10, room.Right, room.Bottom);

        void Add(TextBlock lines, TextRole role)
        {
            lines.Draw(canvas, room.X, top, Anchor.Start, role);
            top += lines.Height;
        }
    }

    private static Rect DrawLegend(Canvas canvas, Figure figure, Rect room)
    {
        var legend = LegendPlan.For(figure, room.Width);
        if (legend.Height == 0)
            return room;
        if (!legend.IsBeside)
        {
            legend.Draw(canvas, room.X, room.Y);
            return Rect.Between(room.X, room.Y + legend.Height + 6, room.Right, room.Bottom);
        }
        legend.Draw(canvas, room.Right - legend.Width, room.Y + 4);
        return Rect.Between(room.X, room.Y, room.Right - legend.Width - 16, room.Bottom);
    }

    /// <summary>A foreign figure may hold what only Plotly draws; the picture says so instead of leaving it out silently.</summary>
    private static Rect DrawNotDrawn(Canvas canvas, Figure figure, Rect room)
    {
        var kinds = figure.Traces.OfType<OtherTrace>().Select(trace => trace.Type).Distinct().ToArray();
        if (kinds.Length == 0)
            return room;
        var note = TextBlock.Wrap(PlotlyText.Encode($"Not in this still picture, shown by Plotly only: {string.Join(", ", kinds)}."),
            room.Width);
        note.Draw(canvas, room.X, room.Y, Anchor.Start, TextRole.Note);
        return Rect.Between(room.X, room.Y + note.Height + 4, room.Right, room.Bottom);
    }
}
