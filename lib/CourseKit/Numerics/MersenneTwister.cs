namespace CourseKit.Numerics;

/// <summary>
/// NumPy's legacy random stream, <c>numpy.random.RandomState(seed)</c>, number for number: what scikit-learn draws from with
/// <c>random_state=1</c>.
/// </summary>
/// <remarks>
/// Differs from <c>numpy.random.default_rng</c>, which is another generator (PCG64), from Python's <c>random.seed(int)</c>, which seeds
/// the same generator in another way, and from torch, which makes other numbers of the same words.
/// One instance is one stream and must not be shared between threads.
/// </remarks>
public sealed class MersenneTwister
{
    private Mt19937 _words;
    private double? _cachedNormal;

    /// <summary>Starts the stream of <c>RandomState(seed)</c>.</summary>
    /// <param name="seed">0..2³²−1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The seed is negative or needs more than 32 bits.</exception>
    public MersenneTwister(long seed)
    {
        if (seed is < 0 or > uint.MaxValue)
            throw new ArgumentOutOfRangeException(nameof(seed), $"MersenneTwister: a seed 0..4294967295 is required; received {seed}.");
        _words = new((uint)seed);
    }

    /// <summary>Starts the stream of <c>RandomState([a, b, …])</c>, a sequence of seeds.</summary>
    /// <param name="seeds">At least one word. <c>[1]</c> starts another stream than <c>1</c>.</param>
    /// <exception cref="ArgumentException">There are no seeds.</exception>
    public MersenneTwister(ReadOnlySpan<uint> seeds)
    {
        if (seeds.IsEmpty)
            throw new ArgumentException("MersenneTwister: at least one seed is required; received none. Pass a number.", nameof(seeds));
        _words = new(seeds);
    }

