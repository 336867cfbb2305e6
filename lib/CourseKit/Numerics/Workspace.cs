namespace CourseKit.Numerics;

/// <summary>Scratch memory of a thread, kept from product to product so that none of them allocates.</summary>
internal static unsafe class Workspace
{
    private const int CacheLine = 64;

    [ThreadStatic]
    private static byte[]? _memory;

    /// <summary>So many bytes from a cache line's boundary on, holding anything. Valid until the thread asks again.</summary>
    public static byte* Get(int bytes)
    {
        var memory = _memory;
        if (memory is null || memory.Length < bytes + CacheLine)
            _memory = memory = GC.AllocateUninitializedArray<byte>(RoundedUp(bytes + CacheLine), pinned: true);
        fixed (byte* start = memory)
            return (byte*)(((nint)start + CacheLine - 1) & -CacheLine);
    }

    private static int RoundedUp(int bytes) => (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)bytes);
}
