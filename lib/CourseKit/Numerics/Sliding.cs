using static System.FormattableString;

namespace CourseKit.Numerics;

/// <summary>How a window slides over the rows and columns of an image: its steps, and how far it reaches over the edges.</summary>
/// <param name="RowStep">Rows from one place of the window to the next below: 1 or more.</param>
/// <param name="ColumnStep">Columns from one place of the window to the next beside it: 1 or more.</param>
public readonly record struct Sliding(int RowStep, int ColumnStep)
{
    /// <summary>Steps of 1, no padding.</summary>
    public Sliding()
        : this(1, 1)
    {
    }

    /// <summary>Rows that are added above the image: 0 or more, as the others. Default 0.</summary>
    public int Top { get; init; }

    /// <summary>Rows that are added below the image.</summary>
    public int Bottom { get; init; }

    /// <summary>Columns that are added left of the image.</summary>
    public int Left { get; init; }

    /// <summary>Columns that are added right of the image.</summary>
    public int Right { get; init; }

    /// <summary>The same step and the same padding everywhere, as PyTorch's layers have it.</summary>
    /// <param name="stride">1 or more.</param>
    /// <param name="padding">0 or more.</param>
    public static Sliding Of(int stride, int padding) =>
        new(stride, stride) { Top = padding, Bottom = padding, Left = padding, Right = padding };

    /// <summary>
    /// Padding such that there are ⌈length / step⌉ places along each side; what is odd goes below and right. Keras's <c>"same"</c>.
    /// </summary>
    /// <param name="image">Rows and columns of the image.</param>
    /// <param name="window">Rows and columns of the window.</param>
    /// <param name="step">Rows and columns of a step.</param>
    public static Sliding Same((int Rows, int Columns) image, (int Rows, int Columns) window, (int Rows, int Columns) step)
    {
        int rows = Missing(image.Rows, window.Rows, step.Rows), columns = Missing(image.Columns, window.Columns, step.Columns);
        return new(step.Rows, step.Columns)
        {
            Top = rows / 2,
            Bottom = rows - (rows / 2),
            Left = columns / 2,
            Right = columns - (columns / 2),
        };
    }

    /// <summary>The places of a window: ⌊(length + padding − window) / step⌋ + 1 along each side.</summary>
    /// <exception cref="ArgumentException">The window is larger than the padded image, or a step or a padding is impossible.</exception>
    internal (int Rows, int Columns) Places(string where, (int Rows, int Columns) image, (int Rows, int Columns) window)
    {
        if (RowStep < 1 || ColumnStep < 1 || Math.Min(Math.Min(Top, Bottom), Math.Min(Left, Right)) < 0)
        {
            throw new ArgumentException(Invariant(
                $"{where}: a stride of 1 or more and a padding of 0 or more are required; received stride ({RowStep}, {ColumnStep}), ")
                + Invariant($"padding ({Top}, {Bottom}, {Left}, {Right})."));
        }
        int rows = image.Rows + Top + Bottom, columns = image.Columns + Left + Right;
        if (window.Rows < 1 || window.Columns < 1 || window.Rows > rows || window.Columns > columns)
        {
            throw new ArgumentException(Invariant(
                $"{where}: a window of 1 or more that fits into the padded image is required; received window {window} for ")
                + Invariant($"{(rows, columns)}. Take a smaller window, or more padding."));
        }
        return (((rows - window.Rows) / RowStep) + 1, ((columns - window.Columns) / ColumnStep) + 1);
    }

    private static int Missing(int length, int window, int step) =>
        Math.Max(0, (((length + step - 1) / step) - 1) * step + window - length);
}
