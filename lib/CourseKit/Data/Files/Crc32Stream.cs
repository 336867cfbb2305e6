namespace CourseKit.Data.Files;

/// <summary>Passes bytes on and keeps their CRC-32 (ISO 3309, as in zip). .NET's zip reader does not look at it.</summary>
internal sealed class Crc32Stream(Stream inner) : Stream
{
    private const int Slices = 8;
    private static readonly uint[][] Tables = MakeTables();
    private uint _state = uint.MaxValue;

    /// <summary>The check value of all that was read.</summary>
    public uint Value => ~_state;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        _state = Update(_state, buffer[..read]);
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Eight bytes at a time ("slicing by 8", Kounavis and Berry 2005), then one by one.</summary>
    private static uint Update(uint crc, ReadOnlySpan<byte> bytes)
    {
        for (; bytes.Length >= Slices; bytes = bytes[Slices..])
            crc = Tables[7][(byte)(bytes[0] ^ crc)] ^ Tables[6][(byte)(bytes[1] ^ (crc >> 8))]
                ^ Tables[5][(byte)(bytes[2] ^ (crc >> 16))] ^ Tables[4][(byte)(bytes[3] ^ (crc >> 24))]
                ^ Tables[3][bytes[4]] ^ Tables[2][bytes[5]] ^ Tables[1][bytes[6]] ^ Tables[0][bytes[7]];
        foreach (var value in bytes)
            crc = Tables[0][(byte)(crc ^ value)] ^ (crc >> 8);
        return crc;
    }

    private static uint[][] MakeTables()
    {
        var tables = Enumerable.Range(0, Slices).Select(_ => new uint[256]).ToArray();
        for (var value = 0u; value < 256; value++)
        {
            var crc = value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ (0xEDB88320 & (0 - (crc & 1)));
            tables[0][value] = crc;
        }
        for (var slice = 1; slice < Slices; slice++)
            for (var value = 0; value < 256; value++)
                tables[slice][value] = tables[0][(byte)tables[slice - 1][value]] ^ (tables[slice - 1][value] >> 8);
        return tables;
    }
}
