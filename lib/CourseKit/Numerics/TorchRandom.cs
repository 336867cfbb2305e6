using System.Numerics;

namespace CourseKit.Numerics;

/// <summary>
/// torch's random numbers on a CPU, <c>torch.manual_seed(seed)</c>, from the words of the Mersenne Twister: bit for bit but for
/// <see cref="FillNormal"/> of 16 numbers and more, where the last bits differ.
/// </summary>
/// <remarks>Measured against torch 1.13.1. One instance is one stream and must not be used by two threads at a time.</remarks>
internal sealed class TorchRandom(long seed)
{
    /// <summary>Normal numbers are made in blocks of this many, where there are so many.</summary>
    private const int NormalBlock = 16;

    private Mt19937 _words = new((uint)seed);
    private double? _cachedNormal;

    /// <summary>Begins anew. Only the low 32 bits of the seed count.</summary>
    public void Seed(long seed) => (_words, _cachedNormal) = (new((uint)seed), null);

    /// <summary><c>torch.empty((), dtype=torch.int64).random_()</c>: 0..2⁶³−1. Takes two words.</summary>
    public long NextInt64() => (long)(_words.NextUInt64() & long.MaxValue);

    /// <summary>Uniform in [0, 1): a multiple of 2⁻²⁴ from one word for float, of 2⁻⁵³ from two words for double.</summary>
    public T NextUniform<T>()
        where T : IFloatingPointIeee754<T> => typeof(T) == typeof(float)
            ? T.CreateTruncating((_words.NextUInt32() & 0xff_ffff) * (1f / (1 << 24)))
            : T.CreateTruncating((_words.NextUInt64() & ((1UL << 53) - 1)) * (1.0 / (1L << 53)));

    /// <summary><c>uniform_(low, high)</c>: one number after another. The multiplication and the addition are rounded once.</summary>
    public void Fill<T>(Span<T> values, double low, double high)
        where T : IFloatingPointIeee754<T>
    {
        T from = T.CreateChecked(low), range = T.CreateChecked(high) - from;
        foreach (ref var value in values)
            value = T.FusedMultiplyAdd(NextUniform<T>(), range, from);
    }

    /// <summary>
    /// <c>normal_(mean, std)</c>: fewer than 16 numbers one by one in double, the second of a pair kept for the next call; more of them in
    /// blocks of 16, the last block drawn anew where it is not a whole one.
    /// </summary>
    /// <remarks>G. E. P. Box and M. E. Muller, A Note on the Generation of Random Normal Deviates, 1958.</remarks>
    public void FillNormal<T>(Span<T> values, double mean = 0, double std = 1)
        where T : IFloatingPointIeee754<T>
    {
        if (values.Length < NormalBlock)
        {
            foreach (ref var value in values)
                value = T.CreateTruncating((NextNormal() * std) + mean);
            return;
        }
        Fill(values, 0, 1);
        for (var start = 0; start <= values.Length - NormalBlock; start += NormalBlock)
            MakeNormal(values.Slice(start, NormalBlock), mean, std);
        if (values.Length % NormalBlock != 0)
        {
            Fill(values[^NormalBlock..], 0, 1);
            MakeNormal(values[^NormalBlock..], mean, std);
        }
    }

    /// <summary><c>random_(0, range)</c>: one word where the range needs no more, else two; the remainder of a division.</summary>
    /// <param name="range">1 or more.</param>
    public ulong NextBelow(ulong range) => (range <= uint.MaxValue ? _words.NextUInt32() : _words.NextUInt64()) % range;

    /// <summary><c>randperm(n)</c>: the numbers 0..n−1 in random order, from n − 1 words.</summary>
    public int[] Permutation(int n)
    {
        var order = new int[n];
        for (var i = 0; i < n; i++)
            order[i] = i;
        for (var i = 0; i < n - 1; i++)
        {
            var other = i + (int)(_words.NextUInt32() % (uint)(n - i));
            (order[i], order[other]) = (order[other], order[i]);
        }
        return order;
    }

    private double NextNormal()
    {
        if (_cachedNormal is { } cached)
        {
            _cachedNormal = null;
            return cached;
        }
        double angle = NextUniform<double>(), u = NextUniform<double>();
        var (sine, cosine) = Math.SinCos(2 * Math.PI * angle);
        var radius = Math.Sqrt(-2 * LogOnePlus(-u));
        _cachedNormal = radius * sine;
        return radius * cosine;
    }

    // The first half of a block gives the radii, the second the angles.
    private static void MakeNormal<T>(Span<T> block, double mean, double std)
        where T : IFloatingPointIeee754<T>
    {
        for (var j = 0; j < NormalBlock / 2; j++)
        {
            var (u, angle) = (1 - double.CreateTruncating(block[j]), double.CreateTruncating(block[j + (NormalBlock / 2)]));
            var (sine, cosine) = Math.SinCos(2 * Math.PI * angle);
            var radius = Math.Sqrt(-2 * Math.Log(u));
            block[j] = T.CreateTruncating((radius * cosine * std) + mean);
            block[j + (NormalBlock / 2)] = T.CreateTruncating((radius * sine * std) + mean);
        }
    }

    // ln(1 + x) without the loss of digits that 1 + x brings (W. Kahan).
    private static double LogOnePlus(double x)
    {
        var sum = 1 + x;
        return sum == 1 ? x : Math.Log(sum) * (x / (sum - 1));
    }
}
