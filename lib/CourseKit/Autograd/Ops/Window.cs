using CourseKit.Numerics;
using static System.FormattableString;

namespace CourseKit.Autograd.Ops;

/// <summary>
/// A window that slides over every channel of images x (n, c, h, w), and its places (oh, ow): what pooling is made of.
/// </summary>
internal readonly struct Window
{
    private readonly Sliding _sliding;
    private readonly int _height, _width;

    public Window(Tensor x, (int Rows, int Columns) size, Sliding sliding, string where)
    {
        Check.Rank(x, 4, where, "(n, channels, height, width)");
        (Size, _sliding, _height, _width) = (size, sliding, x.Shape[2], x.Shape[3]);
        Places = sliding.Places(where, (_height, _width), size);
        if (Math.Max(sliding.Top, sliding.Bottom) >= size.Rows || Math.Max(sliding.Left, sliding.Right) >= size.Columns)
        {
            throw new ArgumentException(Invariant(
                $"{where}: a padding smaller than the window {size} is required; received ({sliding.Top}, {sliding.Bottom}, ")
                + Invariant($"{sliding.Left}, {sliding.Right}). Take less padding."));
        }
    }

    public (int Rows, int Columns) Size { get; }

    /// <summary>Rows and columns of a result.</summary>
    public (int Rows, int Columns) Places { get; }

    public static int PlanesIn(Tensor x) => x.Shape[0] * x.Shape[1];

    public int SourceSize => _height * _width;

    public int TargetSize => Places.Rows * Places.Columns;

    /// <summary>The rows and columns of the image that lie under the window at a place.</summary>
    public (int Top, int Bottom, int Left, int Right) At(int row, int column)
    {
        int top = (row * _sliding.RowStep) - _sliding.Top, left = (column * _sliding.ColumnStep) - _sliding.Left;
        return (Math.Max(top, 0), Math.Min(top + Size.Rows, _height), Math.Max(left, 0), Math.Min(left + Size.Columns, _width));
    }
}
