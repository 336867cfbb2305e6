using CourseKit.Autograd;
using CourseKit.Data;

namespace CourseKit.Torch;

/// <summary>Images that stay bytes until a batch of them is asked for: a data set of torchvision with its transform.</summary>
/// <param name="images">The images with their labels.</param>
/// <param name="scaling">
/// How bytes become numbers: <see cref="Scaling.Unit"/> is <c>ToTensor()</c>, <c>Scaling.Standard(0.1307, 0.3081)</c> is
/// <c>Compose([ToTensor(), Normalize((0.1307,), (0.3081,))])</c>.
/// </param>
public sealed class ImageTensors(ImageDataset images, Scaling scaling) : IDataset<int[]>
{
    /// <summary>The images with their labels.</summary>
    public ImageDataset Images { get; } = images;

    /// <inheritdoc/>
    public int Count => Images.Count;

    /// <summary>Some images in this order, as float32 (k, 1, rows, columns), and their labels.</summary>
    /// <param name="indices">(k), each 0..n−1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such image.</exception>
    public (Tensor X, int[] Y) Batch(ReadOnlySpan<int> indices)
    {
        var x = Tensor.Empty([indices.Length, 1, Images.Shape.Rows, Images.Shape.Columns], DType.Float32);
        Images.CopyBatch(indices, scaling, x.Span<float>());
        var y = new int[indices.Length];
        for (var i = 0; i < y.Length; i++)
            y[i] = Images.Y[indices[i]];
        return (x, y);
    }
}
