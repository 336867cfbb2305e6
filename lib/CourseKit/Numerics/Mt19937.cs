namespace CourseKit.Numerics;

/// <summary>The Mersenne Twister of Matsumoto and Nishimura (1998), MT19937: a stream of 32-bit words and nothing else.</summary>
/// <remarks>
/// What a library makes of the words (doubles, permutations, normals) belongs to that library's generator, which holds one of these.
/// </remarks>
internal sealed class Mt19937
{
    /// <summary>Words of state.</summary>
    public const int StateLength = 624;

    private const int Middle = 397;
    private const uint UpperBit = 0x8000_0000, LowerBits = 0x7fff_ffff;

    private readonly uint[] _key = new uint[StateLength];
    private int _position;

    /// <summary>
    /// Knuth's initialiser (<c>init_genrand</c>): what NumPy's <c>RandomState(int)</c> and torch's <c>manual_seed</c> do.
    /// </summary>
    public Mt19937(uint seed) => Initialise(seed);

    /// <summary><c>init_by_array</c>: what NumPy does with a sequence of seeds. At least one word.</summary>
    public Mt19937(ReadOnlySpan<uint> seeds)
    {
        Initialise(19650218);
        int i = 1, j = 0;
        for (var count = Math.Max(StateLength, seeds.Length); count > 0; count--)
        {
            _key[i] = (_key[i] ^ (Mixed(i) * 1664525)) + seeds[j] + (uint)j;
            i = NextIndex(i);
            j = j + 1 == seeds.Length ? 0 : j + 1;
        }
        for (var count = StateLength - 1; count > 0; count--)
        {
            _key[i] = (_key[i] ^ (Mixed(i) * 1566083941)) - (uint)i;
            i = NextIndex(i);
        }
        _key[0] = UpperBit;
    }

    /// <summary>Goes on where <see cref="Key"/> and <see cref="Position"/> of another instance stood.</summary>
    public Mt19937(ReadOnlySpan<uint> key, int position)
    {
        key.CopyTo(_key);
        _position = position;
    }

    /// <summary>The state, 624 words.</summary>
    public ReadOnlySpan<uint> Key => _key;

    /// <summary>How many words of the current state were given out, 0..624.</summary>
    public int Position => _position;

    /// <summary>The next word, uniform over all 2³² values.</summary>
    public uint NextUInt32()
    {
        if (_position == StateLength)
            Twist();
        var y = _key[_position++];
        y ^= y >> 11;
        y ^= (y << 7) & 0x9d2c_5680;
        y ^= (y << 15) & 0xefc6_0000;
        return y ^ (y >> 18);
    }

    /// <summary>Two words, the first one as the high half.</summary>
    public ulong NextUInt64() => ((ulong)NextUInt32() << 32) | NextUInt32();

    private void Initialise(uint seed)
    {
        _key[0] = seed;
        for (var i = 1; i < StateLength; i++)
            _key[i] = (1812433253 * (_key[i - 1] ^ (_key[i - 1] >> 30))) + (uint)i;
        _position = StateLength;
    }

    private uint Mixed(int i) => _key[i - 1] ^ (_key[i - 1] >> 30);

    // Index 0 is never mixed itself: it carries a copy of the last word into the next round.
    private int NextIndex(int i)
    {
        if (i + 1 < StateLength)
            return i + 1;
        _key[0] = _key[StateLength - 1];
        return 1;
    }

    private void Twist()
    {
        var key = _key;
        for (var i = 0; i < StateLength - Middle; i++)
            key[i] = key[i + Middle] ^ Half(key[i], key[i + 1]);
        for (var i = StateLength - Middle; i < StateLength - 1; i++)
            key[i] = key[i + Middle - StateLength] ^ Half(key[i], key[i + 1]);
        key[StateLength - 1] = key[Middle - 1] ^ Half(key[StateLength - 1], key[0]);
        _position = 0;
    }

    private static uint Half(uint high, uint low)
    {
        var y = (high & UpperBit) | (low & LowerBits);
        return (y >> 1) ^ (0x9908_b0df & (0u - (y & 1)));
    }
}
