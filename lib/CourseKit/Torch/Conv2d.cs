using CourseKit.Autograd;
using CourseKit.Nn;
using CourseKit.Numerics;

namespace CourseKit.Torch;

/// <summary>Square filters that slide over images: <c>torch.nn.Conv2d</c>.</summary>
/// <remarks>
/// Weights and biases begin uniform in ±1/√(inChannels · kernelSize²), the weights drawn first, from the stream of
/// <see cref="Torch.ManualSeed"/>. Input (n, inChannels, h, w), output (n, outChannels, h', w') with
/// h' = ⌊(h + 2 · padding − kernelSize) / stride⌋ + 1; <c>Weight</c> (outChannels, inChannels, kernelSize, kernelSize).
/// </remarks>
public sealed class Conv2d : Nn.Layers.Conv2d
{
    /// <param name="inChannels">Channels of the input, 1 or more.</param>
    /// <param name="outChannels">Filters, 1 or more.</param>
    /// <param name="kernelSize">Rows and columns of a filter, 1 or more.</param>
    /// <param name="stride">Rows and columns of a step. Default 1.</param>
    /// <param name="padding">Zeros around the image. Default 0.</param>
    /// <exception cref="ArgumentException">A size is out of its range.</exception>
    public Conv2d(int inChannels, int outChannels, int kernelSize, int stride = 1, int padding = 0)
        : this(inChannels, outChannels, kernelSize, new Conv2dOptions { Stride = stride, Padding = padding })
    {
    }

    /// <param name="inChannels">Channels of the input, 1 or more.</param>
    /// <param name="outChannels">Filters, 1 or more.</param>
    /// <param name="kernelSize">Rows and columns of a filter, 1 or more.</param>
    /// <param name="options">Steps, padding, bias and precision.</param>
    /// <exception cref="ArgumentException">A size is out of its range.</exception>
    public Conv2d(int inChannels, int outChannels, int kernelSize, Conv2dOptions options)
        : this(Sizes(inChannels, outChannels, kernelSize, options), options)
    {
    }

    private Conv2d(Shape shape, Conv2dOptions options)
        : base(
            Linear.Draw(shape, options.DType, shape.Size / shape[0], Dialect.Torch.WeightBound),
            options.Bias ? Linear.Draw([shape[0]], options.DType, shape.Size / shape[0], Dialect.Torch.BiasBound) : null,
            Sliding.Of(options.Stride, options.Padding))
    {
    }

    private static Shape Sizes(int inChannels, int outChannels, int kernelSize, Conv2dOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (inChannels >= 1 && outChannels >= 1 && kernelSize >= 1 && options is { Stride: >= 1, Padding: >= 0 })
            return [outChannels, inChannels, kernelSize, kernelSize];
        throw new ArgumentException(FormattableString.Invariant(
            $"Conv2d: inChannels, outChannels, kernelSize and stride of 1 or more and a padding of 0 or more are required; ")
            + FormattableString.Invariant($"received {inChannels}, {outChannels}, {kernelSize}, {options.Stride} and {options.Padding}."));
    }
}

/// <summary>What a <see cref="Conv2d"/> can be beside its sizes.</summary>
public sealed record Conv2dOptions
{
    /// <summary>Rows and columns of a step, 1 or more. Default 1.</summary>
    public int Stride { get; init; } = 1;

    /// <summary>Zeros around the image, 0 or more. Default 0.</summary>
    public int Padding { get; init; }

    /// <summary>Whether a bias is added. Default true.</summary>
    public bool Bias { get; init; } = true;

    /// <summary>Default float32.</summary>
    public DType DType { get; init; } = DType.Float32;
}
