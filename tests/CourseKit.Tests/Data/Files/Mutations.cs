using System.Buffers.Binary;
using CourseKit.Numerics;

namespace CourseKit.Tests.Data.Files;

/// <summary>Damages good files in the ways that break readers: bits, lengths, cuts, splices.</summary>
internal sealed class Mutations(long seed, byte[][] originals)
{
    private static readonly int[] Lengths = [0, 1, 2, 7, 8, 255, 256, 65535, 65536, 1 << 20, int.MaxValue, int.MinValue, -1, -2, -8];

    private readonly MersenneTwister _random = new(seed);

    public byte[] Next()
    {
        byte[] bytes = [.. originals[Below(originals.Length)]];
        for (var changes = 1 + Below(3); changes > 0; changes--)
            bytes = Change(bytes);
        return bytes;
    }

    private byte[] Change(byte[] bytes)
    {
        if (bytes.Length == 0)
            return [(byte)Below(256)];
        var (start, end) = (Below(bytes.Length), Below(bytes.Length + 1));
        if (start > end)
            (start, end) = (end, start);
        switch (Below(8))
        {
            case 0: return bytes[..start];
            case 1: return [.. bytes[..start], .. bytes[end..]];
            case 2: return [.. bytes[..end], .. bytes[start..]];
            case 3: return [.. bytes[..start], .. Splice()];
            case 4 or 5:
                bytes[start] ^= (byte)(1 << Below(8));
                return bytes;
            case 6:
                bytes[start] = (byte)Below(256);
                return bytes;
            default:
                return PutLength(bytes, start);
        }
    }

    private byte[] Splice()
    {
        var other = originals[Below(originals.Length)];
        return other[Below(other.Length)..];
    }

    /// <summary>A number that readers trip over, in either byte order, where headers keep theirs.</summary>
    private byte[] PutLength(byte[] bytes, int place)
    {
        place = Math.Min(place, 40 + Below(40)) / 4 * 4;
        if (place + 4 > bytes.Length)
            return bytes;
        var value = Lengths[Below(Lengths.Length)];
        if (Below(2) == 0)
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(place), value);
        else
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(place), value);
        return bytes;
    }

    private int Below(int limit) => (int)_random.RandInt(0, limit);
}
