using System.Buffers;
using System.Buffers.Binary;

namespace CourseKit.Kernel.Zmtp;

/// <summary>A frame of ZMTP 3: a flag octet, the length in one octet or eight, the body.</summary>
/// <param name="Body">The octets.</param>
/// <param name="More">Whether the message goes on with the next frame.</param>
/// <param name="IsCommand">Whether it speaks to the transport and is no part of a message.</param>
internal readonly record struct Frame(byte[] Body, bool More, bool IsCommand)
{
    public const byte MoreFlag = 1, LongFlag = 2, CommandFlag = 4;

    /// <summary>What a frame takes beside its body at most.</summary>
    public const int LongestHeader = 1 + sizeof(ulong);

    /// <summary>Writes flags and length.</summary>
    public void WriteHeader(IBufferWriter<byte> output)
    {
        var isLong = Body.Length > byte.MaxValue;
        var header = output.GetSpan(LongestHeader);
        header[0] = (byte)((More ? MoreFlag : 0) | (isLong ? LongFlag : 0) | (IsCommand ? CommandFlag : 0));
        if (isLong)
            BinaryPrimitives.WriteUInt64BigEndian(header[1..], (ulong)Body.Length);
        else
            header[1] = (byte)Body.Length;
        output.Advance(isLong ? LongestHeader : 2);
    }

    /// <summary>The frame as it is sent.</summary>
    public byte[] ToBytes()
    {
        var output = new ArrayBufferWriter<byte>();
        WriteHeader(output);
        output.Write(Body);
        return output.WrittenSpan.ToArray();
    }
}
