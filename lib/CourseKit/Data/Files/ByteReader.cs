using System.Buffers.Binary;

namespace CourseKit.Data.Files;

/// <summary>Reads numbers and blocks from bytes in memory; the end of the bytes is an error that names the file and the place.</summary>
internal ref struct ByteReader(string file, ReadOnlySpan<byte> bytes, bool bigEndian = false)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _position;

    public readonly string File => file;

    public readonly bool BigEndian => bigEndian;

    /// <summary>Bytes already read.</summary>
    public readonly int Position => _position;

    public readonly int Remaining => _bytes.Length - _position;

    public byte UInt8(string what) => Take(1, what)[0];

    public ushort UInt16(string what) =>
        bigEndian ? BinaryPrimitives.ReadUInt16BigEndian(Take(2, what)) : BinaryPrimitives.ReadUInt16LittleEndian(Take(2, what));

    public uint UInt32(string what) =>
        bigEndian ? BinaryPrimitives.ReadUInt32BigEndian(Take(4, what)) : BinaryPrimitives.ReadUInt32LittleEndian(Take(4, what));

    /// <summary>The next <paramref name="count"/> bytes.</summary>
    /// <param name="count">May be any number that a file can hold.</param>
    /// <param name="what">What the bytes are, for the message.</param>
    public ReadOnlySpan<byte> Take(uint count, string what)
    {
        if (count > Remaining)
            throw new DatasetException(Damage.In(file, $"{what} at byte {_position}: {count} bytes are required; {Remaining} are left."));
        _position += (int)count;
        return _bytes.Slice(_position - (int)count, (int)count);
    }

    /// <summary>Passes over bytes that only fill up; the last ones may be missing.</summary>
    public void Skip(uint count) => _position += (int)Math.Min(count, (uint)Remaining);
}
