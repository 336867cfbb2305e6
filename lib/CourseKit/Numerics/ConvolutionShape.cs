using static System.FormattableString;

namespace CourseKit.Numerics;

/// <summary>
/// What <see cref="Convolution"/> computes: images x (n, c, h, w) and filters (f, c, kh, kw) give y (n, f, oh, ow).
/// </summary>
/// <param name="Images">n.</param>
/// <param name="Channels">c.</param>
/// <param name="Height">h, rows of an image.</param>
/// <param name="Width">w, columns of an image.</param>
/// <param name="Filters">f.</param>
public readonly record struct ConvolutionShape(int Images, int Channels, int Height, int Width, int Filters)
{
    /// <summary>Rows and columns of a filter (kh, kw).</summary>
    public required (int Rows, int Columns) Window { get; init; }

    /// <summary>Steps and padding; what lies over the edge counts as 0.</summary>
    public required Sliding Sliding { get; init; }

    /// <summary>Rows and columns of a result (oh, ow).</summary>
    /// <exception cref="ArgumentException">The window is larger than the padded image.</exception>
    public (int Rows, int Columns) Places => Sliding.Places("Convolution", (Height, Width), Window);

    /// <summary>Values under one place of the window: c · kh · kw.</summary>
    internal int PatchSize => Channels * Window.Rows * Window.Columns;

    internal int ImageSize => Channels * Height * Width;

    internal void Check(int lengthOfX, int lengthOfWeight, int lengthOfY)
    {
        var (rows, columns) = Places;
        CheckLength("x", [Images, Channels, Height, Width], lengthOfX);
        CheckLength("weight", [Filters, Channels, Window.Rows, Window.Columns], lengthOfWeight);
        CheckLength("y", [Images, Filters, rows, columns], lengthOfY);
    }

    private static void CheckLength(string name, ReadOnlySpan<int> lengths, int received)
    {
        var size = 1L;
        foreach (var length in lengths)
            size *= length;
        if (size != received)
        {
            throw new ArgumentException(Invariant(
                $"Convolution: {name} ({string.Join(", ", lengths.ToArray())}) has {size} values; received {received}. ")
                + "Slice the span to its array.", name);
        }
    }
}
