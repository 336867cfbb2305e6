using CourseKit.Numerics;

namespace CourseKit.Torch;

/// <summary>A stream of random numbers of its own, the same as <c>torch.Generator().manual_seed(seed)</c> on a CPU.</summary>
/// <param name="seed">Any number; only its low 32 bits count.</param>
/// <remarks>One stream must not be used by two threads at a time.</remarks>
public sealed class Generator(long seed)
{
    internal TorchRandom Stream { get; } = new(seed);

    /// <summary>Begins the stream of another seed.</summary>
    /// <param name="seed">Any number; only its low 32 bits count.</param>
    /// <returns>This generator.</returns>
    public Generator ManualSeed(long seed)
    {
        Stream.Seed(seed);
        return this;
    }

    /// <summary>A whole number 0..2⁶³−1: <c>torch.empty((), dtype=torch.int64).random_(generator=g)</c>.</summary>
    public long NextInt64() => Stream.NextInt64();
}
