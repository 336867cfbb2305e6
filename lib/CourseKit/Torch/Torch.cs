using System.Diagnostics.CodeAnalysis;
using CourseKit.Autograd;
using CourseKit.Numerics;
using static System.FormattableString;

namespace CourseKit.Torch;

/// <summary>
/// Random numbers as <c>torch</c> draws them on a CPU. With <c>Torch.ManualSeed(0)</c> layers begin with the same weights, and loaders
/// shuffle in the same order, as in Python after <c>torch.manual_seed(0)</c>, to the last bit.
/// </summary>
/// <remarks>
/// What is not given a <see cref="Generator"/> draws from one stream for the whole process, as in PyTorch, so that the order of the calls
/// counts. Each point of a <c>Sweep</c> has a stream of its own. Differs from PyTorch: before the first <see cref="ManualSeed"/> the
/// stream is that of seed 0, not another one in each run.
/// </remarks>
[SuppressMessage("Naming", "CA1724", Justification = "torch.manual_seed(0) reads Torch.ManualSeed(0).")]
public static class Torch
{
    /// <summary>Begins the stream of a seed: <c>torch.manual_seed(seed)</c>.</summary>
    /// <param name="seed">Any number; only its low 32 bits count.</param>
    public static void ManualSeed(long seed) => SharedRandom.Current.Seed(seed);

    /// <summary>Uniform in [0, 1): <c>torch.rand(shape)</c>.</summary>
    /// <param name="shape">Such as <c>[2, 3]</c>.</param>
    /// <param name="dtype">Default float32. The numbers of float64 are other ones.</param>
    /// <param name="generator">Default: the stream of the process.</param>
    public static Tensor Rand(Shape shape, DType dtype = DType.Float32, Generator? generator = null) =>
        Init.Uniform(Tensor.Empty(shape, dtype), 0, 1, generator);

    /// <summary>Normal with mean 0 and standard deviation 1: <c>torch.randn(shape)</c>.</summary>
    /// <param name="shape">Such as <c>[2, 3]</c>. Tensors of 16 values and more are made in another way than smaller ones.</param>
    /// <param name="dtype">Default float32. The numbers of float64 are other ones.</param>
    /// <param name="generator">Default: the stream of the process.</param>
    /// <remarks>Differs from PyTorch in the last bits, by less than 1e-6, for 16 values and more.</remarks>
    public static Tensor Randn(Shape shape, DType dtype = DType.Float32, Generator? generator = null) =>
        Init.Normal(Tensor.Empty(shape, dtype), 0, 1, generator);

    /// <summary>Whole numbers, each equally likely: <c>torch.randint(low, high, (count,))</c>.</summary>
    /// <param name="low">Included.</param>
    /// <param name="high">Excluded; more than <paramref name="low"/>.</param>
    /// <param name="count">How many, 0 or more.</param>
    /// <param name="generator">Default: the stream of the process.</param>
    /// <exception cref="ArgumentException">There is no number between the bounds, or the count is negative.</exception>
    public static int[] RandInt(int low, int high, int count, Generator? generator = null)
    {
        if (low >= high || count < 0)
        {
            throw new ArgumentException(Invariant(
                $"RandInt: low < high and a count of 0 or more are required; received low {low}, high {high}, count {count}."));
        }
        var random = StreamOf(generator);
        var numbers = new int[count];
        foreach (ref var number in numbers.AsSpan())
            number = (int)(low + (long)random.NextBelow((ulong)((long)high - low)));
        return numbers;
    }

    /// <summary>The numbers 0..n−1 in random order: <c>torch.randperm(n)</c>.</summary>
    /// <param name="n">0 or more.</param>
    /// <param name="generator">Default: the stream of the process.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is negative.</exception>
    public static int[] RandPerm(int n, Generator? generator = null) => n >= 0
        ? StreamOf(generator).Permutation(n)
        : throw new ArgumentOutOfRangeException(nameof(n), Invariant($"RandPerm: n of 0 or more is required; received {n}."));

    /// <summary>
    /// Deals the examples to parts at random: <c>torch.utils.data.random_split(data, lengths)</c>. The parts share the data.
    /// </summary>
    /// <param name="data">The examples.</param>
    /// <param name="lengths">Examples in each part, 0 or more; together as many as there are.</param>
    /// <param name="generator">Default: the stream of the process.</param>
    /// <exception cref="ArgumentException">The lengths do not sum to the number of examples.</exception>
    public static IReadOnlyList<Subset<TY>> RandomSplit<TY>(IDataset<TY> data, int[] lengths, Generator? generator = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(lengths);
        if (lengths.Any(length => length < 0) || lengths.Sum(length => (long)length) != data.Count)
        {
            throw new ArgumentException(Invariant(
                $"RandomSplit: lengths of 0 or more that sum to {data.Count} are required; received {string.Join(" + ", lengths)}."));
        }
        var order = StreamOf(generator).Permutation(data.Count);
        var parts = new List<Subset<TY>>();
        var start = 0;
        foreach (var length in lengths)
        {
            parts.Add(new Subset<TY>(data, order[start..(start + length)]));
            start += length;
        }
        return parts;
    }

    internal static TorchRandom StreamOf(Generator? generator) => generator?.Stream ?? SharedRandom.Current;
}
