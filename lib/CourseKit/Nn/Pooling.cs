using CourseKit.Autograd;
using CourseKit.Numerics;
using static System.FormattableString;

namespace CourseKit.Nn;

/// <summary>The largest value under a window that slides over each channel of images (n, channels, rows, columns).</summary>
/// <param name="window">Rows and columns of the window.</param>
/// <param name="sliding">Steps and padding; padding is never the largest.</param>
public sealed class MaxPool2d((int Rows, int Columns) window, Sliding sliding) : Module
{
    /// <param name="kernelSize">Rows and columns of the window.</param>
    /// <param name="stride">Rows and columns of a step. Default: as large as the window.</param>
    /// <param name="padding">Around the image, less than the window; never the largest. Default 0.</param>
    public MaxPool2d(int kernelSize, int? stride = null, int padding = 0)
        : this((kernelSize, kernelSize), Sliding.Of(stride ?? kernelSize, padding))
    {
    }

    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => Functions.MaxPool2d(x, window, sliding);

    /// <inheritdoc/>
    protected override string ExtraRepr() => Invariant(
        $"kernel_size={window.Rows}, stride={sliding.RowStep}, padding={sliding.Top}, dilation=1, ceil_mode=False");
}

/// <summary>The mean of the values under a window that slides over each channel of images (n, channels, rows, columns).</summary>
/// <param name="window">Rows and columns of the window.</param>
/// <param name="sliding">Steps and padding.</param>
/// <param name="countPadding">Whether padding counts in the mean, as in PyTorch (default), or not, as in Keras.</param>
public sealed class AvgPool2d((int Rows, int Columns) window, Sliding sliding, bool countPadding = true) : Module
{
    /// <param name="kernelSize">Rows and columns of the window.</param>
    /// <param name="stride">Rows and columns of a step. Default: as large as the window.</param>
    /// <param name="padding">Zeros around the image, less than the window, which count in the mean. Default 0.</param>
    public AvgPool2d(int kernelSize, int? stride = null, int padding = 0)
        : this((kernelSize, kernelSize), Sliding.Of(stride ?? kernelSize, padding))
    {
    }

    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => Functions.AvgPool2d(x, window, sliding, countPadding);

    /// <inheritdoc/>
    protected override string ExtraRepr() => Invariant($"kernel_size={window.Rows}, stride={sliding.RowStep}, padding={sliding.Top}");
}