    /// <summary>Where the stream stands. Setting it continues there, as NumPy's <c>set_state</c> does.</summary>
    /// <exception cref="ArgumentException">The key has not 624 words, or the position is not 0..624.</exception>
    public MersenneTwisterState State
    {
        get => new(_words.Key.ToArray(), _words.Position, _cachedNormal);
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            if (value.Key.Count != Mt19937.StateLength || value.Position is < 0 or > Mt19937.StateLength)
            {
                throw new ArgumentException(
                    "MersenneTwister.State: a key of 624 words and a position 0..624 are required; "
                    + $"received {value.Key.Count} words, position {value.Position}.",
                    nameof(value));
            }
            _words = new([.. value.Key], value.Position);
            _cachedNormal = value.CachedNormal;
        }
    }

    /// <summary>The next 32-bit word.</summary>
    public uint NextUInt32() => _words.NextUInt32();

    /// <summary>The next two words, the first one as the high half.</summary>
    public ulong NextUInt64() => _words.NextUInt64();

    /// <summary><c>random_sample()</c>: uniform in [0, 1), a multiple of 2⁻⁵³. Takes two words.</summary>
    public double NextDouble()
    {
        var high = NextUInt32() >> 5;
        var low = NextUInt32() >> 6;
        return ((high * 67108864.0) + low) / 9007199254740992.0;
    }

    /// <summary><c>uniform(low, high)</c>: low + (high − low) · <see cref="NextDouble"/>.</summary>
    /// <param name="low">Included.</param>
    /// <param name="high">Excluded, but for rounding.</param>
    public double Uniform(double low, double high) => low + ((high - low) * NextDouble());

    /// <summary><c>uniform(low, high, size)</c>: fills the span in order.</summary>
    /// <param name="values">An array of any shape, row by row.</param>
    /// <param name="low">Included.</param>
    /// <param name="high">Excluded, but for rounding.</param>
    public void Fill(Span<double> values, double low, double high)
    {
        foreach (ref var value in values)
            value = Uniform(low, high);
    }

    /// <summary>
    /// The same doubles as the other overload, each rounded to float as <c>uniform(low, high, size).astype(float32)</c> is.
    /// </summary>
    /// <param name="values">An array of any shape, row by row.</param>
    /// <param name="low">Included.</param>
    /// <param name="high">Excluded, but for rounding.</param>
    public void Fill(Span<float> values, double low, double high)
    {
        foreach (ref var value in values)
            value = (float)Uniform(low, high);
    }

    /// <summary>
    /// <c>randn()</c>: standard normal by Marsaglia's polar method. Pairs are made together; every second call takes no words.
    /// </summary>
    public double Randn()
    {
        if (_cachedNormal is { } cached)
        {
            _cachedNormal = null;
            return cached;
        }

        double x1, x2, r2;
        do
        {
            x1 = (2 * NextDouble()) - 1;
            x2 = (2 * NextDouble()) - 1;
            r2 = (x1 * x1) + (x2 * x2);
        }
        while (r2 is >= 1 or 0);

        var factor = Math.Sqrt(-2 * Math.Log(r2) / r2);
        _cachedNormal = factor * x1;
        return factor * x2;
    }

    /// <summary>
    /// <c>randint(low, high)</c>: a whole number, every one equally likely. The draws are the same for one number and for many.
    /// </summary>
    /// <param name="low">Included.</param>
    /// <param name="high">Excluded; more than <paramref name="low"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no number between the bounds.</exception>
    public long RandInt(long low, long high)
    {
        if (low >= high)
            throw new ArgumentOutOfRangeException(nameof(high), $"RandInt: low < high is required; received low {low}, high {high}.");
        return unchecked(low + (long)UpTo((ulong)(high - 1) - (ulong)low));
    }

    /// <summary><c>shuffle(x)</c>: every order equally likely (Fisher and Yates, from the end).</summary>
    /// <param name="values">Shuffled in place.</param>
    public void Shuffle<T>(Span<T> values)
    {
        for (var i = values.Length - 1; i > 0; i--)
        {
            var j = (int)UpTo((ulong)i);
            (values[i], values[j]) = (values[j], values[i]);
        }
    }

    /// <summary><c>permutation(n)</c>: the numbers 0..n−1 in random order.</summary>
    /// <param name="n">How many; 0 gives an empty array.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is negative.</exception>
    public int[] Permutation(int n)
    {
        if (n < 0)
            throw new ArgumentOutOfRangeException(nameof(n), $"Permutation: n of 0 or more is required; received {n}.");
        var order = new int[n];
        for (var i = 0; i < n; i++)
            order[i] = i;
        Shuffle<int>(order);
        return order;
    }

    /// <summary><c>choice(n, size, replace)</c>: some of the numbers 0..n−1, all equally likely.</summary>
    /// <param name="n">How many there are to choose from, at least 1 if any are chosen.</param>
    /// <param name="size">How many are chosen; without replacement at most <paramref name="n"/>.</param>
    /// <param name="replace">Whether a number can come twice. If not, this is the beginning of <see cref="Permutation"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many numbers to choose.</exception>
    public int[] Choice(int n, int size, bool replace = true)
    {
        if (size < 0 || n < 0 || (replace ? n == 0 && size > 0 : size > n))
        {
            var required = replace ? "n of 1 or more and a size of 0 or more" : "a size from 0 to n without replacement";
            throw new ArgumentOutOfRangeException(nameof(size), $"Choice: {required} is required; received n = {n}, size = {size}.");
        }
        if (!replace)
            return Permutation(n)[..size];
        var chosen = new int[size];
        foreach (ref var number in chosen.AsSpan())
            number = (int)RandInt(0, n);
        return chosen;
    }

    /// <summary>Uniform over 0..max inclusive by rejection under a mask of ones; no word is taken for max = 0.</summary>
    private ulong UpTo(ulong max)
    {
        if (max == 0)
            return 0;
        var mask = ulong.MaxValue >> System.Numerics.BitOperations.LeadingZeroCount(max);
        ulong value;
        do
            value = (max <= uint.MaxValue ? NextUInt32() : NextUInt64()) & mask;
        while (value > max);
        return value;
    }
}
