using CourseKit.Plotting.Plotly;

namespace CourseKit.Plotting.Drawing;

/// <summary>Draws the traces of a plot in their order.</summary>
internal static class TracePainter
{
    public static void DrawAll(Canvas canvas, Panel panel, Layout layout)
    {
        var (x, y) = (panel.X.Scale, panel.Y.Scale);
        Scatter? previous = null;
        foreach (var trace in panel.Traces)
        {
            switch (trace)
            {
                case Scatter scatter:
                    ScatterPainter.Draw(canvas, scatter, previous, x, y);
                    previous = scatter;
                    break;
                case Bar bar:
                    BarPainter.Draw(canvas, bar, panel, layout);
                    break;
                case Histogram histogram:
                    HistogramPainter.Draw(canvas, histogram, x, y);
                    break;
                case Box box:
                    BoxPainter.Draw(canvas, box, x, y);
                    break;
                case Heatmap map:
                    HeatmapPainter.Draw(canvas, map, x, y);
                    break;
                case Contour contour:
                    ContourPainter.Draw(canvas, contour, x, y);
                    break;
                case Image image:
                    var (width, height) = Png.SizeOf(image.Source);
                    var (left, top) = ((image.X0 ?? 0) - (image.Dx ?? 1) / 2, (image.Y0 ?? 0) - (image.Dy ?? 1) / 2);
                    var box2 = Rect.Around(x.OfUnits(left), y.OfUnits(top), x.OfUnits(left + width * (image.Dx ?? 1)),
                        y.OfUnits(top + height * (image.Dy ?? 1)));
                    canvas.Add(new ImageMark(box2, image.Source, Sharp: true));
                    break;
            }
        }
    }
}
