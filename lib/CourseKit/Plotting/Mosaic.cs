using CourseKit.Plotting.Drawing;
using CourseKit.Plotting.Plotly;

namespace CourseKit.Plotting;

/// <summary>Small pictures in rows, made into one picture whose gaps are transparent, with captions and frames.</summary>
internal sealed class Mosaic
{
    private const double CaptionSize = 11;
    private const double DefaultWidth = 600;
    private const double Edge = 14;

    private readonly IReadOnlyList<byte[,,]> _tiles;
    private readonly IReadOnlyList<string[]> _captions;
    private readonly int _columns, _rows, _pitchX, _pitchY;

    /// <summary>Arranges pictures.</summary>
    /// <param name="tiles">Each (rows, columns, 4): red, green, blue, opacity; all of one size.</param>
    /// <param name="captions">Lines below each, Plotly's text.</param>
    /// <param name="columns">Pictures in a row; if null as many as fit, or fewer so that the last row is about as full as the others.</param>
    /// <param name="cell">Width of a picture on the screen; chosen from its pixels if null.</param>
    public Mosaic(IReadOnlyList<byte[,,]> tiles, IReadOnlyList<string[]> captions, int? columns, double? cell)
    {
        (_tiles, _captions) = (tiles, captions);
        var (height, width) = (tiles[0].GetLength(0), tiles[0].GetLength(1));
        PixelSize = (cell ?? Math.Clamp(2.0 * width, 48, 72)) / width;
        var widest = captions.SelectMany(lines => lines).Select(line => TextBlock.Of(line, CaptionSize).Width).DefaultIfEmpty(0).Max();
        var lines = captions.Max(caption => caption.Length);
        _pitchX = Math.Max(width + (int)Math.Ceiling(8 / PixelSize), (int)Math.Ceiling((widest + 6) / PixelSize));
        _pitchY = height + (int)Math.Ceiling((8 + lines * CaptionSize * TextSize.Line) / PixelSize);
        _columns = Math.Min(tiles.Count, columns ?? Balanced(tiles.Count, Math.Max(1, (int)((DefaultWidth - 2 * Edge) / (_pitchX * PixelSize)))));
        _rows = RowsOf(tiles.Count, _columns);
    }

    /// <summary>Width on the screen of one pixel of a picture.</summary>
    public double PixelSize { get; }

    /// <summary>The figure.</summary>
    /// <param name="layout">Its titles; sizes, axes, captions and frames are added.</param>
    /// <param name="marked">Which pictures stand out.</param>
    public Figure ToFigure(Layout layout, Func<int, bool> marked)
    {
        var trace = new Image { Source = Png.Uri(Png.Rgba(Pixels(), _columns * _pitchX)), HoverInfo = "skip" };
        var titles = TextBlock.Wrap(layout.Title!.Text!, DefaultWidth - 2 * Edge, TextSize.Title, bold: true);
        var widest = Math.Max(titles.Width, layout.Title.Subtitle?.Text is { } data ? TextBlock.Of(data).Width : 0);
        var width = Math.Max(_columns * _pitchX * PixelSize + 2 * Edge, Math.Min(DefaultWidth, widest + 2 * Edge));
        var top = layout.Margin!.T!.Value;
        var hidden = new Axis { Visible = false, Constrain = "domain" };
        return ChartParts.Figure([trace], layout with
        {
            Width = layout.Width ?? Math.Round(width),
            Height = layout.Height ?? Math.Round(_rows * _pitchY * PixelSize + top + 10),
            Margin = layout.Margin with { L = 10, R = 10, B = 10 },
            Axes = new Dictionary<string, Axis>
            {
                ["xaxis"] = hidden,
                ["yaxis"] = hidden with
                {
                    ScaleAnchor = "x",
                    AutoRange = "reversed"
                }
            },
            Annotations = [.. Enumerable.Range(0, _tiles.Count).SelectMany(i => Captions(i, marked(i)))],
            Shapes = [.. Enumerable.Range(0, _tiles.Count).Select(i => Frame(i, marked(i)))],
        });
    }

    private static int RowsOf(int count, int columns) => (count + columns - 1) / columns;

    private static int Balanced(int count, int most) => RowsOf(count, RowsOf(count, most));

    private byte[] Pixels()
    {
        var stride = _columns * _pitchX;
        var pixels = new byte[4 * stride * _rows * _pitchY];
        for (var index = 0; index < _tiles.Count; index++)
        {
            var tile = _tiles[index];
            var (left, top) = Corner(index);
            for (var i = 0; i < tile.GetLength(0); i++)
                Buffer.BlockCopy(tile, 4 * i * tile.GetLength(1), pixels, 4 * ((top + i) * stride + left), 4 * tile.GetLength(1));
        }
        return pixels;
    }

    /// <summary>Upper left pixel of a picture, which stands in the middle of its place.</summary>
    private (int Left, int Top) Corner(int index) =>
        (index % _columns * _pitchX + (_pitchX - _tiles[0].GetLength(1)) / 2, index / _columns * _pitchY +
            (int)Math.Ceiling(2 / PixelSize));

    private IEnumerable<Annotation> Captions(int index, bool isMarked)
    {
        var (left, top) = Corner(index);
        return _captions[index].Select((line, i) => new Annotation
        {
            Text = isMarked && i == 0 ? $"<b>{line}</b>" : line,
            X = left + _tiles[0].GetLength(1) / 2.0 - 0.5,
            Y = Math.Round(top + _tiles[0].GetLength(0) - 0.5 + (3 + i * CaptionSize * TextSize.Line) / PixelSize, 2),
            XRef = "x",
            YRef = "y",
            YAnchor = "top",
            Font = new Font { Size = CaptionSize, Color = isMarked && i == 0 ? Palette.Alarm : null },
        });
    }

    private Shape Frame(int index, bool isMarked)
    {
        var (left, top) = Corner(index);
        return new Shape
        {
            Type = "rect",
            XRef = "x",
            YRef = "y",
            X0 = left - 0.5,
            Y0 = top - 0.5,
            X1 = left + _tiles[0].GetLength(1) - 0.5,
            Y1 = top + _tiles[0].GetLength(0) - 0.5,
            Line = isMarked ? new Line { Color = Palette.Alarm, Width = 3 } : new Line { Color = "#b0b0b0", Width = 1 },
        };
    }
}
