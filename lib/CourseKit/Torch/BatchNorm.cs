using CourseKit.Autograd;

namespace CourseKit.Torch;

/// <summary>Batch normalisation with PyTorch's defaults.</summary>
public abstract class BatchNorm : Nn.Layers.BatchNorm
{
    private protected BatchNorm(int numFeatures, double eps, double momentum, bool affine)
        : base(
            new BatchStatistics(numFeatures) { Epsilon = eps, Momentum = momentum },
            affine ? Tensor.Ones([numFeatures]) : null,
            affine ? Tensor.Zeros([numFeatures]) : null)
    {
    }
}

/// <summary>Batch normalisation of rows (n, features): <c>torch.nn.BatchNorm1d</c>.</summary>
/// <param name="numFeatures">1 or more.</param>
/// <param name="eps">Added to the variance. Default 1e-5.</param>
/// <param name="momentum">How much the newest batch counts in the running mean and variance, 0..1. Default 0.1.</param>
/// <param name="affine">Whether there are weights and biases, which begin with 1 and 0. Default true.</param>
/// <exception cref="ArgumentOutOfRangeException">There is no feature.</exception>
public sealed class BatchNorm1d(int numFeatures, double eps = 1e-5, double momentum = 0.1, bool affine = true)
    : BatchNorm(numFeatures, eps, momentum, affine)
{
    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The input is not (n, features) or (n, features, length).</exception>
    public override Tensor Forward(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.Rank is 2 or 3
            ? base.Forward(x)
            : throw new ArgumentException($"BatchNorm1d: (n, features) is required; received {x.Shape}. Use BatchNorm2d for images.");
    }
}

/// <summary>Batch normalisation of images (n, channels, rows, columns), channel by channel: <c>torch.nn.BatchNorm2d</c>.</summary>
/// <inheritdoc cref="BatchNorm1d"/>
public sealed class BatchNorm2d(int numFeatures, double eps = 1e-5, double momentum = 0.1, bool affine = true)
    : BatchNorm(numFeatures, eps, momentum, affine)
{
    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The input is not (n, channels, rows, columns).</exception>
    public override Tensor Forward(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.Rank == 4
            ? base.Forward(x)
            : throw new ArgumentException(
                $"BatchNorm2d: images (n, channels, rows, columns) are required; received {x.Shape}. Use BatchNorm1d for rows.");
    }
}
