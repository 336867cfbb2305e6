using System.Text.Json.Serialization;
using CourseKit.Autograd;
using CourseKit.Nn;
using CourseKit.Numerics;

namespace CourseKit.Keras.Layers;

/// <summary>A window that slides over each channel of images (height, width, channels) and makes one value of all below it.</summary>
public abstract class Pooling2D : Layer
{
    private protected Pooling2D(Size2D poolSize, Size2D strides, string padding) => (PoolSize, Strides, Padding) =
        (Positive(poolSize, "poolSize"), Positive(strides, "strides"), PaddingRule.Named(padding).Name);

    /// <summary>Rows and columns of the window.</summary>
    public Size2D PoolSize { get; }

    /// <summary>Rows and columns of a step.</summary>
    public Size2D Strides { get; }

    /// <summary><c>valid</c> or <c>same</c>.</summary>
    public string Padding { get; }

    internal sealed override Shape Build(LayerBuild build)
    {
        var (image, channels) = Image(build.Input);
        var window = PoolSize.Pair;
        var sliding = PaddingRule.Named(Padding).Slide(image, window, Strides.Pair);
        var (rows, columns) = sliding.Places(Where, image, window);

        build.PutChannelsFirst();
        build.Add(Pool(window, sliding));
        return [rows, columns, channels];
    }

    private protected abstract Module Pool((int Rows, int Columns) window, Sliding sliding);
}

/// <summary>The largest value below a window that slides over each channel of images (height, width, channels).</summary>
/// <param name="poolSize">Rows and columns of the window: <c>2</c> or <c>(2, 3)</c>. Default 2.</param>
/// <param name="strides">Rows and columns of a step. Default: as large as the window.</param>
/// <param name="padding"><c>"valid"</c>: the window stays within the image, and what is left over at the edge is left out;
/// <c>"same"</c>: it reaches over the edge, where there is nothing. Default <c>"valid"</c>.</param>
/// <exception cref="ArgumentException">A number is less than 1, or there is no such padding.</exception>
public sealed class MaxPooling2D(Size2D? poolSize = null, Size2D? strides = null, string padding = "valid")
    : Pooling2D(poolSize ?? 2, strides ?? poolSize ?? 2, padding)
{
    [JsonConstructor]
    internal MaxPooling2D(Size2D poolSize, Size2D strides, string padding)
        : this((Size2D?)poolSize, strides, padding)
    {
    }

    private protected override Module Pool((int Rows, int Columns) window, Sliding sliding) => new MaxPool2d(window, sliding);
}

/// <summary>The mean of the values below a window that slides over each channel of images (height, width, channels).</summary>
/// <inheritdoc cref="MaxPooling2D"/>
public sealed class AveragePooling2D(Size2D? poolSize = null, Size2D? strides = null, string padding = "valid")
    : Pooling2D(poolSize ?? 2, strides ?? poolSize ?? 2, padding)
{
    [JsonConstructor]
    internal AveragePooling2D(Size2D poolSize, Size2D strides, string padding)
        : this((Size2D?)poolSize, strides, padding)
    {
    }

    private protected override Module Pool((int Rows, int Columns) window, Sliding sliding) =>
        new AvgPool2d(window, sliding, Dialect.Keras.PaddingCountsInMeans!.Value);
}
