namespace CourseKit.Numerics;

/// <summary>What one tile reads and writes; steps in elements.</summary>
internal unsafe struct TileOperands<T>
    where T : unmanaged
{
    /// <summary>Element (i, k) of A stands at A + i · ARowStep + k · AStep.</summary>
    public T* A;
    public nint ARowStep, AStep;

    /// <summary>Row k of B, contiguous, stands at B + k · BStep.</summary>
    public T* B;
    public nint BStep;

    /// <summary>Row i of C, contiguous, stands at C + i · CRowStep.</summary>
    public T* C;
    public nint CRowStep;

    public int K;
    public bool Accumulate;
}

/// <summary>A number that is part of a type, so that the JIT compiles a variant for it.</summary>
internal interface INumber
{
    static abstract int Value { get; }
}

internal readonly struct One : INumber
{
    public static int Value => 1;
}

internal readonly struct Two : INumber
{
    public static int Value => 2;
}

internal readonly struct Four : INumber
{
    public static int Value => 4;
}

internal readonly struct Six : INumber
{
    public static int Value => 6;
}

internal readonly struct Eight : INumber
{
    public static int Value => 8;
}

internal readonly struct Twelve : INumber
{
    public static int Value => 12;
}
