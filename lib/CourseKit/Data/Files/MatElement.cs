using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;

namespace CourseKit.Data.Files;

/// <summary>One data element: how its numbers are stored, and their bytes.</summary>
/// <remarks>MATLAB stores an array of doubles as bytes where all its values fit.</remarks>
internal readonly ref struct MatElement
{
    private const uint Padding = 8;

    private readonly bool _bigEndian;

    private MatElement(uint type, ReadOnlySpan<byte> data, bool bigEndian)
    {
        Type = type;
        Data = data;
        _bigEndian = bigEndian;
    }

    /// <summary>miINT8 = 1 … miUTF32 = 18.</summary>
    public uint Type { get; }

    public ReadOnlySpan<byte> Data { get; }

    /// <summary>Bytes of one stored number; 0 if the element holds no numbers.</summary>
    private int Size => Type switch { 1 or 2 or 16 => 1, 3 or 4 or 17 => 2, 5 or 6 or 7 or 18 => 4, 9 or 12 or 13 => 8, _ => 0 };

    /// <summary>How many numbers are stored.</summary>
    public int Count => Size == 0 ? 0 : Data.Length / Size;

    /// <summary>Reads the next element: 8 bytes of tag and padded data, or up to 4 bytes packed into the tag.</summary>
    public static MatElement Read(ref ByteReader reader)
    {
        var type = reader.UInt32("the type of an element");
        var packed = type >> 16;
        if (packed > 4)
            throw new DatasetException(Damage.In(reader.File, $"an element packed into its tag has at most 4 bytes; one says {packed}."));
        if (packed > 0)
            return new MatElement(type & 0xFFFF, reader.Take(4, "a packed element")[..(int)packed], reader.BigEndian);
        var length = reader.UInt32("the length of an element");
        var data = reader.Take(length, "an element");
        if (type != 15)
            reader.Skip((Padding - length % Padding) % Padding);
        return new MatElement(type, data, reader.BigEndian);
    }

    /// <summary>The first number, a 32-bit integer; required of flags.</summary>
    public int FirstInteger(string file, string what)
    {
        CheckIntegers(file, what);
        return _bigEndian ? BinaryPrimitives.ReadInt32BigEndian(Data) : BinaryPrimitives.ReadInt32LittleEndian(Data);
    }

    /// <summary>The numbers as 32-bit integers, one or more; required of dimensions.</summary>
    public int[] Integers(string file, string what)
    {
        CheckIntegers(file, what);
        return Stored<int>();
    }

    private void CheckIntegers(string file, string what)
    {
        if (Type is not (5 or 6) || Data.Length < sizeof(int))
            throw new DatasetException(Damage.In(file, $"{what} are stored as 32-bit integers (5 or 6); data of type {Type} found."));
    }

    /// <summary>The characters as text: 8-bit and 32-bit ones as Unicode, 16-bit ones as UTF-16.</summary>
    public string Text() => Type switch
    {
        1 or 2 or 16 => Encoding.UTF8.GetString(Data),
        18 => (_bigEndian ? new UTF32Encoding(true, false) : Encoding.UTF32).GetString(Data),
        _ => (_bigEndian ? Encoding.BigEndianUnicode : Encoding.Unicode).GetString(Data),
    };

    /// <summary>The numbers in the type of their class, row by row.</summary>
    public Array Numbers(MatClass kind, ReadOnlySpan<int> shape) => kind switch
    {
        MatClass.Single => Numbers<float>(shape),
        MatClass.Int8 => Numbers<sbyte>(shape),
        MatClass.UInt8 => Numbers<byte>(shape),
        MatClass.Int16 => Numbers<short>(shape),
        MatClass.UInt16 => Numbers<ushort>(shape),
        MatClass.Int32 => Numbers<int>(shape),
        MatClass.UInt32 => Numbers<uint>(shape),
        MatClass.Int64 => Numbers<long>(shape),
        MatClass.UInt64 => Numbers<ulong>(shape),
        _ => Numbers<double>(shape),
    };

    private T[] Numbers<T>(ReadOnlySpan<int> shape)
        where T : unmanaged, INumberBase<T> => Type switch
        {
            1 => From<sbyte, T>(shape),
            2 or 16 => From<byte, T>(shape),
            3 => From<short, T>(shape),
            4 or 17 => From<ushort, T>(shape),
            5 => From<int, T>(shape),
            6 or 18 => From<uint, T>(shape),
            7 => From<float, T>(shape),
            12 => From<long, T>(shape),
            13 => From<ulong, T>(shape),
            9 => From<double, T>(shape),
            _ => [],
        };

    private TTo[] From<TFrom, TTo>(ReadOnlySpan<int> shape)
        where TFrom : unmanaged, INumberBase<TFrom>
        where TTo : unmanaged, INumberBase<TTo>
    {
        if (typeof(TFrom) == typeof(TTo) && (Size == 1 || !_bigEndian))
            return ColumnMajor.ToRows(MemoryMarshal.Cast<byte, TTo>(Data), shape);
        var stored = Stored<TFrom>();
        var values = new TTo[stored.Length];
        for (var i = 0; i < stored.Length; i++)
            values[i] = TTo.CreateTruncating(stored[i]);
        return ColumnMajor.ToRows<TTo>(values, shape);
    }

    private T[] Stored<T>()
        where T : unmanaged
    {
        var values = MemoryMarshal.Cast<byte, T>(Data).ToArray();
        Elements.Order<T>(values, _bigEndian);
        return values;
    }
}
