using static System.FormattableString;

namespace CourseKit.Autograd;

/// <summary>What batch normalisation remembers of the batches it saw, and how it does.</summary>
/// <remarks>S. Ioffe, C. Szegedy, Batch Normalization, ICML 2015, algorithms 1 and 2.</remarks>
public sealed class BatchStatistics
{
    /// <summary>Nothing seen yet: mean 0 and variance 1 for each channel.</summary>
    /// <param name="channels">1 or more.</param>
    /// <param name="dtype">That of the values. Default float32.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no channel.</exception>
    public BatchStatistics(int channels, DType dtype = DType.Float32)
    {
        if (channels < 1)
        {
            throw new ArgumentOutOfRangeException(
                nameof(channels), Invariant($"BatchStatistics: at least one channel is required; received {channels}."));
        }
        (Mean, Variance) = (Tensor.Zeros([channels], dtype).Clone(), Tensor.Ones([channels], dtype).Clone());
    }

    private BatchStatistics(Tensor mean, Tensor variance) => (Mean, Variance) = (mean, variance);

    /// <summary>The running mean (channels), which training changes in place.</summary>
    public Tensor Mean { get; }

    /// <summary>The running variance (channels), which training changes in place.</summary>
    public Tensor Variance { get; }

    /// <summary>
    /// How much the newest batch counts: running ← (1 − momentum) · running + momentum · batch. Default 0.1, as PyTorch's.
    /// </summary>
    /// <remarks>Differs from Keras, whose momentum is 1 − this (0.99, so 0.01 here).</remarks>
    public double Momentum { get; init; } = 0.1;

    /// <summary>ε, added to the variance before its root. Default 1e-5, as PyTorch's; Keras's is 1e-3.</summary>
    public double Epsilon { get; init; } = 1e-5;

    /// <summary>
    /// Whether the running variance is that of the population, Σ (x − mean)² / (m − 1), as PyTorch keeps it (default), or / m, as Keras.
    /// What normalises a batch in training is always / m.
    /// </summary>
    public bool Unbiased { get; init; } = true;

    /// <summary>The same rule for other tensors, which training then changes in place.</summary>
    internal BatchStatistics Over(Tensor mean, Tensor variance) =>
        new(mean, variance) { Momentum = Momentum, Epsilon = Epsilon, Unbiased = Unbiased };
}
