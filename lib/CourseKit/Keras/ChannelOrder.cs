using CourseKit.Autograd;

namespace CourseKit.Keras;

/// <summary>
/// Keras has the channels of an image last, (n, height, width, channels); the engine computes with (n, channels, height, width).
/// </summary>
internal static class ChannelOrder
{
    /// <summary>From Keras's order to the engine's.</summary>
    /// <param name="shape">Of one example in Keras's order, of two or more axes.</param>
    public static Func<Tensor, Tensor> First(Shape shape) => Moved(
        shape, [shape[^1], .. shape.SkipLast(1)], [0, shape.Rank, .. Enumerable.Range(1, shape.Rank - 1)]);

    /// <summary>From the engine's order to Keras's.</summary>
    /// <inheritdoc cref="First"/>
    public static Func<Tensor, Tensor> Last(Shape shape) => Moved(
        shape, shape, [0, .. Enumerable.Range(2, shape.Rank - 1), 1]);

    // The values of a single channel, or of a single place, lie in the same order either way: nothing is copied.
    private static Func<Tensor, Tensor> Moved(Shape shape, Shape moved, int[] axes) => shape[^1] == 1 || shape[^1] == shape.Size
        ? x => x.Reshape([x.Shape[0], .. moved])
        : x => x.Permute(axes);
}
