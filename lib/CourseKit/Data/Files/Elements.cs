using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CourseKit.Data.Files;

/// <summary>The element types of array files by NumPy's codes: kind (u, i, f) and size in bytes.</summary>
internal static class Elements
{
    /// <summary>NumPy's code of an array's elements: <c>f8</c> for double.</summary>
    public static string CodeOf(Array values) => Type.GetTypeCode(values.GetType().GetElementType()) switch
    {
        TypeCode.Byte => "u1",
        TypeCode.SByte => "i1",
        TypeCode.UInt16 => "u2",
        TypeCode.Int16 => "i2",
        TypeCode.UInt32 => "u4",
        TypeCode.Int32 => "i4",
        TypeCode.UInt64 => "u8",
        TypeCode.Int64 => "i8",
        TypeCode.Single => "f4",
        TypeCode.Double => "f8",
        _ when values is Half[] => "f2",
        _ => throw new ArgumentException($"NdArray: elements of a plain number type are required; received {values.GetType().Name}."),
    };

    /// <summary>Runs a generic operation with the element type of an array.</summary>
    /// <remarks>By type code, not by pattern: to the runtime an sbyte[] held as Array <em>is</em> a byte[].</remarks>
    public static TResult Apply<TOperation, TResult>(Array values, TOperation operation)
        where TOperation : IElementOperation<TResult> => CodeOf(values) switch
        {
            "u1" => operation.On((byte[])values),
            "i1" => operation.On((sbyte[])values),
            "u2" => operation.On((ushort[])values),
            "i2" => operation.On((short[])values),
            "u4" => operation.On((uint[])values),
            "i4" => operation.On((int[])values),
            "u8" => operation.On((ulong[])values),
            "i8" => operation.On((long[])values),
            "f2" => operation.On((Half[])values),
            "f4" => operation.On((float[])values),
            _ => operation.On((double[])values),
        };

    /// <summary>Reads elements; null if the code is none of ours.</summary>
    /// <param name="source">Where they stand.</param>
    /// <param name="code">NumPy's code without the byte order; <c>b1</c>, bool, becomes bytes 0 and 1.</param>
    /// <param name="count">How many.</param>
    /// <param name="bigEndian">Whether the most significant byte comes first.</param>
    public static Array? Read(FileSource source, string code, UInt128 count, bool bigEndian) => code switch
    {
        "b1" => Array.ConvertAll(Read<byte>(source, count, bigEndian), value => value == 0 ? (byte)0 : (byte)1),
        "u1" => Read<byte>(source, count, bigEndian),
        "i1" => Read<sbyte>(source, count, bigEndian),
        "u2" => Read<ushort>(source, count, bigEndian),
        "i2" => Read<short>(source, count, bigEndian),
        "u4" => Read<uint>(source, count, bigEndian),
        "i4" => Read<int>(source, count, bigEndian),
        "u8" => Read<ulong>(source, count, bigEndian),
        "i8" => Read<long>(source, count, bigEndian),
        "f2" => Read<Half>(source, count, bigEndian),
        "f4" => Read<float>(source, count, bigEndian),
        "f8" => Read<double>(source, count, bigEndian),
        _ => null,
    };

    /// <summary>Writes elements in the order of the array.</summary>
    public static void Write(Stream stream, Array values, bool bigEndian) => Apply<Writer, int>(values, new Writer(stream, bigEndian));

    /// <summary>Turns the bytes of each element round if the file's order is not the machine's.</summary>
    public static void Order<T>(Span<T> values, bool bigEndian)
        where T : unmanaged
    {
        if (bigEndian != BitConverter.IsLittleEndian)
            return;
        switch (Unsafe.SizeOf<T>())
        {
            case 2:
                var pairs = MemoryMarshal.Cast<T, ushort>(values);
                BinaryPrimitives.ReverseEndianness(pairs, pairs);
                break;
            case 4:
                var quads = MemoryMarshal.Cast<T, uint>(values);
                BinaryPrimitives.ReverseEndianness(quads, quads);
                break;
            case 8:
                var octets = MemoryMarshal.Cast<T, ulong>(values);
                BinaryPrimitives.ReverseEndianness(octets, octets);
                break;
        }
    }

    private static T[] Read<T>(FileSource source, UInt128 count, bool bigEndian)
        where T : unmanaged
    {
        var values = source.NewArray<T>(count, "elements");
        source.Read(MemoryMarshal.AsBytes(values.AsSpan()), "the elements");
        Order<T>(values, bigEndian);
        return values;
    }

    private readonly struct Writer(Stream stream, bool bigEndian) : IElementOperation<int>
    {
        private const int Block = 1 << 13;

        public int On<T>(T[] values)
            where T : unmanaged, INumberBase<T>
        {
            var buffer = new T[Math.Min(Block, values.Length)];
            for (var start = 0; start < values.Length; start += Block)
            {
                var part = buffer.AsSpan(0, Math.Min(Block, values.Length - start));
                values.AsSpan(start, part.Length).CopyTo(part);
                Order(part, bigEndian);
                stream.Write(MemoryMarshal.AsBytes(part));
            }
            return values.Length;
        }
    }
}

/// <summary>Something done alike to arrays of any number type.</summary>
internal interface IElementOperation<TResult>
{
    /// <summary>Does it to an array whose element type is known here.</summary>
    TResult On<T>(T[] values)
        where T : unmanaged, INumberBase<T>;
}
