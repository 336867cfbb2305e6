using System.Numerics;
using System.Numerics.Tensors;
using CourseKit.Numerics;

namespace CourseKit.Data;

/// <summary>Rows of bytes that become rows of numbers, some rows a piece, looked up in a table of what each byte becomes.</summary>
/// <param name="pixels">All rows (n, size).</param>
/// <param name="size">Bytes in a row.</param>
/// <param name="rows">Which rows, each 0 … n − 1; null for all in order.</param>
/// <param name="table">A number for each of the 256 bytes.</param>
/// <param name="numbers">Room for as many rows.</param>
internal sealed unsafe class ScaledRows<T>(byte* pixels, int size, int[]? rows, T[] table, T* numbers) : ParallelWork
    where T : unmanaged, IFloatingPoint<T>
{
    // As many numbers as are worth a thread's while.
    private const int NumbersInPiece = 16384;

    private readonly int _rowsInPiece = Math.Max(1, NumbersInPiece / size);
    private int _count;

    /// <summary>What each byte becomes, computed as <see cref="Scaling"/> says.</summary>
    public static T[] Table(Scaling scaling, int maxValue)
    {
        Span<byte> bytes = stackalloc byte[256];
        for (var i = 0; i < bytes.Length; i++)
            bytes[i] = (byte)i;
        var table = new T[bytes.Length];
        TensorPrimitives.ConvertTruncating<byte, T>(bytes, table);
        scaling.Apply<T>(table, maxValue);
        return table;
    }

    /// <param name="count">The number of rows.</param>
    public void Run(int count)
    {
        _count = count;
        var pieces = (count + _rowsInPiece - 1) / _rowsInPiece;
        WorkCrew.Shared.Run(this, pieces, pieces > 1 ? NumericThreads.Count : 1);
    }

    public override void Execute(int piece)
    {
        var end = Math.Min((piece + 1) * _rowsInPiece, _count);
        fixed (T* values = table)
        {
            for (var row = piece * _rowsInPiece; row < end; row++)
                LookUp(pixels + ((nint)(rows is null ? row : rows[row]) * size), values, numbers + ((nint)row * size), size);
        }
    }

    private static void LookUp(byte* from, T* values, T* to, int count)
    {
        for (var i = 0; i < count; i++)
            to[i] = values[from[i]];
    }
}
