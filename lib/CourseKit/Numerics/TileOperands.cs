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
