using CourseKit.Autograd;
using CourseKit.Data.Files;

namespace CourseKit.Data;

/// <content>Images as tensors and as arrays for other programs.</content>
public sealed partial class ImageDataset
{
    /// <summary>All images as a float32 tensor (n, rows · columns); <c>Reshape(n, 1, rows, columns)</c> for convolutions.</summary>
    public Tensor ToTensor(Scaling scaling)
    {
        var images = Tensor.Empty([Count, Shape.Size], DType.Float32);
        Scale(null, Count, scaling, images.Span<float>());
        return images;
    }

    /// <summary>Some images as a float32 tensor (k, rows · columns), in the order of the indices.</summary>
    /// <param name="indices">Which images (k); each 0 … n − 1.</param>
    /// <param name="scaling">How bytes become numbers.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such image.</exception>
    public Tensor Batch(ReadOnlySpan<int> indices, Scaling scaling)
    {
        var batch = Tensor.Empty([indices.Length, Shape.Size], DType.Float32);
        CopyBatch(indices, scaling, batch.Span<float>());
        return batch;
    }

    private protected override float[] FloatRow(int index)
    {
        var row = new float[Shape.Size];
        CopyBatch([index], Scaling.Raw, row.AsSpan());
        return row;
    }

    private protected override NdArray ToNdArray() => new(Pixels.ToArray(), Count, Shape.Rows, Shape.Columns);
}
