namespace CourseKit.Data;

/// <summary>Labelled grey images of one size. The pixels stay bytes until numbers are asked for.</summary>
public sealed partial class ImageDataset : Dataset<ImageDataset>
{
    private readonly ReadOnlyMemory<byte> _pixels;

    /// <summary>Puts images and labels together; nothing is copied.</summary>
    /// <param name="info">What the images are.</param>
    /// <param name="shape">Size and range of each image.</param>
    /// <param name="pixels">All images one after another, each row by row: n · rows · columns bytes.</param>
    /// <param name="y">Label of each image (n).</param>
    /// <exception cref="ArgumentException">Pixels and labels do not fit, a label is out of range, or the shape is empty.</exception>
    public ImageDataset(DatasetInfo info, ImageShape shape, ReadOnlyMemory<byte> pixels, int[] y)
        : base(info, y)
    {
        if (shape.Rows < 1 || shape.Columns < 1 || shape.MaxValue is < 1 or > 255)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"{info.Name}: images of at least 1×1 with a largest value of 1 to 255 are required; received {shape}."));
        if (pixels.Length != (long)y.Length * shape.Size)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"{info.Name}: {y.Length} labels require {y.Length} · {shape.Rows} · {shape.Columns} pixels; {pixels.Length} received."));
        (_pixels, Shape) = (pixels, shape);
    }

    /// <summary>Size and range of every image.</summary>
    public ImageShape Shape { get; }

    /// <summary>All images one after another, each row by row.</summary>
    public ReadOnlySpan<byte> Pixels => _pixels.Span;

    private protected override string Noun => "image";

    /// <summary>One image as it is looked at, (rows, columns): 0 is paper and 255 full ink, whatever the range of the set.</summary>
    /// <param name="index">Range 0 … n − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such image.</exception>
    public byte[,] Image(int index)
    {
        var row = Row(index);
        var image = new byte[Shape.Rows, Shape.Columns];
        for (var i = 0; i < row.Length; i++)
            image[i / Shape.Columns, i % Shape.Columns] = (byte)((row[i] * 255 + Shape.MaxValue / 2) / Shape.MaxValue);
        return image;
    }

    /// <summary>The raw values of one image, row by row.</summary>
    /// <param name="index">Range 0 … n − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such image.</exception>
    public ReadOnlySpan<byte> Row(int index)
    {
        if ((uint)index >= (uint)Count)
            throw new ArgumentOutOfRangeException(nameof(index), string.Create(CultureInfo.InvariantCulture,
                $"{Title}: an index from 0 to {Count - 1} is required; {index} received."));
        return Pixels.Slice(index * Shape.Size, Shape.Size);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Title} of {Shape}";

    private protected override ImageDataset Range(int start, int count) =>
        new(Info, Shape, _pixels.Slice(start * Shape.Size, count * Shape.Size), Y[start..(start + count)]);

    private protected override ImageDataset TakeRows(ReadOnlySpan<int> indices)
    {
        var pixels = new byte[indices.Length * Shape.Size];
        var y = new int[indices.Length];
        for (var i = 0; i < indices.Length; i++)
        {
            Row(indices[i]).CopyTo(pixels.AsSpan(i * Shape.Size));
            y[i] = Y[indices[i]];
        }
        return new ImageDataset(Info, Shape, pixels, y);
    }
}
