using System.Numerics;

namespace CourseKit.Numerics;

/// <summary>The convolution as plain loops: what <see cref="Convolution"/> is tested against, and how to read it.</summary>
/// <remarks>
/// y[n, f, i, j] = b[f] + Σ over c, p, q of x[n, c, i · step + p − top, j · step + q − left] · w[f, c, p, q]; x counts as 0 over the edge.
/// The gradients run through the same pairs of x and w.
/// </remarks>
public static class ConvolutionReference
{
    /// <inheritdoc cref="Convolution.Forward"/>
    public static void Forward<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> weight, ReadOnlySpan<T> bias, Span<T> y, ConvolutionShape shape)
        where T : struct, INumberBase<T>
    {
        shape.Check(x.Length, weight.Length, y.Length);
        var places = y.Length / Math.Max(1, shape.Images * shape.Filters);
        for (var i = 0; i < y.Length; i++)
            y[i] = bias.IsEmpty ? T.Zero : bias[i / places % shape.Filters];
        foreach (var (atX, atWeight, atY) in Pairs(shape))
            y[atY] += x[atX] * weight[atWeight];
    }

    /// <inheritdoc cref="Convolution.BackToInput"/>
    public static void BackToInput<T>(ReadOnlySpan<T> dy, ReadOnlySpan<T> weight, Span<T> dx, ConvolutionShape shape, bool add)
        where T : struct, INumberBase<T>
    {
        shape.Check(dx.Length, weight.Length, dy.Length);
        if (!add)
            dx.Clear();
        foreach (var (atX, atWeight, atY) in Pairs(shape))
            dx[atX] += dy[atY] * weight[atWeight];
    }

    /// <inheritdoc cref="Convolution.BackToWeight"/>
    public static void BackToWeight<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> dy, Span<T> dweight, ConvolutionShape shape, bool add)
        where T : struct, INumberBase<T>
    {
        shape.Check(x.Length, dweight.Length, dy.Length);
        if (!add)
            dweight.Clear();
        foreach (var (atX, atWeight, atY) in Pairs(shape))
            dweight[atWeight] += dy[atY] * x[atX];
    }

    /// <summary>Where the two factors and the result of each product stand.</summary>
    private static IEnumerable<(int X, int Weight, int Y)> Pairs(ConvolutionShape shape)
    {
        var (rows, columns) = shape.Places;
        var (n, channels, height, width, filters) = shape;
        var (sliding, window) = (shape.Sliding, shape.Window);
        for (var image = 0; image < n; image++)
            for (var f = 0; f < filters; f++)
                for (var place = 0; place < rows * columns; place++)
                    for (var tap = 0; tap < shape.PatchSize; tap++)
                    {
                        var (c, p, q) = (tap / (window.Rows * window.Columns), tap / window.Columns % window.Rows, tap % window.Columns);
                        var i = (place / columns * sliding.RowStep) + p - sliding.Top;
                        var j = (place % columns * sliding.ColumnStep) + q - sliding.Left;
                        if (i >= 0 && i < height && j >= 0 && j < width)
                        {
                            yield return (
                                (((((image * channels) + c) * height) + i) * width) + j,
                                (f * shape.PatchSize) + tap,
                                (((image * filters) + f) * rows * columns) + place);
                        }
                    }
    }
}
